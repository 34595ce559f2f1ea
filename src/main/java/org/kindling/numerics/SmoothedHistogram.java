package org.kindling.numerics;

import java.util.Arrays;

/**
 * Shares of a weighted sample in equal bins between 0 and 1, with half a value added to each bin, so that none is empty:
 *
 * <p>\[ p_k = \frac{n w_k + 1/2}{n + B/2} \]
 *
 * <p>with the share \( w_k \) of the weights that lie in bin k of B, and the effective size n of the sample. Immutable.
 */
public final class SmoothedHistogram {

    private final double[] shares;

    private SmoothedHistogram(double[] shares) {
        this.shares = shares;
    }

    /**
     * The shares of a sample.
     *
     * @param sample values from 0 to 1
     * @param weights the weight of each, not negative, with a positive sum
     * @param bins how many bins there are
     * @return the shares
     * @throws IllegalArgumentException if there is not one weight a value, or no weight or no bin at all
     */
    public static SmoothedHistogram of(double[] sample, double[] weights, int bins) {
        double size = effectiveSize(weights);
        if (sample.length != weights.length || bins < 1 || !(size > 0)) {
            throw new IllegalArgumentException(
                    sample.length + " values with " + weights.length + " weights do not fill " + bins + " bins.");
        }
        double total = Arrays.stream(weights).sum();
        double[] shares = new double[bins];
        Arrays.fill(shares, 0.5 / (size + bins / 2.0));
        for (int k = 0; k < sample.length; k++) {
            int bin = Math.max(0, Math.min(bins - 1, (int) (sample[k] * bins)));
            shares[bin] += weights[k] / total * size / (size + bins / 2.0);
        }
        return new SmoothedHistogram(shares);
    }

    /**
     * How many values of equal weight say as much as weighted ones.
     *
     * <p>Source: L. Kish, Survey Sampling, Wiley 1965, ISBN 978-0-471-10949-5.
     *
     * @param weights the weights, not negative
     * @return \( (\sum w)^2 / \sum w^2 \); 0 if there is no weight
     */
    public static double effectiveSize(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return squares > 0 ? sum * sum / squares : 0;
    }

    /**
     * The share of a bin.
     *
     * @param bin its index
     * @return the share, positive
     */
    public double share(int bin) {
        return shares[bin];
    }

    /**
     * The Kullback-Leibler divergence of this distribution from another.
     *
     * @param reference the other, with as many bins
     * @return \( \sum_k p_k \ln(p_k / q_k) \), not negative
     * @throws IllegalArgumentException if the numbers of bins differ
     */
    public double divergenceFrom(SmoothedHistogram reference) {
        if (shares.length != reference.shares.length) {
            throw new IllegalArgumentException(
                    shares.length + " bins cannot be compared with " + reference.shares.length + ".");
        }
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            sum += shares[k] * Math.log(shares[k] / reference.shares[k]);
        }
        return Math.max(0, sum);
    }
}
