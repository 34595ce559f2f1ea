package org.kindling.generators.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.PerceptronShape;
import org.kindling.generators.Perceptrons;

/** OpenBLAS against plain loops. */
class FastPerceptronTest {

    private static final PerceptronGenerator PLAIN =
            Perceptrons.random(new PerceptronShape(List.of(100, 256, 512, 1024, 358)), 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 256, 300})
    void coordinatesAreThoseOfPlainLoops(int sets) {
        double[] latents = Perceptrons.latents(PLAIN, sets, 2);
        double[] expected = new double[sets * PLAIN.dimension()];
        double[] coordinates = new double[sets * PLAIN.dimension()];
        PLAIN.decoder().decode(latents, expected, sets);

        FastPerceptron.of(PLAIN).decoder().decode(latents, coordinates, sets);

        // Observed: 3e-6 where the coordinates are about 1.4, from some 1,900 roundings of 6e-8.
        for (int k = 0; k < expected.length; k++) {
            assertThat(coordinates[k]).isCloseTo(expected[k], within(3e-5));
        }
    }

    @Test
    void itIsTheSameGeneratorOtherwise() {
        FastPerceptron fast = FastPerceptron.of(PLAIN);

        assertThat(PerceptronGenerator.of(fast.arrays()).weights()).isEqualTo(PLAIN.weights());
        assertThat(fast.family()).isEqualTo(PLAIN.family());
        assertThat(fast.latent()).isEqualTo(PLAIN.latent());
        assertThat(fast.latents()).isEqualTo(100);
        assertThat(fast.dimension()).isEqualTo(358);
        assertThat(fast.density()).isEmpty();
    }
}
