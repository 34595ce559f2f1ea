package org.kindling.generators.rekindle;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.ConditionalGenerator.Output;
import org.kindling.generators.Latent;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.PerceptronShape;
import org.kindling.generators.nn.LayerKind;
import org.kindling.generators.nn.LayerKind.Activation;
import org.kindling.generators.nn.LayeredNetwork;

/** The network that makes features of latent numbers and a label. Not thread-safe. */
final class GeneratorNetwork {

    /** The published sizes. */
    private static final List<Integer> HIDDEN = List.of(128, 256, 512);

    /** Rows over which the first outputs are scaled. */
    private static final int START_SETS = 512;

    /** The spread of the last layer's first sums where they are corrections, which begin small. */
    private static final double FIRST_CORRECTION = 0.02;

    private static final String NAME = "generator ";
    private static final String WEIGHTS = NAME + "weights";
    private static final String AVERAGES = NAME + "averages";

    private final Output output;
    private final double momentum;
    private final float width;
    private final PerceptronShape shape;
    private final LayeredNetwork network;
    private final float[] weights;
    private final float[] averages;
    private final float[] gradient;
    private final NetworkDescent descent;

    /** What the last pass gave: the network's own array. */
    private float[] features = new float[0];

    private GeneratorNetwork(AdversarialMethod method, LabelledFeatures sets, int rows, NamedArrays state) {
        this.output = method.output();
        this.momentum = method.momentum();
        this.width = (float) sets.width();
        this.shape = shape(method, sets.dimension());
        this.network = network(method, sets.dimension(), rows);
        this.weights = state.singles(WEIGHTS);
        this.averages = state.singles(AVERAGES);
        this.gradient = new float[weights.length];
        this.descent = NetworkDescent.restore(NAME, state);
    }

    static GeneratorNetwork restore(AdversarialMethod method, LabelledFeatures sets, int rows, NamedArrays state) {
        return new GeneratorNetwork(method, sets, rows, state);
    }

    /**
     * Adds a network before its first step to a state. Its outputs begin with the spread of the sets, or with corrections far below:
     * the usual weights would begin with several times as much, and hundreds of epochs would go by with shrinking them.
     */
    static NamedArrays start(
            AdversarialMethod method, LabelledFeatures sets, UniformRandomProvider random, NamedArrays state) {
        LayeredNetwork network = network(method, sets.dimension(), START_SETS);
        float[] weights = network.initial(random);
        network.load(weights);
        int inputs = method.latents(sets.dimension()) + 1;
        double[] latents = new double[START_SETS * inputs];
        Latent.NORMAL.draw(random, latents, 0, latents.length);
        float[] outputs = network.forward(single(latents), START_SETS, random);
        double squares = 0;
        int size = START_SETS * sets.dimension();
        for (int k = 0; k < size; k++) {
            squares += (double) outputs[k] * outputs[k];
        }
        double spread = method.output() == Output.RESIDUAL ? FIRST_CORRECTION : sets.deviation();
        double factor = spread / Math.sqrt(squares / size);
        int end = weights.length - sets.dimension();
        for (int k = end - HIDDEN.get(HIDDEN.size() - 1) * sets.dimension(); k < end; k++) {
            weights[k] *= (float) factor;
        }
        return start(weights, network.initialAverages(), state);
    }

    private static float[] single(double... numbers) {
        float[] singles = new float[numbers.length];
        for (int k = 0; k < singles.length; k++) {
            singles[k] = (float) numbers[k];
        }
        return singles;
    }

    /** Adds a network that has been trained before to a state. */
    static NamedArrays start(ConditionalGenerator trained, NamedArrays state) {
        return start(trained.weights(), trained.averages(), state);
    }

    private static NamedArrays start(float[] weights, float[] averages, NamedArrays state) {
        return NetworkDescent.start(
                NAME, weights.length, state.with(WEIGHTS, weights).with(AVERAGES, averages));
    }

    private static LayeredNetwork network(AdversarialMethod method, int dimension, int rows) {
        List<LayerKind> kinds = new ArrayList<>();
        for (int size : HIDDEN) {
            kinds.add(LayerKind.hidden(size, true, method.generatorDropout()));
        }
        Activation last = method.output() == Output.SQUASHED ? Activation.TANH : Activation.LINEAR;
        kinds.add(LayerKind.output(dimension, last));
        return LayeredNetwork.of(method.latents(dimension) + 1, kinds, rows);
    }

    static PerceptronShape shape(AdversarialMethod method, int dimension) {
        List<Integer> sizes = new ArrayList<>(List.of(method.latents(dimension) + 1));
        sizes.addAll(HIDDEN);
        sizes.add(dimension);
        return new PerceptronShape(sizes);
    }

    NamedArrays addTo(NamedArrays state) {
        return descent.addTo(state.with(WEIGHTS, weights).with(AVERAGES, averages));
    }

    /** Inputs for as many rows as there are labels: new latent numbers and the label, shape [rows, inputs]. */
    float[] draw(float[] labels, UniformRandomProvider random) {
        int inputs = shape.inputs(0);
        double[] latents = new double[labels.length * inputs];
        for (int row = 0; row < labels.length; row++) {
            int label = (row + 1) * inputs - 1;
            output.latent().draw(random, latents, row * inputs, label);
            latents[label] = labels[row];
        }
        return single(latents);
    }

    /** The features that the network gives as trained so far, shape [rows, features]; valid until it is used again. */
    float[] features(float[] inputs, int rows) {
        network.load(weights);
        return corrected(inputs, network.infer(inputs, rows, averages), rows);
    }

    /** The features in training, shape [rows, features]; valid until the network is used again. */
    float[] learning(float[] inputs, int rows, UniformRandomProvider random) {
        network.load(weights);
        return corrected(inputs, network.forward(inputs, rows, random), rows);
    }

    /** The last layer's outputs are features, or corrections of the latent numbers, of which features are made. */
    private float[] corrected(float[] inputs, float[] outputs, int rows) {
        features = outputs;
        if (output == Output.RESIDUAL) {
            int columns = shape.outputs(shape.layers() - 1);
            for (int row = 0; row < rows; row++) {
                for (int k = 0; k < columns; k++) {
                    int place = row * columns + k;
                    float coordinate = inputs[row * (columns + 1) + k] + width * outputs[place];
                    outputs[place] = ConditionalGenerator.tanh(coordinate / 2);
                }
            }
        }
        return outputs;
    }

    /** Learns from the derivative of its loss by the features that {@link #learning} gave, which is changed. */
    void learn(float[] slopes, int rows, double rate) {
        if (output == Output.RESIDUAL) {
            for (int k = 0; k < slopes.length; k++) {
                slopes[k] *= width / 2 * (1 - features[k] * features[k]);
            }
        }
        network.backward(slopes, rows, gradient);
        network.track(averages, momentum);
        descent.step(weights, gradient, rate);
    }

    ConditionalGenerator generator() {
        return ConditionalGenerator.of(shape, weights, averages, width, output);
    }
}
