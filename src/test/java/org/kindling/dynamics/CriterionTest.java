package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Bounds on the slowest and fastest mode, and when a state counts as stable. */
class CriterionTest {

    @Test
    void boundsAreInclusive() {
        Criterion criterion = new Criterion(-20, -9, -1e6);

        assertThat(criterion.accepts(-9, -100)).isTrue();
        assertThat(criterion.accepts(Math.nextUp(-9.0), -100)).isFalse();
        assertThat(criterion.accepts(-20, -1e6)).isTrue();
        assertThat(criterion.accepts(Math.nextDown(-20.0), -100)).isFalse();
        assertThat(criterion.accepts(-15, Math.nextDown(-1e6))).isFalse();
        assertThat(criterion.accepts(Double.NaN, -1)).isFalse();
    }

    @Test
    void oneSidedBoundsLeaveTheRestOpen() {
        assertThat(Criterion.abscissaBelow(-9).accepts(-9e9, -9e99)).isTrue();
        assertThat(Criterion.STABLE.accepts(-1e-9, -1e30)).isTrue();
        assertThat(Criterion.STABLE.accepts(1e-9, -1e30)).isFalse();
    }

    @Test
    void impossibleBoundsAreRefused() {
        assertThatThrownBy(() -> new Criterion(-1, -2, -3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Criterion(-3, -2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Criterion(Double.NaN, -2, -3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Criterion.abscissaBelow(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stabilityIsTheSignOfTheAbscissa() {
        assertThat(Stability.of(-1e-3, -1)).isEqualTo(Stability.STABLE);
        assertThat(Stability.of(1e-3, -1)).isEqualTo(Stability.UNSTABLE);
        assertThat(Stability.of(2, 1)).isEqualTo(Stability.UNSTABLE);
    }

    @Test
    void stabilityIsUndecidedNearZero() {
        assertThat(Stability.of(0, -1)).isEqualTo(Stability.UNDECIDED);
        assertThat(Stability.of(-1e-15, -1)).isEqualTo(Stability.UNDECIDED);
        assertThat(Stability.of(1e-5, -1e10)).isEqualTo(Stability.UNDECIDED);
        assertThat(Stability.of(-1e-4, -1e10)).isEqualTo(Stability.STABLE);
        assertThat(Stability.of(1e-4, -1e10)).isEqualTo(Stability.UNSTABLE);
        assertThat(Stability.of(0, 0)).isEqualTo(Stability.UNDECIDED);
    }

    @Test
    void undefinedAbscissaIsNotStable() {
        assertThat(Stability.of(Double.NaN, -1)).isNotEqualTo(Stability.STABLE);
    }

    @Test
    void timeConstantIsThatOfTheSlowestMode() {
        Spectrum spectrum = Spectrum.of(new double[] {-0.25, -4}, new double[2]);

        assertThat(spectrum.timeConstant()).isEqualTo(4);
        assertThat(Spectrum.timeConstant(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Spectrum.timeConstant(3)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(spectrum.smallestReal()).isEqualTo(-4);
    }

    @Test
    void spectrumCopiesAndChecksItsParts() {
        double[] real = {-1};
        Spectrum spectrum = Spectrum.of(real, new double[1]);
        real[0] = 9;

        assertThat(spectrum.abscissa()).isEqualTo(-1);
        assertThatThrownBy(() -> Spectrum.of(real, new double[2])).isInstanceOf(IllegalArgumentException.class);
    }
}
