package org.kindling.generators.renaissance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindling.dynamics.Criterion;

/** The smooth fitness. */
class FitnessTest {

    private static final Fitness FITNESS = Fitness.of(Criterion.abscissaBelow(-2), 0.05);

    @Test
    void fitnessAtTheBoundFollowsTheFormula() {
        assertThat(FITNESS.of(-2)).isCloseTo(-Math.log(1 + Math.log(1 + Math.exp(0.5))), within(1e-15));
        assertThat(FITNESS.of(-1.9)).isCloseTo(-Math.log(1 + Math.log(1 + Math.exp(1.5))), within(1e-14));
    }

    @Test
    void fitnessFallsWithTheAbscissaAndStaysFinite() {
        assertThat(FITNESS.of(-4)).isCloseTo(0, within(1e-8));
        assertThat(FITNESS.of(-2.1)).isGreaterThan(FITNESS.of(-1));
        assertThat(FITNESS.of(-1)).isGreaterThan(FITNESS.of(1e6));
        assertThat(FITNESS.of(Double.POSITIVE_INFINITY)).isBetween(-30.0, FITNESS.of(1e6));
    }

    @Test
    void fitnessOfABandIsLargestInside() {
        Fitness band = Fitness.of(new Criterion(-60, -30, Double.NEGATIVE_INFINITY), 0.05);

        assertThat(band.of(-45)).isCloseTo(0, within(1e-3));
        assertThat(band.of(-75)).isCloseTo(band.of(-15), within(1e-12)).isLessThan(-1);
    }
}
