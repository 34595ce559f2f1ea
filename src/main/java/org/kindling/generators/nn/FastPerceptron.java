package org.kindling.generators.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.generators.Generator;
import org.kindling.generators.Latent;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.PerceptronShape;

/**
 * A perceptron whose decoders multiply matrices by OpenBLAS: the same numbers as {@link PerceptronGenerator} up to rounding in
 * single precision, which may depend on the place of a row in its batch, many times faster. Immutable and thread-safe; each thread takes a decoder of its own.
 */
public final class FastPerceptron implements Generator {

    /** Rows of a product: enough that OpenBLAS is at its best, few enough that they stay in the cache. */
    private static final int ROWS = 256;

    private final PerceptronGenerator perceptron;
    private final PerceptronShape shape;
    private final float[] weights;
    private final List<float[]> matrices;

    private FastPerceptron(PerceptronGenerator perceptron) {
        this.perceptron = perceptron;
        this.shape = perceptron.shape();
        this.weights = perceptron.weights();
        this.matrices = IntStream.range(0, shape.layers())
                .mapToObj(layer -> Arrays.copyOfRange(weights, shape.weightsAt(layer), shape.biasesAt(layer)))
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

    private final class BlasDecoder implements Decoder {

        private final List<float[]> neurons = IntStream.rangeClosed(0, shape.layers())
                .mapToObj(layer -> new float[ROWS * shape.sizes().get(layer)])
                .toList();

        @Override
        public void decode(double[] latents, double[] coordinates, int sets) {
            for (int first = 0; first < sets; first += ROWS) {
                int rows = Math.min(ROWS, sets - first);
                float[] input = neurons.get(0);
                for (int k = 0; k < rows * latents(); k++) {
                    input[k] = (float) latents[first * latents() + k];
                }
                for (int layer = 0; layer < shape.layers(); layer++) {
                    float[] output = neurons.get(layer + 1);
                    MatrixProducts.product(
                            neurons.get(layer),
                            matrices.get(layer),
                            output,
                            rows,
                            shape.inputs(layer),
                            shape.outputs(layer));
                    PerceptronGenerator.activate(shape, weights, layer, output, rows);
                }
                float[] output = neurons.get(shape.layers());
                for (int k = 0; k < rows * dimension(); k++) {
                    coordinates[first * dimension() + k] = output[k];
                }
            }
        }
    }
}
