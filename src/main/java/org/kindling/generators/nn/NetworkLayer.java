package org.kindling.generators.nn;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.FloatPointer;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.PerceptronGenerator;

/**
 * One layer in training: matrix products in native memory, everything that goes over single neurons in arrays of Java's. Holds what
 * the way back needs of the last forward pass; not thread-safe.
 */
final class NetworkLayer {

    /** Random numbers of 16 bits decide which neurons are kept. */
    private static final int RANDOM_BITS = 16;

    private static final float HUGE = 1e30f;

    private static final long RANDOM_RANGE = 1L << RANDOM_BITS;
    private static final int RANDOM_SHARES = Long.SIZE / RANDOM_BITS;

    private final int inputs;
    private final int outputs;
    private final LayerKind kind;

    private final FloatPointer weights;
    private final FloatPointer byWeights;
    private final FloatPointer input;
    private final FloatPointer output;

    private final float[] biases;
    private final float[] gains;
    private final float[] shifts;

    private final float[] activated;
    private final float[] result;
    private final float[] bySum;
    private final float[] byInput;

    /** What dropout multiplied each neuron by: 0, or a little more than 1. */
    private final float[] kept;

    private final float[] mean;
    private final float[] variance;
    private final float[] inverseDeviation;

    NetworkLayer(int inputs, LayerKind kind, int rows) {
        this.inputs = inputs;
        this.outputs = kind.outputs();
        this.kind = kind;
        long size = (long) inputs * outputs;
        weights = new FloatPointer(size);
        byWeights = new FloatPointer(size);
        input = new FloatPointer((long) rows * inputs);
        output = new FloatPointer((long) rows * outputs);
        biases = new float[outputs];
        gains = new float[outputs];
        shifts = new float[outputs];
        activated = new float[rows * outputs];
        result = new float[rows * outputs];
        bySum = new float[rows * outputs];
        byInput = new float[rows * inputs];
        kept = new float[kind.dropped() > 0 ? rows * outputs : 0];
        mean = new float[outputs];
        variance = new float[outputs];
        inverseDeviation = new float[outputs];
    }

    /** How many numbers of the flat vector are the layer's: weights, biases, and for a normalised one gains and shifts. */
    int count() {
        return inputs * outputs + (kind.normalised() ? 3 : 1) * outputs;
    }

    /** Takes the layer's numbers from the flat vector. */
    void load(float[] flat, int from) {
        int place = from + inputs * outputs;
        weights.put(flat, from, inputs * outputs);
        System.arraycopy(flat, place, biases, 0, outputs);
        if (kind.normalised()) {
            System.arraycopy(flat, place + outputs, gains, 0, outputs);
            System.arraycopy(flat, place + 2 * outputs, shifts, 0, outputs);
        }
    }

    /** The layer without dropout, normalised by averages: shape [rows, outputs]; the array itself. */
    float[] infer(float[] in, int rows, float[] averages, int from) {
        activate(in, rows);
        if (kind.normalised()) {
            System.arraycopy(averages, from, mean, 0, outputs);
            System.arraycopy(averages, from + outputs, variance, 0, outputs);
            normalise(rows);
            return result;
        }
        return activated;
    }

    /** The layer in training: shape [rows, outputs]; the array itself. */
    float[] forward(float[] in, int rows, UniformRandomProvider random) {
        activate(in, rows);
        float[] neurons = activated;
        if (kind.normalised()) {
            moments(rows);
            normalise(rows);
            neurons = result;
        }
        if (kind.dropped() > 0) {
            drop(neurons, rows, random);
            neurons = result;
        }
        return neurons;
    }

    private void activate(float[] in, int rows) {
        input.put(in, 0, rows * inputs);
        MatrixProducts.product(input, weights, output, rows, inputs, outputs);
        output.get(activated, 0, rows * outputs);
        float leak = kind.activation() == LayerKind.Activation.LEAKY ? PerceptronGenerator.LEAK : 1;
        addBiases(activated, biases, leak, rows);
        if (kind.activation() == LayerKind.Activation.TANH) {
            for (int k = 0; k < rows * outputs; k++) {
                activated[k] = ConditionalGenerator.tanh(activated[k]);
            }
        }
    }

    private static void addBiases(float[] neurons, float[] biases, float leak, int rows) {
        for (int row = 0; row < rows; row++) {
            int start = row * biases.length;
            for (int k = 0; k < biases.length; k++) {
                float sum = neurons[start + k] + biases[k];
                neurons[start + k] = Math.max(sum, leak * sum);
            }
        }
    }

    private void moments(int rows) {
        Arrays.fill(mean, 0);
        Arrays.fill(variance, 0);
        float share = 1f / rows;
        for (int row = 0; row < rows; row++) {
            int start = row * outputs;
            for (int k = 0; k < outputs; k++) {
                mean[k] += activated[start + k] * share;
            }
        }
        for (int row = 0; row < rows; row++) {
            int start = row * outputs;
            for (int k = 0; k < outputs; k++) {
                float difference = activated[start + k] - mean[k];
                variance[k] += difference * difference * share;
            }
        }
    }

