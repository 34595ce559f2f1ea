package org.kindling.generators.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.kindling.generators.Generator;
import org.kindling.generators.Latent;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.PerceptronShape;

/**
 * A perceptron whose decoders multiply matrices by OpenBLAS: the same numbers as {@link PerceptronGenerator} up to rounding in
 * single precision, which may depend on the place of a row in its batch, many times faster. Immutable and thread-safe; each
 * thread takes a decoder of its own.
 *
 * <p>Weights and buffers lie in native memory, which is freed after their owners are collected: make few of them.
 */
public final class FastPerceptron implements Generator {

    /** Rows of a product: enough that OpenBLAS is at its best, few enough that they stay in the cache. */
    private static final int ROWS = 256;

    private final PerceptronGenerator perceptron;
    private final PerceptronShape shape;
    private final float[] weights;
    private final List<FloatPointer> matrices;

    private FastPerceptron(PerceptronGenerator perceptron) {
        this.perceptron = perceptron;
        this.shape = perceptron.shape();
        this.weights = perceptron.weights();
        this.matrices = IntStream.range(0, shape.layers())
                .mapToObj(layer -> Arrays.copyOfRange(weights, shape.weightsAt(layer), shape.biasesAt(layer)))
                .map(FloatPointer::new)
                .toList();
    }

    /**
     * The fast way through a perceptron.
     *
     * @param perceptron the perceptron
     * @return the same generator with other decoders
     */
    public static FastPerceptron of(PerceptronGenerator perceptron) {
        return new FastPerceptron(perceptron);
    }

    @Override
    public Latent latent() {
        return perceptron.latent();
    }

    @Override
    public int latents() {
        return perceptron.latents();
    }

    @Override
    public int dimension() {
        return perceptron.dimension();
    }

    @Override
    public Optional<Density> density() {
        return perceptron.density();
    }

    @Override
    public String family() {
        return perceptron.family();
    }

    @Override
    public NamedArrays arrays() {
        return perceptron.arrays();
    }

    @Override
    public Decoder decoder() {
        return new BlasDecoder();
    }

    /** The library works on native memory, the activation on an array of Java's: copying is cheap beside either. */
    private final class BlasDecoder implements Decoder {

        private final List<FloatPointer> neurons = shape.sizes().stream()
                .map(size -> new FloatPointer((long) ROWS * size))
                .toList();
        private final float[] numbers = new float[ROWS * shape.widest()];

        @Override
        public void decode(double[] latents, double[] coordinates, int sets) {
            for (int first = 0; first < sets; first += ROWS) {
                int rows = Math.min(ROWS, sets - first);
                for (int k = 0; k < rows * latents(); k++) {
                    numbers[k] = (float) latents[first * latents() + k];
                }
                for (int layer = 0; layer < shape.layers(); layer++) {
                    pass(layer, rows);
                }
                for (int k = 0; k < rows * dimension(); k++) {
                    coordinates[first * dimension() + k] = numbers[k];
                }
            }
        }

        private void pass(int layer, int rows) {
            int inputs = shape.inputs(layer);
            int outputs = shape.outputs(layer);
            FloatPointer input = neurons.get(layer).put(numbers, 0, rows * inputs);
            FloatPointer output = neurons.get(layer + 1);
            MatrixProducts.product(input, matrices.get(layer), output, rows, inputs, outputs);
            output.get(numbers, 0, rows * outputs);
            PerceptronGenerator.activate(shape, weights, layer, numbers, rows);
        }
    }
}
