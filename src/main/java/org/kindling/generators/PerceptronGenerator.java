package org.kindling.generators;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A perceptron that maps normal latent numbers to coordinates. With the weights \( W_l \), shape [inputs, outputs], and biases
 * \( b_l \), shape [outputs], of layer l,
 *
 * <p>\[ h_0 = z, \quad h_l = \phi(h_{l-1} W_l + b_l), \quad u = h_{L-1} W_L + b_L, \quad
 * \phi(y) = \max(y, 0.2\,y). \]
 *
 * <p>It computes in single precision and has no density that could be computed. The activation is that of S. Choudhury et al.,
 * Generative machine learning produces kinetic models that accurately characterize intracellular metabolic states, Nature
 * Catalysis 7, 1086 (2024), doi:10.1038/s41929-024-01220-6.
 */
public final class PerceptronGenerator implements Generator {

    /** The name of the family. */
    public static final String FAMILY = "perceptron";

    /** The slope of the activation for negative arguments, as published. */
    public static final float LEAK = 0.2f;

    /** Rows that share a pass over the weights, which do not fit into the cache next to the core. */
    private static final int ROWS = 16;

    private static final String SIZES = "sizes";
    private static final String WEIGHTS = "weights of layer ";
    private static final String BIASES = "biases of layer ";

    private final PerceptronShape shape;
    private final float[] weights;

    private PerceptronGenerator(PerceptronShape shape, float[] weights) {
        this.shape = shape;
        this.weights = weights;
    }

    /**
     * A generator from its weights.
     *
     * @param shape the sizes of the layers
     * @param weights all weights and biases in the order of the shape; copied
     * @return the generator
     * @throws IllegalArgumentException if the number of weights is not that of the shape, or one is not finite
     */
    public static PerceptronGenerator of(PerceptronShape shape, float[] weights) {
        if (weights.length != shape.count()) {
            throw new IllegalArgumentException("The layers " + shape.sizes() + " have " + shape.count()
                    + " weights and biases, not " + weights.length + ".");
        }
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("A weight must be finite, not " + weight + ".");
            }
        }
        return new PerceptronGenerator(shape, weights.clone());
    }

    /**
     * A generator from its arrays.
     *
     * @param arrays what {@link #arrays} gave
     * @return the generator
     * @throws IllegalArgumentException if an array is missing, of another shape, or not finite
     */
    public static PerceptronGenerator of(NamedArrays arrays) {
        PerceptronShape shape = new PerceptronShape(Arrays.stream(arrays.numbers(SIZES))
                .mapToObj(size -> (int) size)
                .toList());
        float[] weights = new float[shape.count()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            copy(arrays, WEIGHTS + layer, weights, shape.weightsAt(layer), shape.biasesAt(layer));
            copy(arrays, BIASES + layer, weights, shape.biasesAt(layer), shape.weightsAt(layer + 1));
        }
        return of(shape, weights);
    }

    private static void copy(NamedArrays arrays, String name, float[] weights, int from, int to) {
        float[] part = arrays.singles(name);
        if (part.length != to - from) {
            throw new IllegalArgumentException(name + " has " + part.length + " numbers instead of " + (to - from));
        }
        System.arraycopy(part, 0, weights, from, part.length);
    }

    /**
     * The sizes of the layers.
     *
     * @return the shape
     */
    public PerceptronShape shape() {
        return shape;
    }

    /**
     * All weights.
     *
     * @return a copy, in the order of the shape
     */
    public float[] weights() {
        return weights.clone();
    }

    @Override
    public Latent latent() {
        return Latent.NORMAL;
    }

    @Override
    public int latents() {
        return shape.inputs(0);
    }

    @Override
    public int dimension() {
        return shape.outputs(shape.layers() - 1);
    }

    @Override
    public Optional<Density> density() {
        return Optional.empty();
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public NamedArrays arrays() {
        NamedArrays arrays = NamedArrays.EMPTY.with(
                SIZES, shape.sizes().stream().mapToDouble(Integer::doubleValue).toArray());
        for (int layer = 0; layer < shape.layers(); layer++) {
            float[] matrix = Arrays.copyOfRange(weights, shape.weightsAt(layer), shape.biasesAt(layer));
            float[] biases = Arrays.copyOfRange(weights, shape.biasesAt(layer), shape.weightsAt(layer + 1));
            arrays = arrays.with(WEIGHTS + layer, matrix, shape.inputs(layer), shape.outputs(layer))
                    .with(BIASES + layer, biases);
        }
        return arrays;
    }

    @Override
    public Decoder decoder() {
        return new PlainDecoder();
    }

    /**
     * Adds the biases of a layer to what came out of its product with the weights, and activates it unless it is the last.
     *
     * @param shape the sizes of the layers
     * @param weights all weights and biases
     * @param layer the layer
     * @param neurons the product, shape [rows, outputs], which is overwritten
     * @param rows how many rows there are
     */
    public static void activate(PerceptronShape shape, float[] weights, int layer, float[] neurons, int rows) {
        int width = shape.outputs(layer);
        int biases = shape.biasesAt(layer);
        float leak = layer < shape.layers() - 1 ? LEAK : 1;
        for (int row = 0; row < rows; row++) {
            activateRow(weights, biases, neurons, row * width, width, leak);
        }
    }

    /**
     * The halved sum is the activation without any rounding of its own: one of its terms is 0, the other one doubled. Unlike a
     * maximum it is compiled to vector instructions that do not ask for the sign of zeros.
     */
    private static void activateRow(float[] weights, int biases, float[] neurons, int start, int width, float leak) {
        for (int k = 0; k < width; k++) {
            float sum = neurons[start + k] + weights[biases + k];
            float size = Math.abs(sum);
            neurons[start + k] = 0.5f * ((sum + size) + leak * (sum - size));
        }
    }

    /** Plain loops over blocks of rows; the innermost runs along the outputs, where the compiler uses vector registers. */
    private final class PlainDecoder implements Decoder {

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
                    multiply(layer, neurons.get(layer), neurons.get(layer + 1), rows);
                    activate(shape, weights, layer, neurons.get(layer + 1), rows);
                }
                float[] output = neurons.get(shape.layers());
                for (int k = 0; k < rows * dimension(); k++) {
                    coordinates[first * dimension() + k] = output[k];
                }
            }
        }

        private void multiply(int layer, float[] input, float[] output, int rows) {
            int inputs = shape.inputs(layer);
            int outputs = shape.outputs(layer);
            Arrays.fill(output, 0, rows * outputs, 0);
            for (int i = 0, place = shape.weightsAt(layer); i < inputs; i++, place += outputs) {
                for (int row = 0; row < rows; row++) {
                    addScaled(input[row * inputs + i], place, output, row * outputs, outputs);
                }
            }
        }

        private void addScaled(float factor, int place, float[] output, int start, int outputs) {
            for (int k = 0; k < outputs; k++) {
                output[start + k] += factor * weights[place + k];
            }
        }
    }
}