    private void normalise(int rows) {
        for (int k = 0; k < outputs; k++) {
            inverseDeviation[k] = (float) (1 / Math.sqrt(variance[k] + ConditionalGenerator.SMALLEST_VARIANCE));
        }
        for (int row = 0; row < rows; row++) {
            int start = row * outputs;
            for (int k = 0; k < outputs; k++) {
                float score = (activated[start + k] - mean[k]) * inverseDeviation[k];
                result[start + k] = gains[k] * score + shifts[k];
            }
        }
    }

    /** Without branches, which no processor could predict. */
    private void drop(float[] neurons, int rows, UniformRandomProvider random) {
        long threshold = Math.round(kind.dropped() * RANDOM_RANGE);
        float scale = (float) (1 / (1 - kind.dropped()));
        int size = rows * outputs;
        for (int first = 0; first < size; first += RANDOM_SHARES) {
            long bits = random.nextLong();
            int end = Math.min(size, first + RANDOM_SHARES);
            for (int k = first; k < end; k++) {
                long below = ((bits & (RANDOM_RANGE - 1)) - threshold) >>> (Long.SIZE - 1);
                kept[k] = scale * (1 - below);
                bits >>>= RANDOM_BITS;
            }
        }
        for (int k = 0; k < size; k++) {
            result[k] = neurons[k] * kept[k];
        }
    }

    /** Moves running averages towards the moments of the last training batch. */
    void track(float[] averages, int from, float momentum) {
        for (int k = 0; kind.normalised() && k < outputs; k++) {
            averages[from + k] += (1 - momentum) * (mean[k] - averages[from + k]);
            averages[from + outputs + k] += (1 - momentum) * (variance[k] - averages[from + outputs + k]);
        }
    }

    /** How many running averages the layer has: a mean and a variance of each normalised neuron. */
    int averages() {
        return kind.normalised() ? 2 * outputs : 0;
    }

    /**
     * Takes a derivative back through the last training pass.
     *
     * @param byResult the derivative by the layer's result, shape [rows, outputs]
     * @param gradient receives the derivative by the layer's numbers, from a place on
     * @return the derivative by the layer's input, shape [rows, inputs]: the array itself
     */
    float[] backward(float[] byResult, int rows, float[] gradient, int from) {
        float[] by = byResult;
        if (kind.dropped() > 0) {
            for (int k = 0; k < rows * outputs; k++) {
                bySum[k] = by[k] * kept[k];
            }
            by = bySum;
        }
        int ends = from + inputs * outputs;
        if (kind.normalised()) {
            denormalise(by, rows, gradient, ends + outputs);
            by = bySum;
        }
        deactivate(by, rows, gradient, ends);
        output.put(bySum, 0, rows * outputs);
        MatrixProducts.transposedProduct(input, output, byWeights, inputs, rows, outputs);
        byWeights.get(gradient, from, inputs * outputs);
        MatrixProducts.productOfTransposed(output, weights, input, rows, outputs, inputs);
        input.get(byInput, 0, rows * inputs);
        return byInput;
    }

    /** From the derivative by normalised neurons to that by the neurons before. */
    private void denormalise(float[] by, int rows, float[] gradient, int from) {
        float[] byGain = new float[outputs];
        float[] byShift = new float[outputs];
        for (int row = 0; row < rows; row++) {
            int start = row * outputs;
            for (int k = 0; k < outputs; k++) {
                float slope = by[start + k];
                byGain[k] += slope * (activated[start + k] - mean[k]) * inverseDeviation[k];
                byShift[k] += slope;
            }
        }
        float share = 1f / rows;
        for (int row = 0; row < rows; row++) {
            int start = row * outputs;
            for (int k = 0; k < outputs; k++) {
                float score = (activated[start + k] - mean[k]) * inverseDeviation[k];
                bySum[start + k] =
                        gains[k] * inverseDeviation[k] * (by[start + k] - share * (byShift[k] + score * byGain[k]));
            }
        }
        System.arraycopy(byGain, 0, gradient, from, outputs);
        System.arraycopy(byShift, 0, gradient, from + outputs, outputs);
    }

    /** From the derivative by activated neurons to that by their sums. */
    private void deactivate(float[] by, int rows, float[] gradient, int from) {
        int size = rows * outputs;
        switch (kind.activation()) {
            case LINEAR -> System.arraycopy(by, 0, bySum, 0, size);
            case LEAKY -> {
                // 0 for negative and 1 for positive neurons, without branches, which no processor could predict.
                for (int k = 0; k < size; k++) {
                    float positive = Math.min(1, Math.max(0, activated[k] * HUGE));
                    bySum[k] = by[k] * (PerceptronGenerator.LEAK + (1 - PerceptronGenerator.LEAK) * positive);
                }
            }
            case TANH -> {
                for (int k = 0; k < size; k++) {
                    bySum[k] = by[k] * (1 - activated[k] * activated[k]);
                }
            }
        }
        float[] byBias = new float[outputs];
        for (int row = 0; row < rows; row++) {
            int start = row * outputs;
            for (int k = 0; k < outputs; k++) {
                byBias[k] += bySum[start + k];
            }
        }
        System.arraycopy(byBias, 0, gradient, from, outputs);
    }
}
