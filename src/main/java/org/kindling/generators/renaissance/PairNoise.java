package org.kindling.generators.renaissance;

import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.kindling.sampling.RandomStreams;

/**
 * The noise on the output layer of one generation: for each antithetic pair a matrix of rank one, \( b\,a^T \), on the weights
 * and a vector c on the biases, all entries standard normal.
 *
 * <p>Of rank one, a member costs two vectors instead of a product of matrices, and the sum over a generation has full rank all
 * the same: B. Sarkar et al., Evolution strategies at the hyperscale, arXiv:2511.16652.
 */
final class PairNoise {

    private final int pairs;
    private final int inputs;
    private final int outputs;
    private final float[] left;
    private final float[] right;
    private final float[] shift;

    private PairNoise(int pairs, int inputs, int outputs) {
        this.pairs = pairs;
        this.inputs = inputs;
        this.outputs = outputs;
        this.left = new float[pairs * inputs];
        this.right = new float[pairs * outputs];
        this.shift = new float[pairs * outputs];
    }

    /**
     * Draws noise.
     *
     * @param streams one stream is taken for each pair
     * @param generation the number of the generation
     * @param pairs how many pairs there are
     * @param inputs the inputs of the layer
     * @param outputs the outputs of the layer
     */
    static PairNoise draw(RandomStreams streams, long generation, int pairs, int inputs, int outputs) {
        PairNoise noise = new PairNoise(pairs, inputs, outputs);
        // A pair's numbers come from a stream of its own, so that any thread may draw them.
        IntStream.range(0, pairs).parallel().forEach(pair -> {
            ZigguratSampler.NormalizedGaussian normal =
                    ZigguratSampler.NormalizedGaussian.of(streams.stream(generation * pairs + pair));
            fill(noise.left, pair, inputs, normal);
            fill(noise.right, pair, outputs, normal);
            fill(noise.shift, pair, outputs, normal);
        });
        return noise;
    }

    private static void fill(float[] numbers, int row, int length, ZigguratSampler.NormalizedGaussian normal) {
        for (int k = row * length; k < (row + 1) * length; k++) {
            numbers[k] = (float) normal.sample();
        }
    }

    int pairs() {
        return pairs;
    }

    /**
     * What the noise of a pair adds to its outputs.
     *
     * @param features the inputs of the layer, one row a pair, shape [pairs, inputs]
     * @param pair the row
     * @param weightNoise the unit of the noise on weights
     * @param added receives the change, shape [outputs]
     */
    void change(float[] features, int pair, float weightNoise, float[] added) {
        float product = 0;
        for (int k = pair * inputs; k < (pair + 1) * inputs; k++) {
            product += left[k] * features[k];
        }
        float factor = weightNoise * product;
        for (int k = 0, place = pair * outputs; k < outputs; k++, place++) {
            added[k] = factor * right[place] + shift[place];
        }
    }

    /** The vectors b, one row a pair, shape [pairs, inputs]: the array itself. */
    float[] left() {
        return left;
    }

    /** The vectors a, each pair's multiplied by its factor, shape [pairs, outputs]. */
    float[] scaledRight(float[] factors) {
        float[] scaled = right.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= factors[k / outputs];
        }
        return scaled;
    }

    /** The sum of the noise on the biases, each pair's multiplied by its factor. */
    float[] sumOfShifts(float[] factors) {
        float[] sum = new float[outputs];
        for (int k = 0; k < shift.length; k++) {
            sum[k % outputs] += factors[k / outputs] * shift[k];
        }
        return sum;
    }
}
