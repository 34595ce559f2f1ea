package org.kindling.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.numerics.SpearmanCorrelation;
import org.kindling.numerics.WilsonInterval;
import org.kindling.parameters.Coordinate;
import org.kindling.sampling.Population;

/**
 * A population split into equal groups by the value of one parameter: how its dynamics go with that parameter.
 *
 * @param coordinate the parameter
 * @param groups the groups, from its lowest values to its highest
 * @param correlation Spearman's rank correlation of the parameter and the spectral abscissa over all sets; empty if one of them
 *     is the same everywhere
 */
public record ParameterSplit(Coordinate coordinate, List<Group> groups, OptionalDouble correlation) {

    /** Copies the list. */
    public ParameterSplit {
        groups = List.copyOf(groups);
    }

    /**
     * Sets whose values of the parameter are next to each other.
     *
     * @param lowest the lowest value of the parameter, in the model's units
     * @param highest its highest value
     * @param sets how many sets there are
     * @param valid how many of them are valid
     * @param interval the 95 % confidence interval of their incidence
     * @param abscissa their spectral abscissae, unit 1 / time
     */
    public record Group(
            double lowest, double highest, int sets, int valid, WilsonInterval interval, SampleSpread abscissa) {

        /**
         * The share of valid sets.
         *
         * @return from 0 to 1
         */
        public double incidence() {
            return valid / (double) sets;
        }
    }

    /** Which way the medians of the groups go. */
    public enum Trend {
        /** The median of each group is larger than that of the group before. */
        RISING,
        /** The median of each group is smaller than that of the group before. */
        FALLING,
        /** Neither. */
        NONE
    }

    /**
     * Splits a population, at the cost of sorting it.
     *
     * @param population the population
     * @param parameter the index of the parameter
     * @param count how many groups, at least two and not more than there are sets; their sizes differ by one at most
     * @param criterion what valid sets must meet
     * @return the groups
     * @throws IllegalArgumentException if the number of groups is out of range
     */
    public static ParameterSplit of(Population population, int parameter, int count, Criterion criterion) {
        if (count < 2 || count > population.size()) {
            throw new IllegalArgumentException(
                    population.size() + " sets cannot be split into " + count + " groups; there must be 2 or more.");
        }
        int[] sorted = IntStream.range(0, population.size())
                .boxed()
                .sorted(Comparator.comparingDouble(set -> population.coordinate(set, parameter)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Group> groups = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int from = (int) ((long) k * sorted.length / count);
            int to = (int) ((k + 1L) * sorted.length / count);
            groups.add(group(population, parameter, criterion, Arrays.copyOfRange(sorted, from, to)));
        }
        return new ParameterSplit(
                population.space().coordinates().get(parameter),
                groups,
                SpearmanCorrelation.of(
                        IntStream.range(0, population.size())
                                .mapToDouble(set -> population.coordinate(set, parameter))
                                .toArray(),
                        IntStream.range(0, population.size())
                                .mapToDouble(population::abscissa)
                                .toArray()));
    }

    private static Group group(Population population, int parameter, Criterion criterion, int... sets) {
        Coordinate coordinate = population.space().coordinates().get(parameter);
        int valid = (int) IntStream.of(sets)
                .filter(set -> population.valid(set, criterion))
                .count();
        return new Group(
                coordinate.prior().valueAt(population.coordinate(sets[0], parameter)),
                coordinate.prior().valueAt(population.coordinate(sets[sets.length - 1], parameter)),
                sets.length,
                valid,
                WilsonInterval.of(valid, sets.length),
                SampleSpread.of(
                        IntStream.of(sets).mapToDouble(population::abscissa).toArray()));
    }

    /**
     * Whether the medians of the groups go one way.
     *
     * @return the way
     */
    public Trend trend() {
        boolean rising = true;
        boolean falling = true;
        for (int k = 1; k < groups.size(); k++) {
            double step = groups.get(k).abscissa().median()
                    - groups.get(k - 1).abscissa().median();
            rising &= step > 0;
            falling &= step < 0;
        }
        return rising ? Trend.RISING : falling ? Trend.FALLING : Trend.NONE;
    }
}
