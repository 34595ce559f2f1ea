package org.kindling.report;

/**
 * An estimated share with its 95 % confidence interval.
 *
 * @param value the estimate, from 0 to 1
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 */
public record Interval(double value, double low, double high) {

    /**
     * Creates an interval.
     *
     * @throws IllegalArgumentException unless 0 &le; low &le; value &le; high &le; 1
     */
    public Interval {
        if (!(0 <= low && low <= value && value <= high && high <= 1)) {
            throw new IllegalArgumentException("The share " + value + " with the interval [" + low + ", " + high
                    + "] is none: both must lie between 0 and 1, and the share in its interval.");
        }
    }
}
