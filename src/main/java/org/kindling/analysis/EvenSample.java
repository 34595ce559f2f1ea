package org.kindling.analysis;

import java.util.stream.IntStream;
import org.kindling.sampling.Population;

/** Some of the sets of a population, evenly spaced over its rows, where all would be too many. */
final class EvenSample {

    private EvenSample() {}

    /** At most so many sets of a population. */
    static Population of(Population population, int most) {
        int sets = Math.min(most, population.size());
        return population.rows(IntStream.range(0, sets)
                .map(k -> (int) ((long) k * population.size() / sets))
                .toArray());
    }

    /** The coordinates u of at most so many sets, shape [sets, parameters]. */
    static double[][] coordinates(Population population, int most) {
        Population sample = of(population, most);
        double[][] points = new double[sample.size()][population.space().dimension()];
        for (int set = 0; set < points.length; set++) {
            for (int parameter = 0; parameter < points[set].length; parameter++) {
                points[set][parameter] = sample.coordinate(set, parameter);
            }
        }
        return points;
    }
}
