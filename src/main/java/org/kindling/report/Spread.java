package org.kindling.report;

import java.util.Optional;
import org.kindling.numerics.Quantiles;

/**
 * Five quantiles of a sample.
 *
 * @param lowest the 5 % quantile
 * @param lower the 25 % quantile
 * @param median the 50 % quantile
 * @param upper the 75 % quantile
 * @param highest the 95 % quantile
 */
public record Spread(double lowest, double lower, double median, double upper, double highest) {

    /**
     * Creates a spread.
     *
     * @throws IllegalArgumentException unless the quantiles are numbers in rising order
     */
    public Spread {
        if (!(lowest <= lower && lower <= median && median <= upper && upper <= highest)) {
            throw new IllegalArgumentException("The quantiles " + lowest + ", " + lower + ", " + median + ", " + upper
                    + ", " + highest + " must be numbers in rising order.");
        }
    }

    /**
     * The spread of a sample.
     *
     * @param sample finite numbers in any order
     * @return its quantiles, or none if it is empty
     */
    public static Optional<Spread> of(double[] sample) {
        if (sample.length == 0) {
            return Optional.empty();
        }
        Quantiles quantiles = Quantiles.of(sample);
        double lowest = quantiles.at(0.05);
        // Interpolation between equal values may be an ulp off, which must not break the order.
        double lower = Math.max(lowest, quantiles.at(0.25));
        double median = Math.max(lower, quantiles.median());
        double upper = Math.max(median, quantiles.at(0.75));
        return Optional.of(new Spread(lowest, lower, median, upper, Math.max(upper, quantiles.at(0.95))));
    }
}
