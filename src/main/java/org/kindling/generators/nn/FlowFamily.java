package org.kindling.generators.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.generators.Family;
import org.kindling.generators.FlowGenerator;
import org.kindling.generators.FlowGenerator.Shape;
import org.kindling.generators.Generator;
import org.kindling.generators.Latent;
import org.kindling.generators.StateFeatures;

/**
 * Normalising flows, conditioned on the reference state or not: the weights are m, b, those of each coupling layer's
 * perceptron, and those of the perceptron that adjusts m and b to the state. At the start the flow is the prior.
 */
public final class FlowFamily implements Family {

    /** A unit of a perceptron adds up many inputs, so that its weights must move less than a median does. */
    private static final double NETWORK_STEP = 0.02;

    private final Shape shape;
    private final Optional<StateFeatures> features;
    private final List<double[]> states;
    private final List<Perceptron> perceptrons = new ArrayList<>();
    private final List<Coupling> couplings = new ArrayList<>();
    private final int[] start;
    private int sets;
    private int[] told = {};
    private double[] scaled = {};
    private double[] scale = {};

    private FlowFamily(Shape shape, Optional<StateFeatures> features, List<double[]> states) {
        this.shape = shape;
        this.features = features;
        this.states = states;
        for (int layer = 0; layer < shape.layers(); layer++) {
            perceptrons.add(new Perceptron(shape.inputs(layer), shape.hidden(), shape.outputs(layer)));
        }
        if (shape.features() > 0) {
            perceptrons.add(new Perceptron(shape.features(), shape.hidden(), 2 * shape.dimension()));
        }
        start = new int[perceptrons.size() + 1];
        start[0] = 2 * shape.dimension();
        for (int k = 0; k < perceptrons.size(); k++) {
            start[k + 1] = start[k] + perceptrons.get(k).weights();
        }
    }

    /**
     * Flows for one reference state.
     *
     * @param dimension how many parameters vary
     * @param layers how many coupling layers
     * @param hidden how many hidden units each perceptron has
     * @return the family
     */
    public static FlowFamily of(int dimension, int layers, int hidden) {
        return new FlowFamily(new Shape(dimension, layers, hidden, 0), Optional.empty(), List.of(new double[0]));
    }

