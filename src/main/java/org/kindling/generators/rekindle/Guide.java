package org.kindling.generators.rekindle;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.nn.LayerKind;
import org.kindling.generators.nn.LayerKind.Activation;
import org.kindling.generators.nn.LayeredNetwork;

/** The network that tells the label of a set, and with it the generator which way to go. Not thread-safe. */
final class Guide {

    private static final List<Integer> HIDDEN = List.of(256, 128);
    private static final double DROPOUT = 0.3;

    /** It may learn faster than the other two, who have to keep step. */
    private static final double FASTER = 2;

    private static final String NAME = "guide ";
    private static final String WEIGHTS = NAME + "weights";

    private final int inputs;
    private final LayeredNetwork network;
    private final float[] weights;
    private final float[] gradient;
    private final float[] features;
    private final NetworkDescent descent;

    private Guide(int dimension, int rows, NamedArrays state) {
        this.inputs = dimension;
        this.network = network(dimension, rows);
        this.weights = state.singles(WEIGHTS);
        this.gradient = new float[weights.length];
        this.features = new float[rows * dimension];
        this.descent = NetworkDescent.restore(NAME, state);
    }

    static Guide restore(int dimension, int rows, NamedArrays state) {
        return new Guide(dimension, rows, state);
    }

    /** Adds a guide before its first step to a state. */
    static NamedArrays start(int dimension, UniformRandomProvider random, NamedArrays state) {
        float[] weights = network(dimension, 1).initial(random);
        return NetworkDescent.start(NAME, weights.length, state.with(WEIGHTS, weights));
    }

    private static LayeredNetwork network(int dimension, int rows) {
        List<LayerKind> kinds = new ArrayList<>();
        for (int size : HIDDEN) {
            kinds.add(LayerKind.hidden(size, false, DROPOUT));
        }
        kinds.add(LayerKind.output(1, Activation.LINEAR));
        return LayeredNetwork.of(dimension, kinds, rows);
    }

    NamedArrays addTo(NamedArrays state) {
        return descent.addTo(state.with(WEIGHTS, weights));
    }

    /**
     * Learns the labels of sets.
     *
     * @param sets features of each and one number that is passed over, shape [rows, features + 1]
     * @param labels 1 or -1, shape [rows]
     * @param rate the length of the steps of the other two
     */
    void learn(float[] sets, float[] labels, double rate, UniformRandomProvider random) {
        backward(sets, labels, 1, random);
        descent.step(weights, gradient, FASTER * rate);
    }

    /**
     * Adds to slopes how the guide's mean loss, for the labels that are wanted, changes with the features.
     *
     * @param sets features of each and one number that is passed over, shape [rows, features + 1]
     * @param labels 1 or -1, shape [rows]
     * @param weight what the loss is multiplied by
     * @param slopes what is added to, shape [rows, features]
     */
    void addSlopes(float[] sets, float[] labels, float weight, float[] slopes, UniformRandomProvider random) {
        float[] bySets = backward(sets, labels, weight, random);
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] += bySets[k];
        }
    }

    private float[] backward(float[] sets, float[] labels, float weight, UniformRandomProvider random) {
        int rows = labels.length;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(sets, row * (inputs + 1), features, row * inputs, inputs);
        }
        network.load(weights);
        float[] scores = network.forward(features, rows, random);
        float[] byScore = new float[rows];
        for (int row = 0; row < rows; row++) {
            byScore[row] = weight * CrossEntropy.slope(scores[row], labels[row] > 0) / rows;
        }
        return network.backward(byScore, rows, gradient);
    }
}
