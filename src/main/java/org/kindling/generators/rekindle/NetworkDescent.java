package org.kindling.generators.rekindle;

import org.kindling.generators.NamedArrays;

/**
 * Descent with adaptive steps in single precision, for networks of many weights. Not thread-safe.
 *
 * <p>Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015, arXiv:1412.6980; the decay of the mean
 * gradient is that of REKINDLE.
 */
final class NetworkDescent {

    private static final float FIRST_DECAY = 0.5f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float SMALLEST = 1e-7f;

    private static final String FIRST = "first moment";
    private static final String SECOND = "second moment";
    private static final String STEPS = "steps";

    private final String name;
    private final float[] first;
    private final float[] second;
    private double steps;

    private NetworkDescent(String name, NamedArrays state) {
        this.name = name;
        this.first = state.singles(name + FIRST);
        this.second = state.singles(name + SECOND);
        this.steps = state.number(name + STEPS);
    }

    /** The descent that a state holds under a name. */
    static NetworkDescent restore(String name, NamedArrays state) {
        return new NetworkDescent(name, state);
    }

    /** Adds a descent that has made no step to a state. */
    static NamedArrays start(String name, int weights, NamedArrays state) {
        return state.with(name + FIRST, new float[weights])
                .with(name + SECOND, new float[weights])
                .with(name + STEPS, new double[1]);
    }

    NamedArrays addTo(NamedArrays state) {
        return state.with(name + FIRST, first).with(name + SECOND, second).with(name + STEPS, new double[] {steps});
    }

    /** Changes weights by a step against their gradient. */
    void step(float[] weights, float[] gradient, double rate) {
        steps++;
        float length = (float) (rate / (1 - Math.pow(FIRST_DECAY, steps)));
        float secondShare = (float) (1 / (1 - Math.pow(SECOND_DECAY, steps)));
        for (int k = 0; k < weights.length; k++) {
            float slope = gradient[k];
            float mean = FIRST_DECAY * first[k] + (1 - FIRST_DECAY) * slope;
            float square = SECOND_DECAY * second[k] + (1 - SECOND_DECAY) * slope * slope;
            first[k] = mean;
            second[k] = square;
            weights[k] -= length * mean / ((float) Math.sqrt(square * secondShare) + SMALLEST);
        }
    }
}
