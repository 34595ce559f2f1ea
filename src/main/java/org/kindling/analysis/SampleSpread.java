package org.kindling.analysis;

import org.kindling.numerics.Quantiles;

/**
 * How a quantity is distributed over sets, by five of its quantiles.
 *
 * @param lowest the quantile of 0.05
 * @param lower the quantile of 0.25
 * @param median the quantile of 0.5
 * @param upper the quantile of 0.75
 * @param highest the quantile of 0.95
 */
public record SampleSpread(double lowest, double lower, double median, double upper, double highest) {

    /**
     * The spread of a sample.
     *
     * @param sample at least one finite number
     * @return its quantiles
     * @throws IllegalArgumentException if the sample is empty or holds a number that is not finite
     */
    public static SampleSpread of(double[] sample) {
        Quantiles quantiles = Quantiles.of(sample);
        return new SampleSpread(
                quantiles.at(0.05), quantiles.at(0.25), quantiles.median(), quantiles.at(0.75), quantiles.at(0.95));
    }
}
