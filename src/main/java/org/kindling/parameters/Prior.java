package org.kindling.parameters;

import org.kindling.numerics.NormalQuantile;

/** The distribution that a constant is drawn from, given by its quantiles. */
public sealed interface Prior {

    /**
     * The logarithm of the constant at a quantile.
     *
     * @param share the quantile, strictly between 0 and 1; a uniform random number draws from the prior
     * @return the natural logarithm of the constant, in the model's units
     */
    double lnValue(double share);

    /**
     * The prior in words, for tables.
     *
     * @return a short description
     */
    String description();

    /**
     * A saturation \( \sigma = 1 / (1 + K / x^*) \) that is uniform in a range, so that \( \ln(K/x^*) \) is logistic.
     *
     * <p>Source: L. Wang, I. Birol, V. Hatzimanikatis, Metabolic control analysis under uncertainty, Biophys. J. 87, 3750
     * (2004), doi:10.1529/biophysj.104.048090.
     *
     * @param concentration the reference concentration \( x^* \) of the species, greater than 0
     * @param lowest the lowest saturation
     * @param highest the highest saturation
     */
    record UniformSaturation(double concentration, double lowest, double highest) implements Prior {

        /**
         * The prior of a constant within bounds.
         *
         * @param concentration the reference concentration of the species
         * @param bounds the range of the constant
         * @return the prior
         */
        public static UniformSaturation of(double concentration, Bounds bounds) {
            double lowest =
                    bounds.upper() == Double.POSITIVE_INFINITY ? 0 : concentration / (concentration + bounds.upper());
            return new UniformSaturation(concentration, lowest, concentration / (concentration + bounds.lower()));
        }

        @Override
        public double lnValue(double share) {
            double saturation = lowest + share * (highest - lowest);
            return Math.log(concentration) + Math.log((1 - saturation) / saturation);
        }

        @Override
        public String description() {
            return "saturation uniform in [" + lowest + ", " + highest + "]";
        }
    }

    /**
     * A log-normal, for a measured constant.
     *
     * @param lnMean the mean of the natural logarithm
     * @param lnDeviation the standard deviation of the natural logarithm
     */
    record LogNormal(double lnMean, double lnDeviation) implements Prior {

        @Override
        public double lnValue(double share) {
            return lnMean + lnDeviation * NormalQuantile.of(share);
        }

        @Override
        public String description() {
            return "log-normal around " + Math.exp(lnMean) + ", standard deviation of log10 "
                    + lnDeviation / Math.log(10);
        }
    }

    /**
     * Uniform in the logarithm.
     *
     * @param bounds the range, both ends positive and finite
     */
    record LogUniform(Bounds bounds) implements Prior {

        @Override
        public double lnValue(double share) {
            double lower = Math.log(bounds.lower());
            return lower + share * (Math.log(bounds.upper()) - lower);
        }

        @Override
        public String description() {
            return "log-uniform in [" + bounds.lower() + ", " + bounds.upper() + "]";
        }
    }
}
