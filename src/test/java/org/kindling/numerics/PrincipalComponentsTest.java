package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

    /** The corners of a rectangle of sides 8 and 4, turned so that the long side runs along (3, 4) / 5, around (10, 20). */
    private static final double[][] RECTANGLE = {
        {10 + 4 * 0.6 - 2 * 0.8, 20 + 4 * 0.8 + 2 * 0.6},
        {10 + 4 * 0.6 + 2 * 0.8, 20 + 4 * 0.8 - 2 * 0.6},
        {10 - 4 * 0.6 - 2 * 0.8, 20 - 4 * 0.8 + 2 * 0.6},
        {10 - 4 * 0.6 + 2 * 0.8, 20 - 4 * 0.8 - 2 * 0.6}
    };

    @Test
    void directionsAreThoseOfTheLargestSpreadWithTheirLargestEntryPositive() {
        PrincipalComponents components = PrincipalComponents.of(RECTANGLE);

        assertThat(components.direction(0)).containsExactly(new double[] {0.6, 0.8}, within(1e-12));
        assertThat(components.direction(1)).containsExactly(new double[] {0.8, -0.6}, within(1e-12));
    }

    @Test
    void explainedSharesAreThoseOfTheVariances() {
        PrincipalComponents components = PrincipalComponents.of(RECTANGLE);

        assertThat(components.explained(0)).isCloseTo(16 / 20.0, within(1e-12));
        assertThat(components.explained(1)).isCloseTo(4 / 20.0, within(1e-12));
    }

    @Test
    void scoreIsTheScalarProductWithTheDirection() {
        assertThat(PrincipalComponents.of(RECTANGLE).score(0, new double[] {3, 4}))
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void pointsThatDoNotDifferExplainNothing() {
        PrincipalComponents components = PrincipalComponents.of(new double[][] {{1, 2}, {1, 2}});

        assertThat(components.explained(0)).isZero();
    }

    /** Most variances are zero then, on which iterations for eigenvectors may not come to an end. */
    @Test
    void fewerPointsThanDimensionsHaveNoMoreDirectionsThanPoints() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] points = new double[60][120];
        for (double[] point : points) {
            Arrays.setAll(point, k -> random.nextGaussian());
        }

        PrincipalComponents components = PrincipalComponents.of(points);

        assertThat(components.explained(58)).isGreaterThan(1e-4);
        assertThat(components.explained(59)).isCloseTo(0, within(1e-12));
        assertThat(components.effectiveRank()).isBetween(30.0, 59.0);
    }

    @Test
    void noPointsAreRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(new double[0][])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Points along two axes with variances 3 to 1. */
    @Test
    void effectiveRankIsTheExponentialOfTheEntropy() {
        double root = Math.sqrt(3);
        double[][] points = {{root, 0, 0}, {-root, 0, 0}, {0, 1, 0}, {0, -1, 0}};
        double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);

        assertThat(PrincipalComponents.of(points).effectiveRank()).isCloseTo(Math.exp(entropy), within(1e-12));
        assertThat(PrincipalComponents.of(new double[][] {{1, 2}, {1, 2}}).effectiveRank())
                .isEqualTo(1);
    }

    /** Rounding makes a covariance that is summed from both sides differ from its transpose. */
    @Test
    void manyRandomPointsHaveComponents() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] points = new double[500][8];
        for (double[] point : points) {
            Arrays.setAll(point, i -> random.nextDouble(-1, 1) * (i + 1) / 3);
        }

        assertThat(PrincipalComponents.of(points).effectiveRank()).isBetween(4.0, 8.0);
    }
}
