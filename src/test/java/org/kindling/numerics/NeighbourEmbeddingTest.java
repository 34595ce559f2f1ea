package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class NeighbourEmbeddingTest {

    private static final int EACH = 20;

    private static UniformRandomProvider random(long seed) {
        return RandomSource.PHILOX_4X64.create(seed);
    }

    /** Two clouds in ten dimensions, 20 of their widths apart. */
    private static double[][] clouds() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] points = new double[2 * EACH][10];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < 10; k++) {
                points[i][k] = random.nextDouble() + (i < EACH ? 0 : 20);
            }
        }
        return points;
    }

    private static double distance(NeighbourEmbedding map, int a, int b) {
        return Math.hypot(map.place(a)[0] - map.place(b)[0], map.place(a)[1] - map.place(b)[1]);
    }

    @Test
    void cloudsStayApart() {
        NeighbourEmbedding map = NeighbourEmbedding.of(clouds(), 8, random(1));

        double within = 0;
        double between = Double.POSITIVE_INFINITY;
        for (int i = 0; i < EACH; i++) {
            for (int j = 0; j < EACH; j++) {
                within = Math.max(within, distance(map, i, j));
                between = Math.min(between, distance(map, i, EACH + j));
            }
        }
        System.out.println(
                "map of two clouds: " + within + " across, " + between + " apart, divergence " + map.divergence());
        assertThat(between).isGreaterThan(within);
        // Observed 0.28; a map with all points in one place has ln 2 and more.
        assertThat(map.divergence()).isBetween(0.0, 0.5);
    }

    @Test
    void sameSeedGivesTheSameMap() {
        double[] place = NeighbourEmbedding.of(clouds(), 8, random(3)).place(7);

        assertThat(NeighbourEmbedding.of(clouds(), 8, random(3)).place(7)).containsExactly(place);
        assertThat(NeighbourEmbedding.of(clouds(), 8, random(4)).place(7)).isNotEqualTo(place);
    }

    @Test
    void equalPointsHaveAMapToo() {
        NeighbourEmbedding map = NeighbourEmbedding.of(new double[6][3], 5, random(1));

        assertThat(map.place(5)).doesNotContain(Double.NaN);
        assertThat(map.divergence()).isFinite();
    }

    @Test
    void tooFewPointsAreRefused() {
        assertThatThrownBy(() -> NeighbourEmbedding.of(new double[3][2], 5, random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 to");
    }
}
