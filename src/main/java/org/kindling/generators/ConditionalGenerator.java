package org.kindling.generators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A network that maps normal latent numbers and a label to coordinates, as generative adversarial networks train it, for the label
 * <em>valid</em>. With the label \( y = 1 \) as the last input, \( h_0 = (z, y) \),
 *
 * <p>\[ a_l = \phi(h_{l-1} W_l + b_l), \quad h_l = g_l \frac{a_l - m_l}{\sqrt{v_l + 0.001}} + s_l, \quad
 * y = h_{L-1} W_L + b_L, \quad \phi(y) = \max(y, 0.2\,y). \]
 *
 * <p>Means m and variances v are averages of the training, so that the same z gives the same u whatever is beside it. It computes
 * in single precision and has no density that could be computed. Immutable and thread-safe; each thread takes a decoder of its own.
 *
 * <p>Source: S. Choudhury et al., Reconstructing kinetic models for dynamical studies of metabolism using generative adversarial
 * networks, Nature Machine Intelligence 4, 710 (2022), doi:10.1038/s42256-022-00519-y.
 */
public final class ConditionalGenerator implements Generator {

    /** The name of the family. */
    public static final String FAMILY = "conditional";

    /** The label of valid sets; that of the others is its negative. */
    public static final float VALID = 1;

    /** Added to the variances by which neurons are normalised. */
    public static final float SMALLEST_VARIANCE = 1e-3f;

    /** How coordinates are made of the sums y of the last layer. */
    public enum Output {
        /** \( u = w \tanh y \), with normal latent numbers, as published. */
        SQUASHED(Latent.NORMAL, 0),
        /**
         * \( u = t z + w\,y \), with logistic latent numbers, one for each parameter: the network corrects draws from the prior. It is
         * given \( t z \) too. A factor t below 1 keeps from the ends of the distribution, where the least has been learnt; 0.85 costs no
         * direction and little divergence (docs/benchmarks.md).
         *
         * <p>Source of the factor: A. Brock, J. Donahue, K. Simonyan, Large scale GAN training for high fidelity natural image
         * synthesis, ICLR 2019, arXiv:1809.11096, where tails are cut off instead.
         */
        RESIDUAL(Latent.LOGISTIC, 0.85);

        private final Latent latent;
        private final double residual;

        Output(Latent latent, double residual) {
            this.latent = latent;
            this.residual = residual;
        }

        /**
         * The distribution of the latent numbers.
         *
         * @return what z is drawn from
         */
        public Latent latent() {
            return latent;
        }
    }

    private static final String SIZES = "sizes";
    private static final String WEIGHTS = "weights";
    private static final String AVERAGES = "averages";
    private static final String WIDTH = "width";
    private static final String RESIDUAL = "residual";

    private final PerceptronShape shape;
    private final float[] weights;
    private final float[] averages;
    private final double width;
    private final double residual;
    private final Generator perceptron;

    private ConditionalGenerator(
            PerceptronShape shape,
            float[] weights,
            float[] averages,
            double width,
            double residual,
            Generator perceptron) {
        this.shape = shape;
        this.residual = residual;
        this.weights = weights;
        this.averages = averages;
        this.width = width;
        this.perceptron = perceptron;
    }

    /**
     * A generator from its numbers.
     *
     * @param shape the sizes of the layers; the first counts the label
     * @param weights layer after layer the weights, shape [inputs, outputs], the biases, and for all layers but the last the gains
     *     and the shifts, shape [outputs] each; copied
     * @param averages for all layers but the last the means and the variances, shape [outputs] each; copied
     * @param width the factor w of the sums of the last layer
     * @param output how coordinates are made of them
     * @return the generator
     * @throws IllegalArgumentException if the numbers are not those of the shape, or one is not finite
     */
    public static ConditionalGenerator of(
            PerceptronShape shape, float[] weights, float[] averages, double width, Output output) {
        return of(shape, weights, averages, width, output.residual);
    }

