package org.kindling.generators.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.dynamics.Criterion;

class EnergyTest {

    private static final Criterion BAND = new Criterion(-12, -8, Double.NEGATIVE_INFINITY);

    @ParameterizedTest
    @ValueSource(doubles = {-1e6, -30, -12, -10.1, -9, -8, 0, 3, 1e4})
    void slopeIsThatOfDifferences(double abscissa) {
        Energy energy = Energy.of(BAND, 0.1, 2, 1);
        double step = 1e-6 * Math.max(1, Math.abs(abscissa));
        double difference = (energy.value(abscissa + step) - energy.value(abscissa - step)) / (2 * step);

        assertThat(energy.slope(abscissa)).isCloseTo(difference, within(1e-8)); // seen: 8e-10
    }

    @Test
    void energyIsLowInsideABandAndGrowsOutside() {
        Energy energy = Energy.of(BAND, 0.1, 2, 1);

        assertThat(energy.value(-10)).isLessThan(energy.value(-8.2)).isLessThan(energy.value(-11.8));
        assertThat(energy.value(1e300)).isLessThan(1e3);
    }

    @Test
    void boundOfZeroTakesTheUsualSizeOfAbscissae() {
        assertThat(Energy.of(Criterion.STABLE, 0.1, 2, 5).scale()).isEqualTo(0.5);
    }
}
