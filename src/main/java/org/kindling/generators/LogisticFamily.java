package org.kindling.generators;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Diagonal logistic generators: the weights are all medians, then all logarithms of scales. */
public final class LogisticFamily implements Family {

    private final int dimension;
    private double[] spread = {};

    private LogisticFamily(int dimension) {
        this.dimension = dimension;
    }

    /**
     * The family for a space.
     *
     * @param dimension how many parameters vary
     * @return the family
     */
    public static LogisticFamily ofDimension(int dimension) {
        return new LogisticFamily(dimension);
    }

    @Override
    public Latent latent() {
        return Latent.LOGISTIC;
    }

    @Override
    public int latents() {
        return dimension;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double[] initial(UniformRandomProvider random) {
        return new double[2 * dimension];
    }

    @Override
    public double[] stepLengths() {
        double[] lengths = new double[2 * dimension];
        Arrays.fill(lengths, 1);
        return lengths;
    }

    @Override
    public void forward(
            double[] weights, int[] states, double[] latents, double[] coordinates, double[] lnDeterminant) {
        spread = new double[latents.length];
        double lnScales = 0;
        for (int k = 0; k < dimension; k++) {
            double scale = Math.exp(weights[dimension + k]);
            lnScales += weights[dimension + k];
            for (int place = k; place < spread.length; place += dimension) {
                spread[place] = scale * latents[place];
                coordinates[place] = weights[k] + spread[place];
            }
        }
        Arrays.fill(lnDeterminant, lnScales);
    }

    @Override
    public void backward(double[] byCoordinates, double byLnDeterminant, double[] byWeights) {
        Arrays.fill(byWeights, 0);
        for (int k = 0; k < dimension; k++) {
            for (int place = k; place < spread.length; place += dimension) {
                byWeights[k] += byCoordinates[place];
                byWeights[dimension + k] += byCoordinates[place] * spread[place] + byLnDeterminant;
            }
        }
    }

    @Override
    public Generator generator(double[] weights) {
        return LogisticGenerator.of(
                Arrays.copyOf(weights, dimension), Arrays.copyOfRange(weights, dimension, 2 * dimension));
    }
}
