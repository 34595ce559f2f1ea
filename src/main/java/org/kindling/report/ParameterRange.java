package org.kindling.report;

import java.util.Arrays;
import java.util.Optional;
import org.kindling.numerics.KolmogorovSmirnov;

/**
 * The range of a parameter among all sets drawn and among the valid ones.
 *
 * @param name the parameter
 * @param before quantiles of log10 of its value among all sets drawn
 * @param after the same among the valid sets
 * @param distance how much the two distributions differ: the Kolmogorov-Smirnov distance, from 0 to 1
 */
public record ParameterRange(Name name, Optional<Spread> before, Optional<Spread> after, double distance) {

    /**
     * Creates a range.
     *
     * @throws IllegalArgumentException if the distance is not from 0 to 1
     */
    public ParameterRange {
        if (!(0 <= distance && distance <= 1)) {
            throw new IllegalArgumentException(
                    "The distance " + distance + " of " + name.id() + " must lie between 0 and 1.");
        }
    }

    /**
     * The range of a parameter, from its values.
     *
     * @param name the parameter
     * @param all its values in all sets drawn; those that are not positive and finite are passed over
     * @param valid its values in the valid sets, likewise
     * @return the range
     */
    public static ParameterRange of(Name name, double[] all, double[] valid) {
        double[] before = decades(all);
        double[] after = decades(valid);
        boolean comparable = before.length > 0 && after.length > 0;
        double distance = comparable ? KolmogorovSmirnov.distance(before, after) : 0;
        return new ParameterRange(name, Spread.of(before), Spread.of(after), distance);
    }

    private static double[] decades(double[] values) {
        return Arrays.stream(values).map(Math::log10).filter(Double::isFinite).toArray();
    }

    /**
     * What a parameter is called.
     *
     * @param id its id
     * @param reaction the reaction in whose law it stands; may be empty
     * @param species the species that it is a constant of; may be empty
     * @param unit its unit, as it is to be printed; may be empty
     */
    public record Name(String id, String reaction, String species, String unit) {}
}
