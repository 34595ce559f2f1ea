package org.kindling.numerics;

import org.hipparchus.special.Erf;

/** Quantiles of the standard normal distribution. */
public final class NormalQuantile {

    private NormalQuantile() {}

    /**
     * The value that a standard normal variable stays below with a given probability.
     *
     * @param share the probability, strictly between 0 and 1
     * @return the quantile
     */
    public static double of(double share) {
        return Math.sqrt(2) * Erf.erfInv(2 * share - 1);
    }
}
