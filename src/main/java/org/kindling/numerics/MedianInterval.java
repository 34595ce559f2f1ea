package org.kindling.numerics;

import java.util.Arrays;

/**
 * The 95 % confidence interval of a median, by order statistics, whatever the distribution.
 *
 * <p>How many of n values lie below the median of the distribution is binomial with share 1/2; with z the 0.975 quantile of the
 * normal distribution the limits are the values of rank \( \lfloor (n - z \sqrt{n})/2 \rfloor \) and \( \lceil 1 + (n + z
 * \sqrt{n})/2 \rceil \), at most the smallest and the largest. Of fewer than six values even these do not make 95 %.
 *
 * <p>Source: W. J. Conover, Practical Nonparametric Statistics, 3rd edition, Wiley 1999, ISBN 978-0-471-16068-7, section 3.2.
 *
 * @param lower lower limit
 * @param upper upper limit
 */
public record MedianInterval(double lower, double upper) {

    /** The 0.975 quantile of the normal distribution, rounded to double. */
    private static final double Z = 1.959963984540054;

    /**
     * The interval of a sample's median, at the cost of sorting it.
     *
     * @param sample at least one finite number
     * @return limits that contain the median of the sample
     * @throws IllegalArgumentException if the sample is empty or holds a number that is not finite
     */
    public static MedianInterval of(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, but a median needs at least one value");
        }
        DenseMatrices.requireFinite(sample);
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int size = sorted.length;
        double width = Z * Math.sqrt(size);
        int first = (int) Math.floor((size - width) / 2);
        int last = (int) Math.ceil(1 + (size + width) / 2);
        return new MedianInterval(sorted[Math.max(1, first) - 1], sorted[Math.min(size, last) - 1]);
    }
}
