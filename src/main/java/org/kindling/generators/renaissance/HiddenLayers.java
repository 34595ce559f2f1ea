package org.kindling.generators.renaissance;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.PerceptronShape;
import org.kindling.generators.nn.PerceptronLayers;

/**
 * The layers of a perceptron but the last: random, and left as they are. Their weights are normal with a variance that keeps
 * the mean square of the neurons through the layers, \( 2 / ((1 + 0.2^2)\, \mathrm{inputs}) \); biases are 0.
 *
 * <p>Source of the variance: K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, ICCV 2015,
 * doi:10.1109/ICCV.2015.123.
 */
final class HiddenLayers {

    private static final double GAIN = 2 / (1 + (double) PerceptronGenerator.LEAK * PerceptronGenerator.LEAK);

    private final PerceptronShape shape;
    private final float[] weights;
    private final PerceptronLayers layers;

    private HiddenLayers(PerceptronShape shape, float[] weights) {
        this.shape = shape;
        this.weights = weights;
        this.layers = PerceptronLayers.of(shape, weights);
    }

    static HiddenLayers random(PerceptronShape shape, UniformRandomProvider random) {
        return new HiddenLayers(shape, weights(shape, shape.layers() - 1, random));
    }

    /**
     * Random weights.
     *
     * @param shape the sizes of the layers
     * @param layers how many of the layers get weights; those of the others are 0
     * @param random where randomness comes from
     */
    static float[] weights(PerceptronShape shape, int layers, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        float[] weights = new float[shape.count()];
        for (int layer = 0; layer < layers; layer++) {
            double deviation = Math.sqrt(GAIN / shape.inputs(layer));
            for (int k = shape.weightsAt(layer); k < shape.biasesAt(layer); k++) {
                weights[k] = (float) (deviation * normal.sample());
            }
        }
        return weights;
    }

    PerceptronShape shape() {
        return shape;
    }

    /** How many neurons the last hidden layer has. */
    int features() {
        return shape.inputs(shape.layers() - 1);
    }

    /**
     * The neurons of the last hidden layer.
     *
     * @param latents shape [rows, latents]
     * @param rows how many rows
     * @return shape [rows, features]
     */
    float[] features(float[] latents, int rows) {
        return layers.neurons(latents, rows, shape.layers() - 1);
    }

    /** The whole perceptron with an output layer. */
    PerceptronGenerator with(float[] matrix, float[] biases) {
        int last = shape.layers() - 1;
        float[] all = weights.clone();
        System.arraycopy(matrix, 0, all, shape.weightsAt(last), matrix.length);
        System.arraycopy(biases, 0, all, shape.biasesAt(last), biases.length);
        return PerceptronGenerator.of(shape, all);
    }
}
