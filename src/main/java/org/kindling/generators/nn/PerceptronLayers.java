package org.kindling.generators.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.PerceptronShape;

/** The layers of a perceptron in training, of which there may be many: without native memory. Immutable and thread-safe. */
public final class PerceptronLayers {

    private final PerceptronShape shape;
    private final float[] weights;
    private final List<float[]> matrices;

    private PerceptronLayers(PerceptronShape shape, float[] weights) {
        this.shape = shape;
        this.weights = weights;
        this.matrices = IntStream.range(0, shape.layers())
                .mapToObj(layer -> Arrays.copyOfRange(weights, shape.weightsAt(layer), shape.biasesAt(layer)))
                .toList();
    }

    /**
     * The layers of a perceptron.
     *
     * @param shape the sizes of the layers
     * @param weights all weights and biases in the order of the shape; copied
     * @return the layers
     */
    public static PerceptronLayers of(PerceptronShape shape, float[] weights) {
        return new PerceptronLayers(shape, weights.clone());
    }

    /**
     * The neurons after some layers.
     *
     * @param latents what goes into the first layer, shape [rows, latents]
     * @param rows how many rows
     * @param layers how many layers to pass, at least 1
     * @return a new array, shape [rows, outputs of the last of these layers]
     */
    public float[] neurons(float[] latents, int rows, int layers) {
        float[] neurons = latents;
        for (int layer = 0; layer < layers; layer++) {
            float[] next = new float[rows * shape.outputs(layer)];
            MatrixProducts.product(neurons, matrices.get(layer), next, rows, shape.inputs(layer), shape.outputs(layer));
            PerceptronGenerator.activate(shape, weights, layer, next, rows);
            neurons = next;
        }
        return neurons;
    }
}
