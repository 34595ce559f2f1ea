package org.kindling.generators.nn;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A perceptron with one hidden layer of hyperbolic tangents and linear outputs, on DL4J, whose error comes from outside. Its
 * weights are those of the network in DL4J's own order, which is the one that generators evaluate in plain Java. Not
 * thread-safe.
 */
final class Perceptron {

    private final MultiLayerNetwork network;
    private final int inputs;
    private final int outputs;

    Perceptron(int inputs, int hidden, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(inputs)
                        .nOut(hidden)
                        .activation(Activation.TANH)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nIn(hidden)
                        .nOut(outputs)
                        .activation(Activation.IDENTITY)
                        .build())
                .build();
        network = new MultiLayerNetwork(configuration);
        network.init();
    }

    int weights() {
        return Math.toIntExact(network.numParams());
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    /** The outputs, shape [rows, outputs], for weights that start at a place of a list and inputs of shape [rows, inputs]. */
    double[] forward(double[] weights, int start, double[] input, int rows) {
        double[] own = new double[weights()];
        System.arraycopy(weights, start, own, 0, own.length);
        try (INDArray parameters = Nd4j.createFromArray(own)) {
            network.setParams(parameters.reshape(1, own.length));
        }
        network.setInput(Nd4j.create(input, new long[] {rows, inputs}, 'c'));
        INDArray output = network.feedForward(true, false).get(2);
        return output.dup('c').data().asDouble();
    }

    /**
     * Takes the derivative of a loss back through the last forward pass; puts that by the weights at its place of a list, and
     * returns that by the inputs, shape [rows, inputs].
     */
    double[] backward(double[] byOutputs, int rows, double[] byWeights, int start) {
        INDArray error = Nd4j.create(byOutputs, new long[] {rows, outputs}, 'c');
        Pair<org.deeplearning4j.nn.gradient.Gradient, INDArray> result =
                network.backpropGradient(error, LayerWorkspaceMgr.noWorkspaces());
        double[] gradient = result.getFirst().gradient().dup('f').data().asDouble();
        System.arraycopy(gradient, 0, byWeights, start, gradient.length);
        return result.getSecond().dup('c').data().asDouble();
    }
}
