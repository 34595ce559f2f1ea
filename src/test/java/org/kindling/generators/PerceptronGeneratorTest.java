package org.kindling.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Perceptrons against numbers worked out by hand. */
class PerceptronGeneratorTest {

    private static final PerceptronShape SHAPE = new PerceptronShape(List.of(2, 2, 1));

    /** Hidden sums z0 + 3 z1 + 0.5 and 2 z0 - z1 - 1; the output is 2 h0 - h1 + 0.25. */
    private static final PerceptronGenerator SMALL =
            PerceptronGenerator.of(SHAPE, new float[] {1, 2, 3, -1, 0.5f, -1, 2, -1, 0.25f});

    @Test
    void valuesAreThoseWorkedOutByHand() {
        double[] coordinates = new double[2];

        SMALL.decoder().decode(new double[] {1, -1, -1, 2}, coordinates, 2);

        // Hidden: -1.5 and 2 become -0.3 and 2; 5.5 and -5 become 5.5 and -1.
        assertThat(coordinates[0]).isCloseTo(2 * -0.3 - 2 + 0.25, within(1e-6));
        assertThat(coordinates[1]).isCloseTo(2 * 5.5 + 1 + 0.25, within(1e-6));
    }

    @Test
    void sameLatentsGiveTheSameCoordinatesWhateverIsBeside() {
        PerceptronGenerator generator = Perceptrons.random(new PerceptronShape(List.of(7, 33, 65, 12)), 5);
        double[] latents = Perceptrons.latents(generator, 50, 6);
        double[] together = new double[50 * 12];
        double[] alone = new double[12];
        generator.decoder().decode(latents, together, 50);

        generator.decoder().decode(Arrays.copyOfRange(latents, 37 * 7, 38 * 7), alone, 1);

        assertThat(alone).isEqualTo(Arrays.copyOfRange(together, 37 * 12, 38 * 12));
    }

    @Test
    void generatorIsMadeAgainFromItsArrays() {
        PerceptronGenerator generator = Perceptrons.random(new PerceptronShape(List.of(3, 5, 4, 2)), 1);

        PerceptronGenerator again = PerceptronGenerator.of(generator.arrays());

        assertThat(again.shape()).isEqualTo(generator.shape());
        assertThat(again.weights()).isEqualTo(generator.weights());
        assertThat(again.family()).isEqualTo("perceptron");
    }

    @Test
    void perceptronDrawsNormalLatentsAndHasNoDensity() {
        assertThat(SMALL.latent()).isEqualTo(Latent.NORMAL);
        assertThat(SMALL.latents()).isEqualTo(2);
        assertThat(SMALL.dimension()).isEqualTo(1);
        assertThat(SMALL.density()).isEmpty();
    }

    @Test
    void wrongWeightsAreRefused() {
        assertThatThrownBy(() -> PerceptronGenerator.of(SHAPE, new float[8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 weights and biases, not 8");
        assertThatThrownBy(() -> PerceptronGenerator.of(SHAPE, new float[] {1, 2, 3, -1, 0, -1, 2, -1, Float.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> PerceptronGenerator.of(SMALL.arrays().with("biases of layer 0", new float[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("biases of layer 0");
        assertThatThrownBy(() -> new PerceptronShape(List.of(3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PerceptronShape(List.of(3, 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
