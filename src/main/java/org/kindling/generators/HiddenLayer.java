package org.kindling.generators;

/**
 * A perceptron with one hidden layer of hyperbolic tangents and linear outputs, evaluated in plain Java. Its weights are one
 * flat list: for the hidden layer the weights of each unit, then the biases, and the same for the outputs. Immutable.
 */
final class HiddenLayer {

    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final double[] weights;

    HiddenLayer(int inputs, int hidden, int outputs, double[] weights) {
        if (weights.length != size(inputs, hidden, outputs)) {
            throw new IllegalArgumentException(weights.length + " weights for a network of " + inputs + ", " + hidden
                    + " and " + outputs + " units");
        }
        this.inputs = inputs;
        this.hidden = hidden;
        this.outputs = outputs;
        this.weights = weights;
    }

    /** The number of weights of such a network. */
    static int size(int inputs, int hidden, int outputs) {
        return (inputs + 1) * hidden + (hidden + 1) * outputs;
    }

    double[] apply(double[] input) {
        double[] middle = layer(0, input, inputs, hidden);
        for (int k = 0; k < hidden; k++) {
            middle[k] = Math.tanh(middle[k]);
        }
        return layer((inputs + 1) * hidden, middle, hidden, outputs);
    }

    private double[] layer(int start, double[] input, int from, int to) {
        double[] output = new double[to];
        for (int unit = 0; unit < to; unit++) {
            double sum = weights[start + from * to + unit];
            for (int k = 0, place = start + unit * from; k < from; k++, place++) {
                sum += weights[place] * input[k];
            }
            output[unit] = sum;
        }
        return output;
    }
}
