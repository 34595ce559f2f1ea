package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SymmetricSpectrumTest {

    @Test
    void functionActsOnTheEigenvalues() {
        double[][] inverse =
                SymmetricSpectrum.of(new double[][] {{2, 1}, {1, 3}}).map(value -> 1 / value);

        assertThat(inverse[0]).containsExactly(new double[] {0.6, -0.2}, within(1e-14));
        assertThat(inverse[1]).containsExactly(new double[] {-0.2, 0.4}, within(1e-14));
    }
}
