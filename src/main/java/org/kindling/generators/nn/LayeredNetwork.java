package org.kindling.generators.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A network of layers in training, with all its weights in one flat vector: layer after layer the weights, shape [inputs, outputs],
 * the biases, and for a normalised layer the gains and shifts of the normalised neurons. Matrix products go to OpenBLAS on the
 * calling thread; everything else is done in place, so that memory does not grow. Holds the last forward pass; not thread-safe.
 *
 * <p>Normalisation: S. Ioffe, C. Szegedy, Batch normalization, ICML 2015, arXiv:1502.03167. Dropout: N. Srivastava et al., J.
 * Mach. Learn. Res. 15, 1929 (2014).
 */
public final class LayeredNetwork {

    private final int inputs;
    private final List<LayerKind> kinds;
    private final List<NetworkLayer> layers;

    private LayeredNetwork(int inputs, List<LayerKind> kinds, int rows) {
        this.inputs = inputs;
        this.kinds = List.copyOf(kinds);
        List<NetworkLayer> made = new ArrayList<>();
        int before = inputs;
        for (LayerKind kind : kinds) {
            made.add(new NetworkLayer(before, kind, rows));
            before = kind.outputs();
        }
        this.layers = List.copyOf(made);
    }

    /**
     * A network, whose weights must be loaded before it is used.
     *
     * @param inputs how many numbers go in
     * @param kinds its layers
     * @param rows the largest batch
     * @return the network
     */
    public static LayeredNetwork of(int inputs, List<LayerKind> kinds, int rows) {
        return new LayeredNetwork(inputs, kinds, rows);
    }

    /**
     * The length of the flat vector.
     *
     * @return the number of weights, biases, gains and shifts
     */
    public int count() {
        return layers.stream().mapToInt(NetworkLayer::count).sum();
    }

    /**
     * Weights before training: uniform within \( \pm \sqrt{6 / (\mathrm{inputs} + \mathrm{outputs})} \) of each layer; gains 1, the
     * rest 0.
     *
     * <p>Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS 2010.
     *
     * @param random where randomness comes from
     * @return a new flat vector
     */
    public float[] initial(UniformRandomProvider random) {
        float[] flat = new float[count()];
        int from = 0;
        int before = inputs;
        for (int layer = 0; layer < layers.size(); layer++) {
            int outputs = kinds.get(layer).outputs();
            double bound = Math.sqrt(6.0 / (before + outputs));
            for (int k = 0; k < before * outputs; k++) {
                flat[from + k] = (float) (bound * (2 * random.nextDouble() - 1));
            }
            for (int k = 0; kinds.get(layer).normalised() && k < outputs; k++) {
                flat[from + (before + 1) * outputs + k] = 1;
            }
            from += layers.get(layer).count();
            before = outputs;
        }
        return flat;
    }

    /**
     * Running averages before training: means 0, variances 1.
     *
     * @return a new array, for each normalised layer the means and then the variances of its neurons
     */
    public float[] initialAverages() {
        float[] averages =
                new float[layers.stream().mapToInt(NetworkLayer::averages).sum()];
        int from = 0;
        for (NetworkLayer layer : layers) {
            int half = layer.averages() / 2;
            Arrays.fill(averages, from + half, from + 2 * half, 1);
            from += 2 * half;
        }
        return averages;
    }

    /**
     * Sets the weights.
     *
     * @param flat all of them; copied
     */
    public void load(float[] flat) {
        int from = 0;
        for (NetworkLayer layer : layers) {
            layer.load(flat, from);
            from += layer.count();
        }
    }

    /**
     * What the network gives once it is trained: nothing is dropped, and running averages normalise.
     *
     * @param input shape [rows, inputs]
     * @param rows how many rows
     * @param averages the running averages
     * @return shape [rows, outputs]; valid until the network is used again
     */
    public float[] infer(float[] input, int rows, float[] averages) {
        float[] neurons = input;
        int from = 0;
        for (NetworkLayer layer : layers) {
            neurons = layer.infer(neurons, rows, averages, from);
            from += layer.averages();
        }
        return neurons;
    }

    /**
     * What the network gives in training.
     *
     * @param input shape [rows, inputs]
     * @param rows how many rows
     * @param random decides what is dropped
     * @return shape [rows, outputs]; valid until the network is used again
     */
    public float[] forward(float[] input, int rows, UniformRandomProvider random) {
        float[] neurons = input;
        for (NetworkLayer layer : layers) {
            neurons = layer.forward(neurons, rows, random);
        }
        return neurons;
    }

    /**
     * Moves running averages towards the moments of the last training pass.
     *
     * @param averages the running averages, which are changed
     * @param momentum how much of them is kept
     */
    public void track(float[] averages, double momentum) {
        int from = 0;
        for (NetworkLayer layer : layers) {
            layer.track(averages, from, (float) momentum);
            from += layer.averages();
        }
    }

    /**
     * Takes a derivative back through the last training pass, once.
     *
     * @param byOutput the derivative of the loss by what the pass gave, shape [rows, outputs]
     * @param rows how many rows
     * @param gradient receives the derivative of the loss by the flat vector
     * @return the derivative by the input, shape [rows, inputs]; valid until the network is used again
     */
    public float[] backward(float[] byOutput, int rows, float[] gradient) {
        float[] by = byOutput;
        int to = gradient.length;
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            to -= layers.get(layer).count();
            by = layers.get(layer).backward(by, rows, gradient, to);
        }
        return by;
    }
}
