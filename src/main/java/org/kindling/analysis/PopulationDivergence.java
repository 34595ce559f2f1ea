package org.kindling.analysis;

import java.util.Arrays;
import org.kindling.numerics.SmoothedHistogram;

/**
 * How far the parameters of a population are distributed otherwise than those of a reference, one by one: the Kullback-Leibler
 * divergence on the saturation \( \sigma = 1/(1 + e^u) \) in 100 equal bins ({@link SmoothedHistogram}).
 *
 * <p>Finite samples never agree. The reference is therefore split: every other set is what the population is compared with, and
 * of the others as many as the population's effective size, as far as there are so many, are compared in the same way. This is
 * the noise floor, that an exact sampler would reach. A mean over hundreds of parameters hides the few that matter; look at the
 * maximum too. Immutable.
 */
public final class PopulationDivergence {

    private static final int BINS = 100;

    private final double[] divergences;
    private final double[] floor;

    private PopulationDivergence(double[] divergences, double[] floor) {
        this.divergences = divergences;
        this.floor = floor;
    }

    /**
     * Compares a population.
     *
     * @param coordinates its coordinates u row by row, shape [sets, parameters]
     * @param weights the weight of each set, shape [sets]; all equal for a population without weights
     * @param reference coordinates of sets of the distribution that is wanted, shape [sets, parameters], at least two
     * @return the divergences
     * @throws IllegalArgumentException if the shapes do not fit each other
     */
    public static PopulationDivergence of(double[] coordinates, double[] weights, double[] reference) {
        int dimension = coordinates.length / Math.max(1, weights.length);
        int half = dimension == 0 ? 0 : reference.length / dimension / 2;
        if (half == 0 || coordinates.length % weights.length != 0 || reference.length % dimension != 0) {
            throw new IllegalArgumentException(coordinates.length + " coordinates of " + weights.length
                    + " sets cannot be compared with " + reference.length + ".");
        }
        int size = (int) Math.max(1, Math.min(half, Math.round(SmoothedHistogram.effectiveSize(weights))));
        double[] divergences = new double[dimension];
        double[] floor = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            SmoothedHistogram wanted = histogram(saturations(reference, k, 2 * dimension, half));
            SmoothedHistogram other = histogram(saturations(reference, dimension + k, 2 * dimension, size));
            double[] own = saturations(coordinates, k, dimension, weights.length);
            divergences[k] = SmoothedHistogram.of(own, weights, BINS).divergenceFrom(wanted);
            floor[k] = other.divergenceFrom(wanted);
        }
        return new PopulationDivergence(divergences, floor);
    }

    private static SmoothedHistogram histogram(double[] sample) {
        double[] weights = new double[sample.length];
        Arrays.fill(weights, 1);
        return SmoothedHistogram.of(sample, weights, BINS);
    }

    private static double[] saturations(double[] coordinates, int first, int stride, int sets) {
        double[] saturations = new double[sets];
        for (int set = 0; set < sets; set++) {
            saturations[set] = 1 / (1 + Math.exp(coordinates[first + set * stride]));
        }
        return saturations;
    }

    /**
     * The divergence of a parameter.
     *
     * @param parameter its index
     * @return the divergence from the reference
     */
    public double of(int parameter) {
        return divergences[parameter];
    }

    /**
     * The mean over the parameters.
     *
     * @return the mean divergence
     */
    public double mean() {
        return Arrays.stream(divergences).average().orElseThrow();
    }

    /**
     * The parameter that differs most.
     *
     * @return the largest divergence
     */
    public double maximum() {
        return Arrays.stream(divergences).max().orElseThrow();
    }

    /**
     * The mean between two samples of the reference.
     *
     * @return the mean divergence that noise alone makes
     */
    public double floor() {
        return Arrays.stream(floor).average().orElseThrow();
    }

    /**
     * The largest divergence between two samples of the reference.
     *
     * @return the maximum that noise alone makes
     */
    public double floorMaximum() {
        return Arrays.stream(floor).max().orElseThrow();
    }

    /**
     * What is left of the mean without the noise.
     *
     * @return the mean less the floor; negative only by chance
     */
    public double excess() {
        return mean() - floor();
    }
}
