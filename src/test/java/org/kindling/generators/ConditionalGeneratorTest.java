package org.kindling.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindling.generators.ConditionalGenerator.Output;
import org.kindling.generators.nn.FastPerceptron;

/** Networks that are given a label, against numbers worked out by hand. */
class ConditionalGeneratorTest {

    private static final PerceptronShape SHAPE = new PerceptronShape(List.of(2, 1, 1));

    /** The hidden sum 2 z + 1 for the label + 0.5, gain 3, shift -1; the last sum 1.5 n + 0.1. */
    private static final float[] WEIGHTS = {2, 1, 0.5f, 3, -1, 1.5f, 0.1f};

    /** The mean 0.25; the variance is such that its root is 0.5. */
    private static final float[] AVERAGES = {0.25f, 0.25f - ConditionalGenerator.SMALLEST_VARIANCE};

    @Test
    void correctionsAreThoseWorkedOutByHand() {
        double[] coordinates = new double[2];

        ConditionalGenerator.of(SHAPE, WEIGHTS, AVERAGES, 0.1, Output.RESIDUAL)
                .decoder()
                .decode(new double[] {1, -2}, coordinates, 2);

        // Latent numbers: 0.85 and -1.7. Hidden: 3.2, and -1.9, which becomes -0.38. Normalised: 16.7 and -4.78.
        assertThat(coordinates[0]).isCloseTo(0.85 + 2.515, within(1e-5));
        assertThat(coordinates[1]).isCloseTo(-1.7 - 0.707, within(1e-5));
    }

    @Test
    void squashedCoordinatesEndAtTheWidth() {
        double[] coordinates = new double[3];

        ConditionalGenerator.of(
                        new PerceptronShape(List.of(2, 1)), new float[] {2, 1, -1}, new float[0], 4, Output.SQUASHED)
                .decoder()
                .decode(new double[] {0.25, 100, -100}, coordinates, 3);

        assertThat(coordinates[0]).isCloseTo(4 * Math.tanh(0.5), within(1e-6));
        assertThat(coordinates[1]).isEqualTo(4);
        assertThat(coordinates[2]).isEqualTo(-4);
    }

    @ParameterizedTest
    @EnumSource
    void generatorIsMadeAgainFromItsArrays(Output output) {
        ConditionalGenerator generator = ConditionalGenerator.of(SHAPE, WEIGHTS, AVERAGES, 0.7, output);

        ConditionalGenerator again = ConditionalGenerator.of(generator.arrays());

        assertThat(again.shape()).isEqualTo(SHAPE);
        assertThat(again.weights()).isEqualTo(WEIGHTS);
        assertThat(again.averages()).isEqualTo(AVERAGES);
        assertThat(again.width()).isEqualTo(0.7);
        assertThat(again.output()).isEqualTo(output);
        assertThat(again.latent()).isEqualTo(output.latent());
        assertThat(again.density()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fastWayGivesTheSameSets(Output output) {
        PerceptronShape shape = new PerceptronShape(List.of(41, 128, 256, 40));
        ConditionalGenerator plain = Perceptrons.conditional(shape, output, 4);
        double[] latents = Perceptrons.latents(plain, 300, 5);
        double[] expected = new double[300 * 40];
        double[] coordinates = new double[300 * 40];
        plain.decoder().decode(latents, expected, 300);

        ConditionalGenerator fast = plain.by(FastPerceptron::of);
        fast.decoder().decode(latents, coordinates, 300);

        for (int k = 0; k < expected.length; k++) {
            assertThat(coordinates[k]).isCloseTo(expected[k], within(3e-5));
        }
        assertThat(fast.arrays().singles("weights")).isEqualTo(plain.weights());
        assertThat(fast.latents()).isEqualTo(40);
        assertThat(fast.by(FastPerceptron::of)).isSameAs(fast);
    }

    @Test
    void wrongNumbersAreRefused() {
        refuses(SHAPE, new float[6], AVERAGES, 1, "7 weights and 2 averages, not 6 and 2");
        refuses(SHAPE, WEIGHTS, new float[3], 1, "not 7 and 3");
        refuses(SHAPE, WEIGHTS, AVERAGES, 0, "must be positive and finite, not 0");
        refuses(SHAPE, WEIGHTS, AVERAGES, Double.POSITIVE_INFINITY, "not Infinity");
        refuses(SHAPE, WEIGHTS, AVERAGES, Double.NaN, "not NaN");
        refuses(SHAPE, WEIGHTS, new float[] {0, -1}, 1, "NaN");
        refuses(SHAPE, new float[] {2, 1, Float.NaN, 3, -1, 1, 0}, AVERAGES, 1, "NaN");
    }

    @Test
    void labelAloneMakesNoSets() {
        assertThatThrownBy(() -> ConditionalGenerator.of(
                        new PerceptronShape(List.of(1, 2)), new float[4], new float[0], 1, Output.SQUASHED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("besides the label");
    }

    @Test
    void correctionsNeedALatentNumberForEachParameter() {
        PerceptronShape shape = new PerceptronShape(List.of(3, 1));

        assertThat(ConditionalGenerator.of(shape, new float[4], new float[0], 1, Output.SQUASHED)
                        .latents())
                .isEqualTo(2);
        assertThatThrownBy(() -> ConditionalGenerator.of(shape, new float[4], new float[0], 1, Output.RESIDUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a latent number for each parameter");
    }

    private static void refuses(
            PerceptronShape shape, float[] weights, float[] averages, double width, String message) {
        assertThatThrownBy(() -> ConditionalGenerator.of(shape, weights, averages, width, Output.RESIDUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
