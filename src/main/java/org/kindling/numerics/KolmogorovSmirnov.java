package org.kindling.numerics;

import java.util.Arrays;

/**
 * The two-sample Kolmogorov-Smirnov distance: how far apart the distributions of two samples are.
 *
 * <p>\( D = \sup_x |F_1(x) - F_2(x)| \) with \( F_1, F_2 \) the shares of each sample that do not exceed \( x \): 0 for equal
 * distributions, 1 for samples that do not overlap. It does not change under a monotonic change of scale.
 *
 * <p>Smirnov, N. 1948. Table for estimating the goodness of fit of empirical distributions. DOI 10.1214/aoms/1177730256.
 */
public final class KolmogorovSmirnov {

    private KolmogorovSmirnov() {}

    /**
     * The distance between two samples, at the cost of sorting them.
     *
     * @param first a sample, in any order
     * @param second another, of any size
     * @return the distance, from 0 to 1
     * @throws IllegalArgumentException if a sample is empty or has a value that is not a number
     */
    public static double distance(double[] first, double[] second) {
        double[] left = sorted(first);
        double[] right = sorted(second);
        double largest = 0;
        int below = 0;
        int beside = 0;
        while (below < left.length && beside < right.length) {
            double value = Math.min(left[below], right[beside]);
            below = firstAbove(left, below, value);
            beside = firstAbove(right, beside, value);
            largest = Math.max(largest, Math.abs((double) below / left.length - (double) beside / right.length));
        }
        return largest;
    }

    private static double[] sorted(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        // Not-a-number sorts last.
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("A sample of " + sorted.length
                    + " values cannot be compared: it must hold at least one, all of them numbers.");
        }
        return sorted;
    }

    private static int firstAbove(double[] sorted, int from, double value) {
        int index = from;
        while (index < sorted.length && sorted[index] <= value) {
            index++;
        }
        return index;
    }
}
