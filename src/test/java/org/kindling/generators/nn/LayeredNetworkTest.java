package org.kindling.generators.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.Generator;
import org.kindling.generators.PerceptronShape;
import org.kindling.generators.nn.LayerKind.Activation;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks in training, against finite differences and against DL4J. */
class LayeredNetworkTest {

    private static final int INPUTS = 5;
    private static final int OUTPUTS = 4;
    private static final int ROWS = 12;

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7L);

    private static List<LayerKind> kinds(double dropped) {
        return List.of(
                LayerKind.hidden(7, true, dropped),
                LayerKind.hidden(6, false, dropped),
                LayerKind.output(OUTPUTS, Activation.TANH));
    }

    private float[] numbers(int length) {
        float[] numbers = new float[length];
        for (int k = 0; k < length; k++) {
            numbers[k] = (float) (2 * random.nextDouble() - 1);
        }
        return numbers;
    }

    /** A loss that depends on every output: their scalar product with given numbers. */
    private static double loss(LayeredNetwork network, float[] input, float[] by) {
        float[] output = network.forward(input, ROWS, RandomSource.XO_RO_SHI_RO_128_PP.create(3L));
        double loss = 0;
        for (int k = 0; k < by.length; k++) {
            loss += by[k] * (double) output[k];
        }
        return loss;
    }

    @Test
    void derivativesAreThoseOfFiniteDifferences() {
        LayeredNetwork network = LayeredNetwork.of(INPUTS, kinds(0.3), ROWS);
        float[] weights = network.initial(random);
        float[] input = numbers(ROWS * INPUTS);
        float[] by = numbers(ROWS * OUTPUTS);
        float[] gradient = new float[network.count()];
        network.load(weights);
        loss(network, input, by);
        float[] byInput = network.backward(by, ROWS, gradient).clone();

        // In single precision steps of 1e-3 leave an error of about 1e-3, a few more where a neuron changes sign within
        // the step.
        for (int k = 0; k < weights.length; k++) {
            assertThat(gradient[k]).isCloseTo((float) slope(network, weights, k, weights, input, by), within(0.02f));
        }
        for (int k = 0; k < input.length; k++) {
            assertThat(byInput[k]).isCloseTo((float) slope(network, input, k, weights, input, by), within(0.02f));
        }
    }

    private static double slope(
            LayeredNetwork network, float[] changed, int place, float[] weights, float[] input, float[] by) {
        float step = 1e-3f;
        float before = changed[place];
        changed[place] = before + step;
        network.load(weights);
        double above = loss(network, input, by);
        changed[place] = before - step;
        network.load(weights);
        double below = loss(network, input, by);
        changed[place] = before;
        network.load(weights);
        return (above - below) / (2 * step);
    }

    /** DL4J adds 1e-3 to the variance too, and normalises after a layer of its own. */
    @Test
    void outputsAndDerivativesAreThoseOfDl4j() {
        LayeredNetwork network = LayeredNetwork.of(
                INPUTS, List.of(LayerKind.hidden(7, true, 0), LayerKind.output(OUTPUTS, Activation.TANH)), ROWS);
        float[] weights = network.initial(random);
        float[] input = numbers(ROWS * INPUTS);
        float[] by = numbers(ROWS * OUTPUTS);
        float[] gradient = new float[network.count()];
        network.load(weights);
        float[] output = network.forward(input, ROWS, random).clone();
        network.backward(by, ROWS, gradient);

        MultiLayerNetwork reference = reference(weights);
        INDArray features = Nd4j.createFromArray(input).reshape(ROWS, INPUTS);
        reference.setInput(features);
        INDArray expected = reference.feedForward(true, false).get(3);
        Pair<Gradient, INDArray> back =
                reference.backpropGradient(Nd4j.createFromArray(by).reshape(ROWS, OUTPUTS), null);

        assertThat(output).containsExactly(expected.dup('c').data().asFloat(), within(1e-5f));
        assertSame(gradient, 0, back.getFirst().getGradientFor("0_W"));
        assertSame(gradient, INPUTS * 7, back.getFirst().getGradientFor("0_b"));
        assertSame(gradient, INPUTS * 7 + 7, back.getFirst().getGradientFor("1_gamma"));
        assertSame(gradient, INPUTS * 7 + 14, back.getFirst().getGradientFor("1_beta"));
        assertSame(gradient, INPUTS * 7 + 21, back.getFirst().getGradientFor("2_W"));
        assertSame(gradient, INPUTS * 7 + 21 + 7 * OUTPUTS, back.getFirst().getGradientFor("2_b"));
    }

    private static MultiLayerNetwork reference(float[] weights) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(INPUTS)
                        .nOut(7)
                        .activation(new ActivationLReLU(0.2))
                        .build())
                .layer(new BatchNormalization.Builder().nIn(7).nOut(7).eps(1e-3).build())
                .layer(new DenseLayer.Builder()
                        .nIn(7)
                        .nOut(OUTPUTS)
                        .activation(new ActivationTanH())
                        .build())
                .build());
        network.init();
        set(network, "0_W", weights, 0, INPUTS, 7);
        set(network, "0_b", weights, INPUTS * 7, 1, 7);
        set(network, "2_W", weights, INPUTS * 7 + 21, 7, OUTPUTS);
        set(network, "2_b", weights, INPUTS * 7 + 21 + 7 * OUTPUTS, 1, OUTPUTS);
        return network;
    }

    private static void set(MultiLayerNetwork network, String name, float[] weights, int from, int rows, int columns) {
        float[] part = Arrays.copyOfRange(weights, from, from + rows * columns);
        network.getParam(name).assign(Nd4j.createFromArray(part).reshape(rows, columns));
    }

    private static void assertSame(float[] gradient, int from, INDArray expected) {
        float[] numbers = expected.dup('c').data().asFloat();
        float[] part = Arrays.copyOfRange(gradient, from, from + numbers.length);
        assertThat(part).containsExactly(numbers, within(2e-5f));
    }

    @Test
    void trainedNetworksAreTheGeneratorsThatTheyBecome() {
        List<LayerKind> kinds = List.of(
                LayerKind.hidden(7, true, 0.5),
                LayerKind.hidden(6, true, 0.5),
                LayerKind.output(OUTPUTS, Activation.TANH));
        LayeredNetwork network = LayeredNetwork.of(INPUTS + 1, kinds, ROWS);
        float[] weights = network.initial(random);
        float[] averages = network.initialAverages();
        network.load(weights);
        float[] input = numbers(ROWS * (INPUTS + 1));
        double[] latents = new double[ROWS * INPUTS];
        for (int row = 0; row < ROWS; row++) {
            input[(row + 1) * (INPUTS + 1) - 1] = ConditionalGenerator.VALID;
            for (int k = 0; k < INPUTS; k++) {
                latents[row * INPUTS + k] = input[row * (INPUTS + 1) + k];
            }
        }
        network.forward(numbers(ROWS * (INPUTS + 1)), ROWS, random);
        network.track(averages, 0.3);
        float[] features = network.infer(input, ROWS, averages);
        Generator generator = ConditionalGenerator.of(
                new PerceptronShape(List.of(INPUTS + 1, 7, 6, OUTPUTS)),
                weights,
                averages,
                3,
                ConditionalGenerator.Output.SQUASHED);

        double[] coordinates = new double[ROWS * OUTPUTS];
        generator.decoder().decode(latents, coordinates, ROWS);

        for (int k = 0; k < coordinates.length; k++) {
            assertThat(coordinates[k]).isCloseTo(3 * features[k], within(1e-5));
        }
    }

    @Test
    void droppedNeuronsAreTheShareAskedFor() {
        LayeredNetwork network = LayeredNetwork.of(1, List.of(LayerKind.hidden(2_000, false, 0.3)), 10);
        float[] weights = new float[network.count()];
        Arrays.fill(weights, 1);
        network.load(weights);
        float[] input = new float[10];
        Arrays.fill(input, 1);

        float[] neurons = network.forward(input, 10, random);

        double dropped = 0;
        double sum = 0;
        for (int k = 0; k < 20_000; k++) {
            dropped += neurons[k] == 0 ? 1 : 0;
            sum += neurons[k];
        }
        assertThat(dropped / 20_000).isCloseTo(0.3, within(0.01));
        assertThat(sum / 20_000).as("the mean stays").isCloseTo(2, within(0.03));
    }
}