    /**
     * Flows conditioned on the reference state.
     *
     * @param dimension how many parameters vary
     * @param layers how many coupling layers; 0 conditions independent logistic distributions
     * @param hidden how many hidden units each perceptron has
     * @param features what the flow sees of a state
     * @param states the features of the states that are trained on, each of shape [features]
     * @return the family
     */
    public static FlowFamily of(int dimension, int layers, int hidden, StateFeatures features, List<double[]> states) {
        Shape shape = new Shape(dimension, layers, hidden, features.count());
        return new FlowFamily(shape, Optional.of(features), List.copyOf(states));
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

    /** Hidden units start at random, outputs at 0. */
    @Override
    public double[] initial(UniformRandomProvider random) {
        double[] weights = new double[start[start.length - 1]];
        for (int k = 0; k < perceptrons.size(); k++) {
            int inputs = perceptrons.get(k).inputs();
            int from = start[k];
            int to = from + inputs * shape.hidden();
            Latent.NORMAL.draw(random, weights, from, to);
            for (int place = from; place < to; place++) {
                weights[place] /= Math.sqrt(inputs);
            }
        }
        return weights;
    }

    @Override
    public double[] stepLengths() {
        double[] lengths = new double[start[start.length - 1]];
        Arrays.fill(lengths, NETWORK_STEP);
        Arrays.fill(lengths, 0, start[0], 1);
        return lengths;
    }

    @Override
    public void forward(
            double[] weights, int[] stateOfSet, double[] latents, double[] coordinates, double[] lnDeterminant) {
        sets = stateOfSet.length;
        told = stateOfSet.clone();
        Arrays.fill(lnDeterminant, 0);
        double[] x = latents.clone();
        couplings.clear();
        for (int layer = 0; layer < shape.layers(); layer++) {
            Coupling coupling = new Coupling(layer);
            coupling.forward(weights, stateOfSet, x, lnDeterminant);
            couplings.add(coupling);
        }
        double[] adjustment = adjustment(weights, stateOfSet);
        scale = new double[x.length];
        scaled = x;
        int dimension = shape.dimension();
        for (int set = 0, place = 0; set < sets; set++) {
            for (int k = 0; k < dimension; k++, place++) {
                double lnScale = weights[dimension + k] + adjustment[2 * set * dimension + dimension + k];
                scale[place] = Math.exp(lnScale);
                scaled[place] *= scale[place];
                coordinates[place] = weights[k] + adjustment[2 * set * dimension + k] + scaled[place];
                lnDeterminant[set] += lnScale;
            }
        }
    }

    /** What the state adds to m and b, shape [sets, 2 parameters]. */
    private double[] adjustment(double[] weights, int[] stateOfSet) {
        if (shape.features() == 0) {
            return new double[2 * sets * shape.dimension()];
        }
        double[] input = new double[sets * shape.features()];
        for (int set = 0; set < sets; set++) {
            tell(stateOfSet[set], input, set * shape.features());
        }
        double[] adjustment = perceptrons.get(shape.layers()).forward(weights, start[shape.layers()], input, sets);
        eraseUntold(adjustment);
        return adjustment;
    }

    /** Puts the features of a state into a row of inputs; nothing of a state that is not told. */
    private void tell(int state, double[] input, int place) {
        if (state != UNTOLD) {
            System.arraycopy(states.get(state), 0, input, place, shape.features());
        }
    }

    /** A state that is not told adjusts nothing, and no error goes back through its adjustment. */
    private void eraseUntold(double[] adjustment) {
        int width = 2 * shape.dimension();
        for (int set = 0; set < sets; set++) {
            if (told[set] == UNTOLD) {
                Arrays.fill(adjustment, set * width, (set + 1) * width, 0);
            }
        }
    }

    @Override
    public void backward(double[] byCoordinates, double byLnDeterminant, double[] byWeights) {
        Arrays.fill(byWeights, 0);
        int dimension = shape.dimension();
        double[] byX = new double[byCoordinates.length];
        double[] byAdjustment = new double[2 * byCoordinates.length];
        for (int set = 0, place = 0; set < sets; set++) {
            for (int k = 0; k < dimension; k++, place++) {
                double byScale = byCoordinates[place] * scaled[place] + byLnDeterminant;
                byWeights[k] += byCoordinates[place];
                byWeights[dimension + k] += byScale;
                byAdjustment[2 * set * dimension + k] = byCoordinates[place];
                byAdjustment[2 * set * dimension + dimension + k] = byScale;
                byX[place] = byCoordinates[place] * scale[place];
            }
        }
        if (shape.features() > 0) {
            eraseUntold(byAdjustment);
            int last = shape.layers();
            perceptrons.get(last).backward(byAdjustment, sets, byWeights, start[last]);
        }
        for (int layer = shape.layers() - 1; layer >= 0; layer--) {
            couplings.get(layer).backward(byX, byLnDeterminant, byWeights);
        }
    }

    @Override
    public Generator generator(double[] weights) {
        int dimension = shape.dimension();
        List<double[]> parts = new ArrayList<>();
        parts.add(Arrays.copyOf(weights, dimension));
        parts.add(Arrays.copyOfRange(weights, dimension, 2 * dimension));
        for (int layer = 0; layer < shape.layers(); layer++) {
            parts.add(Arrays.copyOfRange(weights, start[layer], start[layer + 1]));
        }
        double[] conditioner = shape.features() == 0
                ? new double[0]
                : Arrays.copyOfRange(weights, start[shape.layers()], start[shape.layers() + 1]);
        return FlowGenerator.of(shape, parts, features, conditioner);
    }

    /** The passage of a batch through a coupling layer. */
    private final class Coupling {

        private final int layer;
        private final int inputs;
        private final int moved;
        private double[] input = {};
        private double[] before = {};
        private double[] squashed = {};

        Coupling(int layer) {
            this.layer = layer;
            this.inputs = shape.inputs(layer);
            this.moved = shape.outputs(layer) / 2;
        }

        void forward(double[] weights, int[] stateOfSet, double[] x, double[] lnDeterminant) {
            int dimension = shape.dimension();
            input = new double[sets * inputs];
            for (int set = 0; set < sets; set++) {
                int place = set * inputs;
                for (int k = layer % 2; k < dimension; k += 2) {
                    input[place++] = Math.tanh(x[set * dimension + k] / FlowGenerator.LATENT_SPREAD);
                }
                tell(stateOfSet[set], input, place);
            }
            double[] output = perceptrons.get(layer).forward(weights, start[layer], input, sets);
            before = new double[sets * moved];
            squashed = new double[sets * moved];
            for (int set = 0; set < sets; set++) {
                for (int k = 1 - layer % 2, j = 0; k < dimension; k += 2, j++) {
                    int place = set * moved + j;
                    squashed[place] = Math.tanh(output[2 * set * moved + j]);
                    double ln = FlowGenerator.LARGEST_LN_SCALE * squashed[place];
                    before[place] = x[set * dimension + k] * Math.exp(ln);
                    x[set * dimension + k] = before[place] + output[2 * set * moved + moved + j];
                    lnDeterminant[set] += ln;
                }
            }
        }

        void backward(double[] byX, double byLnDeterminant, double[] byWeights) {
            int dimension = shape.dimension();
            double[] byOutput = new double[2 * sets * moved];
            for (int set = 0; set < sets; set++) {
                for (int k = 1 - layer % 2, j = 0; k < dimension; k += 2, j++) {
                    int place = set * moved + j;
                    double by = byX[set * dimension + k];
                    double byLn = by * before[place] + byLnDeterminant;
                    byOutput[2 * set * moved + j] =
                            byLn * FlowGenerator.LARGEST_LN_SCALE * (1 - squashed[place] * squashed[place]);
                    byOutput[2 * set * moved + moved + j] = by;
                    byX[set * dimension + k] = by * Math.exp(FlowGenerator.LARGEST_LN_SCALE * squashed[place]);
                }
            }
            double[] byInput = perceptrons.get(layer).backward(byOutput, sets, byWeights, start[layer]);
            for (int set = 0; set < sets; set++) {
                int place = set * inputs;
                for (int k = layer % 2; k < dimension; k += 2, place++) {
                    byX[set * dimension + k] +=
                            byInput[place] * (1 - input[place] * input[place]) / FlowGenerator.LATENT_SPREAD;
                }
            }
        }
    }
}
