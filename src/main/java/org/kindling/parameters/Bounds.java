package org.kindling.parameters;

/**
 * The range that a constant may take.
 *
 * @param lower the smallest value, not negative
 * @param upper the largest value, greater than the smallest; may be infinite
 */
public record Bounds(double lower, double upper) {

    /** No bounds but positivity. */
    public static final Bounds POSITIVE = new Bounds(0, Double.POSITIVE_INFINITY);

    /**
     * Creates bounds.
     *
     * @throws IllegalArgumentException unless 0 &lt;= lower &lt; upper
     */
    public Bounds {
        if (!(lower >= 0 && lower < upper)) {
            throw new IllegalArgumentException(
                    "Bounds must satisfy 0 <= lower < upper, not " + lower + " and " + upper + ".");
        }
    }
}
