package org.kindling.generators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;

/**
 * A normalising flow: latent numbers pass through coupling layers, then are scaled and shifted one by one,
 * \( u_k = m_k + e^{b_k} x_k \). Each layer keeps every other number, and scales and shifts those between them by what a
 * perceptron makes of the kept ones, so that the map can be inverted and its density computed. It may be conditioned on the
 * reference state; then the perceptrons see the state too, and one more of them adjusts m and b to it. Of a state unlike all that it
 * was trained on it is told nothing.
 *
 * <p>Source: L. Dinh, J. Sohl-Dickstein, S. Bengio, Density estimation using Real NVP, arXiv:1605.08803.
 */
public final class FlowGenerator implements Generator {

    /** The name of the family. */
    public static final String FAMILY = "flow";

    /** A layer's logarithm of scales stays within this, so that a stack of layers cannot explode. */
    public static final double LARGEST_LN_SCALE = 0.5;

    /** Latent numbers are squashed by this before a perceptron sees them: their own spread. */
    public static final double LATENT_SPREAD = 3;

    /**
     * The sizes of the networks.
     *
     * @param dimension how many parameters vary
     * @param layers how many coupling layers there are; may be 0
     * @param hidden how many hidden units each perceptron has
     * @param features how many numbers describe the state; 0 if the flow is not conditioned on it
     */
    public record Shape(int dimension, int layers, int hidden, int features) {

        /**
         * Creates a shape.
         *
         * @throws IllegalArgumentException if a size is negative, or there is no parameter
         */
        public Shape {
            if (dimension < 1 || layers < 0 || hidden < 1 || features < 0) {
                throw new IllegalArgumentException("A flow of " + dimension + " parameters, " + layers + " layers, "
                        + hidden + " hidden units and " + features + " features");
            }
        }

        /**
         * How many numbers a layer keeps.
         *
         * @param layer the layer
         * @return the count of those at even places for an even layer, at odd ones for an odd layer
         */
        public int kept(int layer) {
            return (dimension + 1 - layer % 2) / 2;
        }

        /**
         * How many inputs the perceptron of a layer has.
         *
         * @param layer the layer
         * @return the kept numbers and the features
         */
        public int inputs(int layer) {
            return kept(layer) + features;
        }

        /**
         * How many outputs the perceptron of a layer has.
         *
         * @param layer the layer
         * @return a scale and a shift for each number that is not kept
         */
        public int outputs(int layer) {
            return 2 * (dimension - kept(layer));
        }

        NamedArrays addTo(NamedArrays arrays) {
            return arrays.with("shape", new double[] {dimension, layers, hidden, features});
        }

        static Shape of(NamedArrays arrays) {
            double[] numbers = arrays.numbers("shape");
            return new Shape((int) numbers[0], (int) numbers[1], (int) numbers[2], (int) numbers[3]);
        }
    }

    private final Shape shape;
    private final double[] location;
    private final double[] lnScale;
    private final List<double[]> layers;
    private final Optional<StateFeatures> features;
    private final double[] conditioner;
    private final double[] state;

    private FlowGenerator(
            Shape shape,
            List<double[]> weights,
            Optional<StateFeatures> features,
            double[] conditioner,
            double[] state) {
        this.shape = shape;
        this.location = weights.get(0);
        this.lnScale = weights.get(1);
        this.layers = weights.subList(2, weights.size());
        this.features = features;
        this.conditioner = conditioner;
        this.state = state;
    }

    /**
     * A flow from its weights.
     *
     * @param shape the sizes of its networks
     * @param weights m, b, then the weights of each layer's perceptron; copied
     * @param features what it sees of a state, where it is conditioned on it
     * @param conditioner the weights of the perceptron that adjusts m and b to the state; empty where it is not conditioned
     * @return the flow; one that is conditioned generates as for a state that it knows nothing of, until it is told one
     * @throws IllegalArgumentException if some weights do not fit the shape
     */
    public static FlowGenerator of(
            Shape shape, List<double[]> weights, Optional<StateFeatures> features, double[] conditioner) {
        if (weights.size() != shape.layers() + 2
                || weights.get(0).length != shape.dimension()
                || weights.get(1).length != shape.dimension()
                || features.map(StateFeatures::count).orElse(0) != shape.features()) {
            throw new IllegalArgumentException("The weights do not fit " + shape + ".");
        }
        List<double[]> copies = weights.stream().map(double[]::clone).toList();
        return new FlowGenerator(shape, copies, features, conditioner.clone(), new double[shape.features()]);
    }

    /**
     * A flow from its arrays.
     *
     * @param arrays what {@link #arrays} gave
     * @return the flow
     * @throws IllegalArgumentException if an array is missing or has another shape
     */
    public static FlowGenerator of(NamedArrays arrays) {
        Shape shape = Shape.of(arrays);
        List<double[]> weights = new ArrayList<>();
        weights.add(arrays.numbers("location"));
        weights.add(arrays.numbers("lnScale"));
        for (int layer = 0; layer < shape.layers(); layer++) {
            weights.add(arrays.numbers("layer" + layer));
        }
        if (arrays.names().contains("state")) {
            double[] seen = arrays.numbers("state");
            if (seen.length != shape.features()) {
                throw new IllegalArgumentException(
                        "A state of " + seen.length + " features does not fit " + shape + ".");
            }
            return new FlowGenerator(shape, weights, Optional.empty(), new double[0], seen);
        }
        boolean conditioned = shape.features() > 0;
        return of(
                shape,
                weights,
                conditioned ? Optional.of(StateFeatures.of(arrays)) : Optional.empty(),
                conditioned ? arrays.numbers("conditioner") : new double[0]);
    }

