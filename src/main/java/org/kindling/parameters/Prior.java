package org.kindling.parameters;

import java.util.Optional;
import org.kindling.numerics.NormalQuantile;
import org.kindling.numerics.NormalScore;

/** The distribution that a constant is drawn from, given by its quantiles. */
public sealed interface Prior {

    /** A range that holds less of a prior than this is beside it: quantiles would lose too many digits. */
    double LEAST_SHARE = 1e-9;

    /**
     * The logarithm of the constant at a quantile.
     *
     * @param share the quantile, strictly between 0 and 1; a uniform random number draws from the prior
     * @return the natural logarithm of the constant, in the model's units
     */
    double lnValue(double share);

    /**
     * The constant at a coordinate u in which every prior is the standard logistic distribution: u is the logit of the
     * quantile, counted such that the constant grows with u. For a saturation that is uniform between 0 and 1 it is
     * \( u = \ln(K/x^*) \).
     *
     * @param u the coordinate, any finite number
     * @return the constant, in the model's units
     */
    default double valueAt(double u) {
        return Math.exp(lnValue(logistic(u)));
    }

    /**
     * The coordinate of a constant, the inverse of {@link #valueAt}.
     *
     * @param value the constant, positive, in the model's units
     * @return u; far out but finite for a constant at or beyond the bounds of the prior
     */
    double coordinateOf(double value);

    /**
     * How the logarithm of the constant changes with the coordinate of {@link #valueAt}.
     *
     * @param u the coordinate
     * @return \( \mathrm{d} \ln K / \mathrm{d} u \), not negative
     */
    double slopeAt(double u);

    /**
     * The same prior where the constant lies within bounds.
     *
     * @param bounds the range of the constant
     * @return the prior of what is left, of the same kind; empty if less than {@link #LEAST_SHARE} is
     */
    Optional<Prior> within(Bounds bounds);

    /**
     * The prior in words, for tables.
     *
     * @return a short description
     */
    String description();

    /** A quantile from its logit, kept off the ends, where some priors are infinite. */
    private static double logistic(double u) {
        return inside(1 / (1 + Math.exp(-u)));
    }

    private static double logit(double share) {
        double inside = inside(share);
        return Math.log(inside / (1 - inside));
    }

    private static double inside(double share) {
        return Math.min(Math.max(share, Double.MIN_NORMAL), Math.nextDown(1.0));
    }

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

        /** A saturation falls as its constant grows, so the quantile is counted from above. */
        @Override
        public double valueAt(double u) {
            return unbounded() ? concentration * Math.exp(u) : Math.exp(lnValue(logistic(-u)));
        }

        @Override
        public double coordinateOf(double value) {
            if (unbounded()) {
                return Math.log(value / concentration);
            }
            double saturation = concentration / (concentration + value);
            return -logit((saturation - lowest) / (highest - lowest));
        }

        @Override
        public double slopeAt(double u) {
            if (unbounded()) {
                return 1;
            }
            double share = logistic(-u);
            double saturation = lowest + share * (highest - lowest);
            return (highest - lowest) * share * (1 - share) / (saturation * (1 - saturation));
        }

        @Override
        public Optional<Prior> within(Bounds bounds) {
            UniformSaturation range = of(concentration, bounds);
            double from = Math.max(lowest, range.lowest);
            double to = Math.min(highest, range.highest);
            return to - from > LEAST_SHARE * (highest - lowest)
                    ? Optional.of(new UniformSaturation(concentration, from, to))
                    : Optional.empty();
        }

        private boolean unbounded() {
            return lowest == 0 && highest == 1;
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
        public double coordinateOf(double value) {
            return NormalScore.logit((Math.log(value) - lnMean) / lnDeviation);
        }

        @Override
        public double slopeAt(double u) {
            double share = logistic(u);
            double score = NormalQuantile.of(share);
            double density = Math.exp(-score * score / 2) / Math.sqrt(2 * Math.PI);
            return lnDeviation * share * (1 - share) / density;
        }

        @Override
        public Optional<Prior> within(Bounds bounds) {
            return bounds.equals(Bounds.POSITIVE) ? Optional.of(this) : TruncatedLogNormal.of(this, bounds);
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
        public double coordinateOf(double value) {
            return logit(Math.log(value / bounds.lower()) / Math.log(bounds.upper() / bounds.lower()));
        }

        @Override
        public double slopeAt(double u) {
            double share = logistic(u);
            return Math.log(bounds.upper() / bounds.lower()) * share * (1 - share);
        }

        @Override
        public Optional<Prior> within(Bounds range) {
            double from = Math.max(bounds.lower(), range.lower());
            double to = Math.min(bounds.upper(), range.upper());
            return Math.log(to / from) > LEAST_SHARE * Math.log(bounds.upper() / bounds.lower())
                    ? Optional.of(new LogUniform(new Bounds(from, to)))
                    : Optional.empty();
        }

        @Override
        public String description() {
            return "log-uniform in [" + bounds.lower() + ", " + bounds.upper() + "]";
        }
    }

    /**
     * A log-normal between two of its quantiles.
     *
     * @param whole the log-normal
     * @param lowest the quantile that it begins at
     * @param highest the quantile that it ends at
     */
    record TruncatedLogNormal(LogNormal whole, double lowest, double highest) implements Prior {

        /** A log-normal within bounds, if they hold enough of it. */
        private static Optional<Prior> of(LogNormal whole, Bounds bounds) {
            double from = bounds.lower() > 0 ? logistic(whole.coordinateOf(bounds.lower())) : 0;
            double to = bounds.upper() < Double.POSITIVE_INFINITY ? logistic(whole.coordinateOf(bounds.upper())) : 1;
            return to - from > LEAST_SHARE ? Optional.of(new TruncatedLogNormal(whole, from, to)) : Optional.empty();
        }

        @Override
        public double lnValue(double share) {
            return whole.lnValue(inside(quantile(share)));
        }

        private double quantile(double share) {
            return lowest + share * (highest - lowest);
        }

        @Override
        public double coordinateOf(double value) {
            return logit((logistic(whole.coordinateOf(value)) - lowest) / (highest - lowest));
        }

        /** By the chain rule over the quantile of the whole, whose coordinate has the slope 1 / (q (1 - q)). */
        @Override
        public double slopeAt(double u) {
            double share = logistic(u);
            double quantile = inside(quantile(share));
            return whole.slopeAt(logit(quantile))
                    * (highest - lowest)
                    * share
                    * (1 - share)
                    / (quantile * (1 - quantile));
        }

        @Override
        public Optional<Prior> within(Bounds bounds) {
            double least = Math.exp(lnValue(0));
            double most = Math.exp(lnValue(1));
            double from = Math.max(bounds.lower(), least);
            double to = Math.min(bounds.upper(), most);
            return from < to ? of(whole, new Bounds(from, to)) : Optional.empty();
        }

        @Override
        public String description() {
            return whole.description() + ", between its quantiles " + lowest + " and " + highest;
        }
    }
}
