package org.kindling.analysis;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kindling.numerics.Quantiles;

/**
 * What concentrations a species has over states, and over those that can be made fast enough.
 *
 * @param species the id of the species
 * @param all over all states
 * @param feasible over those that can be made fast enough; empty if there is none
 */
public record ConcentrationRange(String species, Range all, Optional<Range> feasible) {

    /**
     * The spread of a quantity.
     *
     * @param lowest its least value
     * @param median its median
     * @param highest its largest value
     */
    public record Range(double lowest, double median, double highest) {

        private static Optional<Range> of(double[] values) {
            if (values.length == 0) {
                return Optional.empty();
            }
            Quantiles quantiles = Quantiles.of(values);
            return Optional.of(new Range(quantiles.at(0), quantiles.median(), quantiles.at(1)));
        }
    }

    /**
     * The range of a species.
     *
     * @param species its id
     * @param concentrations its concentration in each state, at least one
     * @param feasible which states can be made fast enough
     * @return the range
     */
    public static ConcentrationRange of(String species, double[] concentrations, IntPredicate feasible) {
        double[] some = IntStream.range(0, concentrations.length)
                .filter(feasible)
                .mapToDouble(state -> concentrations[state])
                .toArray();
        return new ConcentrationRange(species, Range.of(concentrations).orElseThrow(), Range.of(some));
    }
}
