package org.kindling.generators.rekindle;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.nn.LayerKind;
import org.kindling.generators.nn.LayerKind.Activation;
import org.kindling.generators.nn.LayeredNetwork;

/** The network that scores sets with their label: of the population, or of the generator? Not thread-safe. */
final class Discriminator {

    /** The published sizes. */
    private static final List<Integer> HIDDEN = List.of(32, 64, 128);

    private static final String NAME = "discriminator ";
    private static final String WEIGHTS = NAME + "weights";

    private final int inputs;
    private final LayeredNetwork network;
    private final float[] weights;
    private final float[] gradient;
    private final NetworkDescent descent;

    /**
     * What a step gave.
     *
     * @param loss the mean loss over the sets
     * @param accuracy the share of sets that it took for what they are
     */
    record Outcome(double loss, double accuracy) {}

    private Discriminator(AdversarialMethod method, int dimension, int rows, NamedArrays state) {
        this.inputs = dimension + 1;
        this.network = network(method, dimension, rows);
        this.weights = state.singles(WEIGHTS);
        this.gradient = new float[weights.length];
        this.descent = NetworkDescent.restore(NAME, state);
    }

    static Discriminator restore(AdversarialMethod method, int dimension, int rows, NamedArrays state) {
        return new Discriminator(method, dimension, rows, state);
    }

    /** Adds a discriminator before its first step to a state. */
    static NamedArrays start(AdversarialMethod method, int dimension, UniformRandomProvider random, NamedArrays state) {
        float[] weights = network(method, dimension, 1).initial(random);
        return NetworkDescent.start(NAME, weights.length, state.with(WEIGHTS, weights));
    }

    private static LayeredNetwork network(AdversarialMethod method, int dimension, int rows) {
        List<LayerKind> kinds = new ArrayList<>();
        for (int size : HIDDEN) {
            kinds.add(LayerKind.hidden(size, false, method.discriminatorDropout()));
        }
        kinds.add(LayerKind.output(1, Activation.LINEAR));
        return LayeredNetwork.of(dimension + 1, kinds, rows);
    }

    NamedArrays addTo(NamedArrays state) {
        return descent.addTo(state.with(WEIGHTS, weights));
    }

    /**
     * Learns from sets.
     *
     * @param sets features and label of each, shape [rows, inputs]: those of the population, then as many of the generator
     * @param rows how many there are together
     * @param rate the length of the step
     */
    Outcome learn(float[] sets, int rows, double rate, UniformRandomProvider random) {
        network.load(weights);
        float[] scores = network.forward(sets, rows, random);
        float[] slopes = new float[rows];
        double sum = 0;
        int right = 0;
        for (int row = 0; row < rows; row++) {
            boolean real = row < rows / 2;
            sum += CrossEntropy.loss(scores[row], real);
            right += scores[row] > 0 == real ? 1 : 0;
            slopes[row] = CrossEntropy.slope(scores[row], real) / rows;
        }
        network.backward(slopes, rows, gradient);
        descent.step(weights, gradient, rate);
        return new Outcome(sum / rows, (double) right / rows);
    }

    /**
     * What sets of the generator would have to change.
     *
     * @param sets features and label of each, shape [rows, inputs]
     * @param rows how many there are
     * @param slopes receives the derivative of the generator's mean loss by the features, shape [rows, features]
     * @return the generator's mean loss
     */
    double judge(float[] sets, int rows, float[] slopes, UniformRandomProvider random) {
        network.load(weights);
        float[] scores = network.forward(sets, rows, random);
        float[] byScore = new float[rows];
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += CrossEntropy.loss(scores[row], true);
            byScore[row] = CrossEntropy.slope(scores[row], true) / rows;
        }
        float[] byInput = network.backward(byScore, rows, gradient);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(byInput, row * inputs, slopes, row * (inputs - 1), inputs - 1);
        }
        return sum / rows;
    }
}
