package org.kindling.parameters;

/** What is known of a constant from experiments. */
public sealed interface MeasuredConstant {

    /**
     * A range.
     *
     * @param bounds the range in the model's units
     */
    record Range(Bounds bounds) implements MeasuredConstant {}

    /**
     * A geometric mean with a spread.
     *
     * @param mean the geometric mean in the model's units, greater than 0
     * @param deviationLog10 the standard deviation of the decimal logarithm, greater than 0
     */
    record Estimate(double mean, double deviationLog10) implements MeasuredConstant {

        /**
         * Creates an estimate.
         *
         * @throws IllegalArgumentException unless both numbers are positive and finite
         */
        public Estimate {
            boolean valid = mean > 0 && deviationLog10 > 0 && Double.isFinite(mean) && Double.isFinite(deviationLog10);
            if (!valid) {
                throw new IllegalArgumentException("A measured constant needs a positive mean and spread, not " + mean
                        + " and " + deviationLog10 + ".");
            }
        }
    }
}
