package org.kindling.analysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.kindling.numerics.SmoothedHistogram;

/**
 * The divergence between populations that the publication of REKINDLE shows over the epochs of a training: one number, for
 * comparison with its figures.
 *
 * <p>For each parameter the mean of \( \ln K \) over the sets is taken; a histogram counts the means of all parameters in bins of
 * width 1; the Kullback-Leibler divergence is that between the histograms of two populations. Since only means enter, it does
 * not see how parameters spread, nor which one differs. Prefer {@link PopulationDivergence}.
 *
 * <p>Source: S. Choudhury et al., Reconstructing kinetic models for dynamical studies of metabolism using generative adversarial
 * networks, Nature Machine Intelligence 4 (2022) 710, doi:10.1038/s42256-022-00519-y, and the notebooks that belong to it,
 * https://github.com/EPFL-LCSB/rekindle. These do not say what becomes of empty bins: here half a value is added to each
 * ({@link SmoothedHistogram}). They take either population as the reference, and leave out the uppermost bin; here the second
 * one is the reference, and all bins count.
 */
public final class PublishedDivergence {

    private PublishedDivergence() {}

    /**
     * The divergence between two populations.
     *
     * @param means the mean of \( \ln K \) of each parameter, in the model's units, finite, shape [parameters]
     * @param reference the same of the reference, shape [parameters]
     * @return the divergence, not negative
     * @throws IllegalArgumentException if there is no parameter, or not as many in both
     */
    public static double of(double[] means, double[] reference) {
        if (means.length == 0 || means.length != reference.length) {
            throw new IllegalArgumentException(
                    means.length + " means cannot be compared with " + reference.length + ".");
        }
        double low = Math.floor(DoubleStream.concat(Arrays.stream(means), Arrays.stream(reference))
                .min()
                .orElseThrow());
        double high = Math.ceil(DoubleStream.concat(Arrays.stream(means), Arrays.stream(reference))
                .max()
                .orElseThrow());
        int bins = (int) Math.max(1, high - low);
        return histogram(means, low, bins).divergenceFrom(histogram(reference, low, bins));
    }

    private static SmoothedHistogram histogram(double[] means, double low, int bins) {
        double[] weights = new double[means.length];
        Arrays.fill(weights, 1);
        return SmoothedHistogram.of(
                Arrays.stream(means).map(mean -> (mean - low) / bins).toArray(), weights, bins);
    }
}
