package org.kindling.report;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

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
     * The spread of a sample, by linear interpolation between its order statistics (type 7 of Hyndman and Fan 1996, DOI
     * 10.1080/00031305.1996.10473566).
     *
     * @param sample the sample; values that are not finite are passed over
     * @return its quantiles, or none if no value is finite
     */
    public static Optional<Spread> of(double[] sample) {
        double[] sorted =
                Arrays.stream(sample).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double[] quantiles = DoubleStream.of(0.05, 0.25, 0.5, 0.75, 0.95)
                .map(share -> quantile(sorted, share))
                .toArray();
        return Optional.of(new Spread(quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4]));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        // Rounding must not carry it past the next value.
        return Math.min(sorted[below] + (place - below) * (sorted[above] - sorted[below]), sorted[above]);
    }
}
