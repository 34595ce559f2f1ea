package org.kindling.generators;

/**
 * Stochastic gradient descent with adaptive steps.
 *
 * <p>Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015, arXiv:1412.6980. Not thread-safe.
 */
public final class Adam {

    private static final double SMALLEST = 1e-8;

    private final double firstDecay;
    private final double secondDecay;
    private final double[] first;
    private final double[] second;
    private double steps;

    private Adam(double firstDecay, double secondDecay, double[] first, double[] second, double steps) {
        this.firstDecay = firstDecay;
        this.secondDecay = secondDecay;
        this.first = first;
        this.second = second;
        this.steps = steps;
    }

    /**
     * A descent that has made no step.
     *
     * @param weights how many weights there are
     * @param firstDecay how much of the mean gradient is kept at a step
     * @param secondDecay how much of the mean squared gradient is kept
     * @return the descent
     */
    public static Adam of(int weights, double firstDecay, double secondDecay) {
        return new Adam(firstDecay, secondDecay, new double[weights], new double[weights], 0);
    }

    /**
     * The same descent, going on from a state.
     *
     * @param state what {@link #addTo} noted
     * @return the descent
     */
    public Adam from(NamedArrays state) {
        return new Adam(
                firstDecay,
                secondDecay,
                state.numbers("adamFirst"),
                state.numbers("adamSecond"),
                state.number("adamSteps"));
    }

    /**
     * Notes the state.
     *
     * @param state arrays of the training
     * @return these and the descent's
     */
    public NamedArrays addTo(NamedArrays state) {
        return state.with("adamFirst", first).with("adamSecond", second).with("adamSteps", new double[] {steps});
    }

    /**
     * Makes a step.
     *
     * @param weights the weights, which are changed
     * @param gradient the derivative of the loss by each
     * @param lengths how long each weight's step is beside the others'
     * @param rate the length of the step
     */
    public void step(double[] weights, double[] gradient, double[] lengths, double rate) {
        steps++;
        double firstBias = 1 - Math.pow(firstDecay, steps);
        double secondBias = 1 - Math.pow(secondDecay, steps);
        for (int k = 0; k < weights.length; k++) {
            first[k] += (1 - firstDecay) * (gradient[k] - first[k]);
            second[k] += (1 - secondDecay) * (gradient[k] * gradient[k] - second[k]);
            weights[k] -= rate * lengths[k] * (first[k] / firstBias) / (Math.sqrt(second[k] / secondBias) + SMALLEST);
        }
    }
}
