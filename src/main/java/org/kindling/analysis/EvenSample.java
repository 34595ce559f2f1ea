package org.kindling.analysis;

import org.kindling.sampling.Population;

/** Some of the sets of a population, evenly spaced over its rows: what costs the square of their number is done with these. */
final class EvenSample {

    private EvenSample() {}

    /**
     * Coordinates of sets.
     *
     * @param most how many sets at most
     * @return their coordinates u, shape [sets, parameters]
     */
    static double[][] of(Population population, int most) {
        int sets = Math.min(most, population.size());
        double[][] points = new double[sets][population.space().dimension()];
        for (int k = 0; k < sets; k++) {
            int set = (int) ((long) k * population.size() / sets);
            for (int parameter = 0; parameter < points[k].length; parameter++) {
                points[k][parameter] = population.coordinate(set, parameter);
            }
        }
        return points;
    }
}
