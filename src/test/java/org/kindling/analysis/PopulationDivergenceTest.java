package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindling.generators.Latent;
import org.kindling.sampling.RandomStreams;

class PopulationDivergenceTest {

    private static final int SETS = 4_000;

    @Test
    void exactSamplerReachesTheFloor() {
        PopulationDivergence divergence = PopulationDivergence.of(prior(1, SETS), equal(SETS), prior(2, 2 * SETS));

        // Half of 99 degrees of freedom for each of two samples of 4000.
        assertThat(divergence.floor()).isCloseTo(99.0 / SETS, within(0.004));
        assertThat(divergence.mean()).isCloseTo(divergence.floor(), within(0.004));
        assertThat(divergence.excess()).isCloseTo(divergence.mean() - divergence.floor(), within(1e-15));
    }

    @Test
    void oneParameterOutOfPlaceShowsInTheMaximum() {
        double[] population = prior(1, SETS);
        for (int place = 1; place < population.length; place += 3) {
            population[place] = Math.abs(population[place]);
        }

        PopulationDivergence divergence = PopulationDivergence.of(population, equal(SETS), prior(2, 2 * SETS));

        // All of one half: ln 2, and the noise.
        assertThat(divergence.of(1)).isCloseTo(Math.log(2), within(0.05)).isEqualTo(divergence.maximum());
        assertThat(divergence.of(0)).isCloseTo(divergence.floor(), within(0.01));
        assertThat(divergence.floorMaximum()).isLessThan(0.05);
    }

    @Test
    void weightsUndoWhatTheyWeigh() {
        double[] population = prior(1, SETS);
        double[] weights = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            population[3 * set] = set % 4 == 0 ? -Math.abs(population[3 * set]) : Math.abs(population[3 * set]);
            weights[set] = set % 4 == 0 ? 3 : 1;
        }

        PopulationDivergence divergence = PopulationDivergence.of(population, weights, prior(2, 2 * SETS));

        assertThat(divergence.of(0)).isLessThan(1.5 * divergence.floor());
    }

    @Test
    void populationsOfOtherParametersAreRefused() {
        assertThatThrownBy(() -> PopulationDivergence.of(new double[6], new double[2], new double[8]))
                .hasMessageContaining("cannot be compared");
        assertThatThrownBy(() -> PopulationDivergence.of(new double[0], new double[0], new double[0]))
                .hasMessageContaining("cannot be compared");
    }

    private static double[] prior(long seed, int sets) {
        double[] u = new double[3 * sets];
        Latent.LOGISTIC.draw(RandomStreams.of(seed, 1).stream(0), u, 0, u.length);
        return u;
    }

    private static double[] equal(int sets) {
        double[] weights = new double[sets];
        Arrays.fill(weights, 1);
        return weights;
    }
}
