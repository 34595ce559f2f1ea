package org.kindling.analysis;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kindling.numerics.SmoothedHistogram;
import org.kindling.sampling.Population;

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

    /** Where coordinates come from. */
    @FunctionalInterface
    private interface Coordinates {

        double at(int set, int parameter);
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
        if (dimension == 0 || coordinates.length % weights.length != 0 || reference.length % dimension != 0) {
            throw new IllegalArgumentException(coordinates.length + " coordinates of " + weights.length
                    + " sets cannot be compared with " + reference.length + ".");
        }
        double[] alike = new double[reference.length / dimension];
        Arrays.fill(alike, 1);
        return of(
                dimension,
                (set, parameter) -> coordinates[set * dimension + parameter],
                weights,
                (set, parameter) -> reference[set * dimension + parameter],
                alike);
    }

    /**
     * Compares a population by the weights of its sets and of the reference's.
     *
     * @param population the population
     * @param reference sets of the distribution that is wanted, at least two, of the same parameters
     * @return the divergences
     * @throws IllegalArgumentException if the numbers of parameters differ, or nothing has a weight
     */
    public static PopulationDivergence of(Population population, Population reference) {
        int dimension = population.space().dimension();
        if (reference.space().dimension() != dimension) {
            throw new IllegalArgumentException("A population of " + dimension
                    + " parameters cannot be compared with one of "
                    + reference.space().dimension() + ".");
        }
        return of(dimension, population::coordinate, weights(population), reference::coordinate, weights(reference));
    }

    private static double[] weights(Population population) {
        return IntStream.range(0, population.size())
                .mapToDouble(population::weight)
                .toArray();
    }

    private static PopulationDivergence of(
            int dimension, Coordinates own, double[] weights, Coordinates reference, double... referenceWeights) {
        int half = referenceWeights.length / 2;
        if (half == 0) {
            throw new IllegalArgumentException(
                    weights.length + " sets cannot be compared with " + referenceWeights.length + ".");
        }
        double[] wantedWeights = everyOther(referenceWeights, 0, half);
        double[] otherWeights = everyOther(referenceWeights, 1, half);
        double worth = SmoothedHistogram.effectiveSize(otherWeights) / half;
        int size = (int) Math.max(1, Math.min(half, Math.round(SmoothedHistogram.effectiveSize(weights) / worth)));
        double[] fewerWeights = Arrays.copyOf(otherWeights, size);
        double[] divergences = new double[dimension];
        double[] floor = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            int parameter = k;
            SmoothedHistogram wanted = histogram(wantedWeights, set -> reference.at(2 * set, parameter));
            SmoothedHistogram other = histogram(fewerWeights, set -> reference.at(2 * set + 1, parameter));
            divergences[k] = histogram(weights, set -> own.at(set, parameter)).divergenceFrom(wanted);
            floor[k] = other.divergenceFrom(wanted);
        }
        return new PopulationDivergence(divergences, floor);
    }

    private static double[] everyOther(double[] weights, int first, int count) {
        return IntStream.range(0, count)
                .mapToDouble(set -> weights[2 * set + first])
                .toArray();
    }

    private static SmoothedHistogram histogram(double[] weights, IntToDoubleFunction coordinate) {
        double[] saturations = IntStream.range(0, weights.length)
                .mapToDouble(set -> 1 / (1 + Math.exp(coordinate.applyAsDouble(set))))
                .toArray();
        return SmoothedHistogram.of(saturations, weights, BINS);
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
     * The divergence of a parameter between two samples of the reference.
     *
     * @param parameter its index
     * @return the divergence that noise alone makes
     */
    public double floorOf(int parameter) {
        return floor[parameter];
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
