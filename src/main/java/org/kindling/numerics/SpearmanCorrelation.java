package org.kindling.numerics;

import java.util.OptionalDouble;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * Spearman's rank correlation: how monotonically one quantity goes with another.
 *
 * <p>It is the correlation of the ranks, \( \rho = \mathrm{cov}(r, s) / \sqrt{\mathrm{var}(r) \mathrm{var}(s)} \) with the ranks
 * r of the first sample and s of the second; equal values share the mean of their ranks. It does not change under a monotonic
 * change of scale of either.
 *
 * <p>Source: C. Spearman, The proof and measurement of association between two things, The American Journal of Psychology 15
 * (1904) 72, doi:10.2307/1412159.
 */
public final class SpearmanCorrelation {

    private SpearmanCorrelation() {}

    /**
     * The correlation of two samples, at the cost of sorting them.
     *
     * @param first a value of each item, in any order
     * @param second another value of each item, in the same order
     * @return from -1, where one falls as the other rises, to 1, where both rise together; empty if there are fewer than two
     *     items, or one sample has the same value everywhere
     * @throws IllegalArgumentException if the samples do not have the same length, or hold a number that is not finite
     */
    public static OptionalDouble of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " values cannot be correlated with " + second.length
                    + "; there must be one pair an item.");
        }
        DenseMatrices.requireFinite(first);
        DenseMatrices.requireFinite(second);
        if (first.length < 2) {
            return OptionalDouble.empty();
        }
        // Ranks that do not vary have no correlation, which the library says by a value that is not a number.
        double correlation = new SpearmansCorrelation().correlation(first, second);
        return Double.isNaN(correlation) ? OptionalDouble.empty() : OptionalDouble.of(correlation);
    }
}
