package org.kindling.numerics;

import java.util.Arrays;

/**
 * Quantiles of a sample, interpolated linearly between order statistics.
 *
 * <p>With sorted values \(x_0 \le \dots \le x_{n-1}\) the quantile of p is the value at position \((n - 1) p\), type 7 of
 * R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996) 361,
 * doi:10.1080/00031305.1996.10473566.
 */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Sorts a copy of the sample, O(n log n).
     *
     * @param sample at least one finite number
     * @return its quantiles
     * @throws IllegalArgumentException if the sample is empty or holds a number that is not finite
     */
    public static Quantiles of(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, but quantiles need at least one value");
        }
        DenseMatrices.requireFinite(sample);
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /**
     * The quantile of a probability.
     *
     * @param probability from 0 (minimum) to 1 (maximum)
     * @return the value below which this share of the sample lies
     * @throws IllegalArgumentException if the probability is outside of [0, 1]
     */
    public double at(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is " + probability + ", but must be from 0 to 1");
        }
        double position = (sorted.length - 1) * probability;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double weight = position - below;
        return sorted[below] * (1 - weight) + sorted[above] * weight;
    }

    /**
     * The quantile of one half.
     *
     * @return the median
     */
    public double median() {
        return at(0.5);
    }

    /**
     * The smallest value.
     *
     * @return the quantile of 0
     */
    public double minimum() {
        return sorted[0];
    }

    /**
     * The largest value.
     *
     * @return the quantile of 1
     */
    public double maximum() {
        return sorted[sorted.length - 1];
    }

    /**
     * The share of the sample that lies at or below a value, the empirical distribution function.
     *
     * @param value any number
     * @return from 0 to 1
     */
    public double shareAtMost(double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low / (double) sorted.length;
    }
}
