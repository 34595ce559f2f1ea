package org.kindling.generators;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Scales and shifts on top of a generator that stays as it is: few weights, for adapting it with few Jacobians. The weights are
 * all shifts, then all logarithms of scales.
 */
public final class AdjustedFamily implements Family {

    private final Generator base;
    private final Generator.Decoder decoder;
    private double[] spread = {};

    private AdjustedFamily(Generator base) {
        this.base = base;
        this.decoder = base.decoder();
    }

    /**
     * The adjustments of a generator.
     *
     * @param base the generator
     * @return the family
     */
    public static AdjustedFamily of(Generator base) {
        return new AdjustedFamily(base);
    }

    @Override
    public Latent latent() {
        return base.latent();
    }

    @Override
    public int latents() {
        return base.latents();
    }

    @Override
    public int dimension() {
        return base.dimension();
    }

    @Override
    public double[] initial(UniformRandomProvider random) {
        return new double[2 * dimension()];
    }

    @Override
    public double[] stepLengths() {
        double[] lengths = new double[2 * dimension()];
        Arrays.fill(lengths, 1);
        return lengths;
    }

    /** The determinant is that of the adjustment; the base's own does not depend on the weights and is left out. */
    @Override
    public void forward(
            double[] weights, int[] states, double[] latents, double[] coordinates, double[] lnDeterminant) {
        int dimension = dimension();
        spread = new double[states.length * dimension];
        decoder.decode(latents, spread, states.length);
        double lnScales = 0;
        for (int k = 0; k < dimension; k++) {
            double scale = Math.exp(weights[dimension + k]);
            lnScales += weights[dimension + k];
            for (int place = k; place < spread.length; place += dimension) {
                spread[place] *= scale;
                coordinates[place] = weights[k] + spread[place];
            }
        }
        Arrays.fill(lnDeterminant, lnScales);
    }

    @Override
    public void backward(double[] byCoordinates, double byLnDeterminant, double[] byWeights) {
        int dimension = dimension();
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
        int dimension = dimension();
        return AdjustedGenerator.of(
                base, Arrays.copyOf(weights, dimension), Arrays.copyOfRange(weights, dimension, 2 * dimension));
    }
}
