package org.kindling.generators.renaissance;

import org.kindling.generators.NamedArrays;

/**
 * Numbers that a training changes by Adam, with their running average. Not thread-safe.
 *
 * <p>Sources: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, arXiv:1412.6980; O. Shamir, T. Zhang,
 * Stochastic gradient descent for non-smooth optimization, ICML 2013, arXiv:1212.1824, for the average, in which early steps
 * fade.
 */
final class AdaptiveArray {

    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.99f;

    /** Weighs a step by this power of its number: the average rests on about the last quarter of them. */
    private static final int AVERAGE_POWER = 3;

    private static final String FIRST = ", first moment";
    private static final String SECOND = ", second moment";
    private static final String AVERAGE = ", average";

    private final String name;
    private final float[] value;
    private final float[] first;
    private final float[] second;
    private final float[] average;

    private AdaptiveArray(String name, NamedArrays state) {
        this.name = name;
        this.value = state.singles(name);
        this.first = state.singles(name + FIRST);
        this.second = state.singles(name + SECOND);
        this.average = state.singles(name + AVERAGE);
    }

    static AdaptiveArray restore(String name, NamedArrays state) {
        return new AdaptiveArray(name, state);
    }

    /** Adds numbers before their first step to a state. */
    static NamedArrays start(String name, float[] value, NamedArrays state) {
        float[] zeros = new float[value.length];
        return state.with(name, value)
                .with(name + FIRST, zeros)
                .with(name + SECOND, zeros)
                .with(name + AVERAGE, value);
    }

    NamedArrays addTo(NamedArrays state) {
        return state.with(name, value)
                .with(name + FIRST, first)
                .with(name + SECOND, second)
                .with(name + AVERAGE, average);
    }

    /** The present numbers: the array itself. */
    float[] value() {
        return value;
    }

    /** The averaged numbers: the array itself. */
    float[] average() {
        return average;
    }

    /**
     * Takes a step uphill.
     *
     * @param gradient the gradient of what is to grow, of any scale
     * @param rate the length of the step
     * @param step the number of the step, from 1
     */
    void ascend(float[] gradient, double rate, long step) {
        float length = (float) (rate / (1 - Math.pow(FIRST_DECAY, (double) step)));
        float secondShare = (float) (1 / (1 - Math.pow(SECOND_DECAY, (double) step)));
        float share = (AVERAGE_POWER + 1f) / (step + AVERAGE_POWER);
        for (int k = 0; k < value.length; k++) {
            float slope = gradient[k];
            first[k] = FIRST_DECAY * first[k] + (1 - FIRST_DECAY) * slope;
            second[k] = SECOND_DECAY * second[k] + (1 - SECOND_DECAY) * slope * slope;
            value[k] += length * first[k] / ((float) Math.sqrt(second[k] * secondShare) + Float.MIN_NORMAL);
            average[k] += share * (value[k] - average[k]);
        }
    }
}
