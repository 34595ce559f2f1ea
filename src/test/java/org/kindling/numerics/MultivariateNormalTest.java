package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MultivariateNormalTest {

    private final MultivariateNormal normal =
            MultivariateNormal.ofCovariance(new double[] {1, -2}, new double[][] {{4, 2}, {2, 10}});

    @Test
    void factorTimesItsTransposeIsTheCovariance() {
        assertThat(normal.factor()).containsExactly(new double[] {2, 1, 3}, within(1e-15));
    }

    @Test
    void densityIsThatOfTheFormula() {
        double[] y = {9, 9, 2, -1};
        // (y - mu) = (1, 1), inverse covariance [10 -2; -2 4] / 36
        double quadratic = (10 - 2 - 2 + 4) / 36.0;

        double ratio = normal.lnRatio(y, 1);

        assertThat(ratio).isCloseTo(-Math.log(36) / 2 - quadratic / 2 + (4 + 1) / 2.0, within(1e-14));
    }

    @Test
    void mappingInPlaceIsMapping() {
        double[] z = {0, 0, 0.5, -1};
        double[] y = new double[4];

        normal.map(z, y, 1);
        normal.map(z, z, 1);

        assertThat(y).containsExactly(0, 0, 2, -4.5);
        assertThat(z).isEqualTo(y);
    }

    @Test
    void standardNormalHasRatioOne() {
        assertThat(MultivariateNormal.standard(3).lnRatio(new double[] {1, -7, 3}, 0))
                .isZero();
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> MultivariateNormal.ofFactor(new double[2], new double[] {1, 0}))
                .hasMessageContaining("2 dimensions");
        assertThatThrownBy(() -> MultivariateNormal.ofFactor(new double[1], new double[] {0}))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> MultivariateNormal.ofCovariance(new double[2], new double[][] {{1, 2}, {2, 1}}))
                .hasMessageContaining("positive definite");
    }
}