    @Override
    public NamedArrays arrays() {
        NamedArrays arrays =
                shape.addTo(NamedArrays.EMPTY).with("location", location).with("lnScale", lnScale);
        for (int layer = 0; layer < shape.layers(); layer++) {
            arrays = arrays.with("layer" + layer, layers.get(layer));
        }
        if (features.isPresent()) {
            return features.get().addTo(arrays).with("conditioner", conditioner);
        }
        return shape.features() > 0 ? arrays.with("state", state) : arrays;
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public Generator at(ParameterRoles roles, ReferenceState reference) {
        if (features.isEmpty()) {
            return this;
        }
        if (!features.get().familiar(roles, reference)) {
            return untold();
        }
        double[] seen = features.get().at(roles, reference);
        HiddenLayer adjusting = new HiddenLayer(shape.features(), shape.hidden(), 2 * shape.dimension(), conditioner);
        double[] adjustment = adjusting.apply(seen);
        double[] adjustedLocation = location.clone();
        double[] adjustedScale = lnScale.clone();
        for (int k = 0; k < shape.dimension(); k++) {
            adjustedLocation[k] += adjustment[k];
            adjustedScale[k] += adjustment[shape.dimension() + k];
        }
        if (shape.layers() == 0) {
            return LogisticGenerator.of(adjustedLocation, adjustedScale);
        }
        List<double[]> weights = new ArrayList<>(List.of(adjustedLocation, adjustedScale));
        weights.addAll(layers);
        return new FlowGenerator(shape, weights, Optional.empty(), new double[0], seen);
    }

    /** The generator for a state that it knows nothing of; it no longer depends on one. */
    private Generator untold() {
        if (shape.layers() == 0) {
            return LogisticGenerator.of(location, lnScale);
        }
        List<double[]> weights = new ArrayList<>(List.of(location, lnScale));
        weights.addAll(layers);
        return new FlowGenerator(shape, weights, Optional.empty(), new double[0], state);
    }

    @Override
    public Latent latent() {
        return Latent.LOGISTIC;
    }

    @Override
    public int latents() {
        return shape.dimension();
    }

    @Override
    public int dimension() {
        return shape.dimension();
    }

    private List<HiddenLayer> perceptrons() {
        List<HiddenLayer> perceptrons = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            perceptrons.add(
                    new HiddenLayer(shape.inputs(layer), shape.hidden(), shape.outputs(layer), layers.get(layer)));
        }
        return perceptrons;
    }

    @Override
    public Decoder decoder() {
        List<HiddenLayer> perceptrons = perceptrons();
        return (latents, coordinates, sets) -> {
            for (int set = 0; set < sets; set++) {
                int start = set * dimension();
                double[] x = Arrays.copyOfRange(latents, start, start + dimension());
                for (int layer = 0; layer < shape.layers(); layer++) {
                    couple(perceptrons.get(layer), layer, x, 1);
                }
                for (int k = 0; k < dimension(); k++) {
                    coordinates[start + k] = location[k] + Math.exp(lnScale[k]) * x[k];
                }
            }
        };
    }

    @Override
    public Optional<Density> density() {
        List<HiddenLayer> perceptrons = perceptrons();
        return Optional.of((coordinates, set) -> {
            double[] x = new double[dimension()];
            double ln = 0;
            for (int k = 0; k < dimension(); k++) {
                x[k] = (coordinates[set * dimension() + k] - location[k]) * Math.exp(-lnScale[k]);
                ln -= lnScale[k];
            }
            for (int layer = shape.layers() - 1; layer >= 0; layer--) {
                ln -= couple(perceptrons.get(layer), layer, x, -1);
            }
            for (double latent : x) {
                ln += PriorDensity.lnLogistic(latent);
            }
            return ln;
        });
    }

    /** Passes numbers through a layer, forwards or backwards; returns the logarithm of the forward map's determinant. */
    private double couple(HiddenLayer perceptron, int layer, double[] x, int direction) {
        double[] input = new double[shape.inputs(layer)];
        int keptFrom = layer % 2;
        int count = 0;
        for (int k = keptFrom; k < x.length; k += 2) {
            input[count++] = Math.tanh(x[k] / LATENT_SPREAD);
        }
        System.arraycopy(state, 0, input, count, state.length);
        double[] output = perceptron.apply(input);
        int moved = output.length / 2;
        double sum = 0;
        for (int k = 1 - keptFrom, j = 0; k < x.length; k += 2, j++) {
            double ln = LARGEST_LN_SCALE * Math.tanh(output[j]);
            sum += ln;
            x[k] = direction > 0 ? x[k] * Math.exp(ln) + output[moved + j] : (x[k] - output[moved + j]) * Math.exp(-ln);
        }
        return sum;
    }
}