    private static ConditionalGenerator of(
            PerceptronShape shape, float[] weights, float[] averages, double width, double residual) {
        int hidden = shape.sizes().subList(1, shape.layers()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (shape.inputs(0) < 2) {
            throw new IllegalArgumentException("There must be a latent number besides the label.");
        }
        if (weights.length != shape.count() + 2 * hidden || averages.length != 2 * hidden) {
            throw new IllegalArgumentException(
                    "The layers " + shape.sizes() + " have " + (shape.count() + 2 * hidden) + " weights and "
                            + 2 * hidden + " averages, not " + weights.length + " and " + averages.length + ".");
        }
        if (residual != 0 && shape.inputs(0) != shape.outputs(shape.layers() - 1) + 1) {
            throw new IllegalArgumentException("There must be a latent number for each parameter.");
        }
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The width must be positive and finite, not " + width + ".");
        }
        if (!(residual >= 0 && residual < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The factor of latent numbers must be finite, not " + residual + ".");
        }
        double latentScale = residual == 0 ? 1 : residual;
        return new ConditionalGenerator(
                shape,
                weights.clone(),
                averages.clone(),
                width,
                residual,
                folded(shape, weights, averages, latentScale));
    }

    /**
     * A generator from its arrays.
     *
     * @param arrays what {@link #arrays} gave
     * @return the generator
     * @throws IllegalArgumentException if an array is missing, of another shape, or not finite
     */
    public static ConditionalGenerator of(NamedArrays arrays) {
        PerceptronShape shape = new PerceptronShape(Arrays.stream(arrays.numbers(SIZES))
                .mapToObj(size -> (int) size)
                .toList());
        return of(
                shape,
                arrays.singles(WEIGHTS),
                arrays.singles(AVERAGES),
                arrays.number(WIDTH),
                arrays.number(RESIDUAL));
    }

    /** The same network without label and normalisation: they are constants, which go into the weights and biases after them. */
    private static PerceptronGenerator folded(
            PerceptronShape shape, float[] weights, float[] averages, double latentScale) {
        List<Integer> sizes = new ArrayList<>(shape.sizes());
        sizes.set(0, shape.inputs(0) - 1);
        PerceptronShape plain = new PerceptronShape(sizes);
        float[] all = new float[plain.count()];
        double[] scale = new double[shape.inputs(0)];
        double[] shift = new double[shape.inputs(0)];
        Arrays.fill(scale, 0, scale.length - 1, latentScale);
        shift[shift.length - 1] = VALID;
        int from = 0;
        int average = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            int outputs = shape.outputs(layer);
            int biases = from + shape.inputs(layer) * outputs;
            for (int k = 0; k < outputs; k++) {
                double bias = weights[biases + k];
                for (int i = 0; i < shape.inputs(layer); i++) {
                    double weight = weights[from + i * outputs + k];
                    bias += shift[i] * weight;
                    if (i < plain.inputs(layer)) {
                        all[plain.weightsAt(layer) + i * outputs + k] = (float) (scale[i] * weight);
                    }
                }
                all[plain.biasesAt(layer) + k] = (float) bias;
            }
            from = biases + outputs;
            if (layer < shape.layers() - 1) {
                scale = new double[outputs];
                shift = new double[outputs];
                for (int k = 0; k < outputs; k++) {
                    scale[k] = weights[from + k] / Math.sqrt(averages[average + outputs + k] + SMALLEST_VARIANCE);
                    shift[k] = weights[from + outputs + k] - scale[k] * averages[average + k];
                }
                from += 2 * outputs;
                average += 2 * outputs;
            }
        }
        return PerceptronGenerator.of(plain, all);
    }

    /**
     * The hyperbolic tangent, to single precision: several times faster than that of the library.
     *
     * @param y any number
     * @return \( \tanh y \)
     */
    public static float tanh(float y) {
        return (float) (1 - 2 / (Math.exp(2.0 * y) + 1));
    }

    /**
     * The sizes of the layers.
     *
     * @return the shape, whose first size counts the label
     */
    public PerceptronShape shape() {
        return shape;
    }

    /**
     * All weights.
     *
     * @return a copy, in the order of {@link #of(PerceptronShape, float[], float[], double, Output)}
     */
    public float[] weights() {
        return weights.clone();
    }

    /**
     * The averages by which neurons are normalised.
     *
     * @return a copy, in the order of {@link #of(PerceptronShape, float[], float[], double, Output)}
     */
    public float[] averages() {
        return averages.clone();
    }

    /**
     * The width.
     *
     * @return the factor of the sums of the last layer, or of their tangents
     */
    public double width() {
        return width;
    }

    /**
     * How coordinates are made of the sums of the last layer.
     *
     * @return the kind of output
     */
    public Output output() {
        return residual == 0 ? Output.SQUASHED : Output.RESIDUAL;
    }

    /**
     * The same generator by another way through its layers.
     *
     * @param way another way through a perceptron
     * @return a generator of the same sets, up to rounding
     */
    public ConditionalGenerator by(Function<PerceptronGenerator, Generator> way) {
        return perceptron instanceof PerceptronGenerator plain
                ? new ConditionalGenerator(shape, weights, averages, width, residual, way.apply(plain))
                : this;
    }

    @Override
    public Latent latent() {
        return output().latent();
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
        return Optional.empty();
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public NamedArrays arrays() {
        return NamedArrays.EMPTY
                .with(
                        SIZES,
                        shape.sizes().stream().mapToDouble(Integer::doubleValue).toArray())
                .with(WEIGHTS, weights)
                .with(AVERAGES, averages)
                .with(WIDTH, new double[] {width})
                .with(RESIDUAL, new double[] {residual});
    }

    @Override
    public Decoder decoder() {
        Decoder sums = perceptron.decoder();
        return (latents, coordinates, sets) -> {
            sums.decode(latents, coordinates, sets);
            for (int k = 0; k < sets * dimension(); k++) {
                coordinates[k] = residual == 0
                        ? width * tanh((float) coordinates[k])
                        : residual * latents[k] + width * coordinates[k];
            }
        };
    }
}
