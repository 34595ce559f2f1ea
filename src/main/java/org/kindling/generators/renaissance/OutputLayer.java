package org.kindling.generators.renaissance;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.nn.MatrixProducts;

/** The last layer of a perceptron, which the evolution strategy trains. Not thread-safe. */
final class OutputLayer {

    /**
     * Noise on the weights in units of that on the biases, for features of mean square 1. Tried on the RENAISSANCE network: 0,
     * 0.2 and 0.5 reach the same incidence; without any, the layer could only shift its outputs.
     */
    private static final double WEIGHT_NOISE = 0.2;

    /** Latents that the outputs are centred and scaled over at the start. */
    private static final int START_SETS = 1_000;

    private static final String WEIGHTS = "output weights";
    private static final String BIASES = "output biases";

    private final HiddenLayers hidden;
    private final int inputs;
    private final int outputs;
    private final AdaptiveArray weights;
    private final AdaptiveArray biases;

    private OutputLayer(HiddenLayers hidden, NamedArrays state) {
        this.hidden = hidden;
        this.inputs = hidden.features();
        this.outputs = hidden.shape().outputs(hidden.shape().layers() - 1);
        this.weights = AdaptiveArray.restore(WEIGHTS, state);
        this.biases = AdaptiveArray.restore(BIASES, state);
    }

    static OutputLayer restore(HiddenLayers hidden, NamedArrays state) {
        return new OutputLayer(hidden, state);
    }

    /**
     * A layer whose outputs have mean 0 and a given standard deviation, each over many latents.
     *
     * @param hidden the layers before it
     * @param spread the standard deviation
     * @param random where randomness comes from
     */
    static OutputLayer start(HiddenLayers hidden, double spread, UniformRandomProvider random) {
        int inputs = hidden.features();
        int outputs = hidden.shape().outputs(hidden.shape().layers() - 1);
        float[] matrix = normal(random, inputs * outputs);
        float[] features =
                hidden.features(normal(random, START_SETS * hidden.shape().inputs(0)), START_SETS);
        float[] products = new float[START_SETS * outputs];
        MatrixProducts.product(features, matrix, products, START_SETS, inputs, outputs);
        float[] biases = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            double sum = 0;
            double squares = 0;
            for (int place = output; place < products.length; place += outputs) {
                sum += products[place];
                squares += (double) products[place] * products[place];
            }
            double mean = sum / START_SETS;
            double factor = spread / Math.sqrt(squares / START_SETS - mean * mean);
            biases[output] = (float) (-factor * mean);
            for (int place = output; place < matrix.length; place += outputs) {
                matrix[place] *= (float) factor;
            }
        }
        NamedArrays state =
                AdaptiveArray.start(BIASES, biases, AdaptiveArray.start(WEIGHTS, matrix, NamedArrays.EMPTY));
        return new OutputLayer(hidden, state);
    }

    static float[] normal(UniformRandomProvider random, int length) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        float[] numbers = new float[length];
        for (int k = 0; k < length; k++) {
            numbers[k] = (float) normal.sample();
        }
        return numbers;
    }

    private float weightNoise() {
        return (float) (WEIGHT_NOISE / Math.sqrt(inputs));
    }

    /**
     * The outputs of the members of a generation.
     *
     * @param features the inputs of each pair, shape [pairs, inputs]
     * @param noise the noise
     * @param deviation its standard deviation
     * @param coordinates receives the outputs, one member of each pair after the other, shape [2 pairs, outputs]
     */
    void perturbed(float[] features, PairNoise noise, double deviation, double[] coordinates) {
        float[] middle = new float[noise.pairs() * outputs];
        MatrixProducts.product(features, weights.value(), middle, noise.pairs(), inputs, outputs);
        float[] change = new float[outputs];
        for (int pair = 0; pair < noise.pairs(); pair++) {
            noise.change(features, pair, weightNoise(), change);
            for (int k = 0; k < outputs; k++) {
                double centre = middle[pair * outputs + k] + biases.value()[k];
                int place = 2 * pair * outputs + k;
                coordinates[place] = centre + deviation * change[k];
                coordinates[place + outputs] = centre - deviation * change[k];
            }
        }
    }

    /**
     * The outputs of the averaged layer.
     *
     * @param features the inputs, shape [rows, inputs]
     * @param rows how many rows
     * @param coordinates receives the outputs row by row
     * @param start where the first row goes
     */
    void averaged(float[] features, int rows, double[] coordinates, int start) {
        float[] products = new float[rows * outputs];
        MatrixProducts.product(features, weights.average(), products, rows, inputs, outputs);
        for (int k = 0; k < products.length; k++) {
            coordinates[start + k] = products[k] + biases.average()[k % outputs];
        }
    }

    /**
     * Takes a step uphill.
     *
     * @param noise the noise of the generation
     * @param difference how much fitter the first member of each pair is than the second
     * @param rate the length of the step on the biases
     * @param step the number of the step, from 1
     */
    void ascend(PairNoise noise, float[] difference, double rate, long step) {
        float[] gradient = new float[inputs * outputs];
        MatrixProducts.transposedProduct(
                noise.left(), noise.scaledRight(difference), gradient, inputs, noise.pairs(), outputs);
        weights.ascend(gradient, rate * weightNoise(), step);
        biases.ascend(noise.sumOfShifts(difference), rate, step);
    }

    NamedArrays addTo(NamedArrays state) {
        return biases.addTo(weights.addTo(state));
    }

    PerceptronGenerator generator() {
        return hidden.with(weights.average(), biases.average());
    }
}
