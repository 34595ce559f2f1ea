package org.kindling.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.numerics.MedianInterval;
import org.kindling.numerics.SpearmanCorrelation;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.Prior;
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
     * @param incidence how many sets there are, and how many of them are valid
     * @param abscissa their spectral abscissae, unit 1 / time
     * @param median the 95 % confidence interval of the median of these
     */
    public record Group(
            double lowest, double highest, Incidence incidence, SampleSpread abscissa, MedianInterval median) {

        private boolean below(Group other) {
            return median.upper() < other.median.lower();
        }
    }

    /** Which way the medians of the groups go. */
    public enum Trend {
        /** Up from the first group to the last, and no step down but such as noise makes. */
        RISING,
        /** Down from the first group to the last, and no step up but such as noise makes. */
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
            groups.add(group(population.rows(Arrays.copyOfRange(sorted, from, to)), parameter, criterion));
        }
        return new ParameterSplit(
                population.space().coordinates().get(parameter),
                groups,
                SpearmanCorrelation.of(values(population, parameter), abscissae(population)));
    }

    private static Group group(Population sets, int parameter, Criterion criterion) {
        Prior prior = sets.space().coordinates().get(parameter).prior();
        return new Group(
                prior.valueAt(sets.coordinate(0, parameter)),
                prior.valueAt(sets.coordinate(sets.size() - 1, parameter)),
                Incidence.of(sets, criterion),
                SampleSpread.of(abscissae(sets)),
                MedianInterval.of(abscissae(sets)));
    }

    private static double[] values(Population population, int parameter) {
        return IntStream.range(0, population.size())
                .mapToDouble(set -> population.coordinate(set, parameter))
                .toArray();
    }

    private static double[] abscissae(Population population) {
        return IntStream.range(0, population.size())
                .mapToDouble(population::abscissa)
                .toArray();
    }

    /**
     * Which way the medians of the groups go, as far as their confidence intervals tell.
     *
     * @return the way
     */
    public Trend trend() {
        Group first = groups.get(0);
        Group last = groups.get(groups.size() - 1);
        if (first.below(last) && steps((before, after) -> !after.below(before))) {
            return Trend.RISING;
        }
        return last.below(first) && steps((before, after) -> !before.below(after)) ? Trend.FALLING : Trend.NONE;
    }

    /**
     * Whether the medians go one way without any step back, be it noise or not.
     *
     * @return whether each is larger than the one before, or each smaller
     */
    public boolean strict() {
        return steps((before, after) ->
                        before.abscissa().median() < after.abscissa().median())
                || steps((before, after) ->
                        before.abscissa().median() > after.abscissa().median());
    }

    private boolean steps(BiPredicate<Group, Group> all) {
        return IntStream.range(1, groups.size()).allMatch(k -> all.test(groups.get(k - 1), groups.get(k)));
    }
}
