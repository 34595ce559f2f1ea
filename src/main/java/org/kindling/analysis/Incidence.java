package org.kindling.analysis;

import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.numerics.WilsonInterval;
import org.kindling.sampling.Population;

/**
 * How many sets are valid, whatever their weights.
 *
 * @param sets how many there are, at least one
 * @param valid how many of them are valid
 */
public record Incidence(int sets, int valid) {

    /**
     * Counts the valid sets of a population.
     *
     * @param population at least one set
     * @param criterion what valid sets must meet
     * @return the counts
     */
    public static Incidence of(Population population, Criterion criterion) {
        long valid = IntStream.range(0, population.size())
                .filter(set -> population.valid(set, criterion))
                .count();
        return new Incidence(population.size(), (int) valid);
    }

    /**
     * The share of valid sets.
     *
     * @return from 0 to 1
     */
    public double share() {
        return valid / (double) sets;
    }

    /**
     * How far the share is known.
     *
     * @return its 95 % confidence interval
     */
    public WilsonInterval interval() {
        return WilsonInterval.of(valid, sets);
    }
}
