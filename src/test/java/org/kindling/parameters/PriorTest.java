package org.kindling.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles of the priors against closed forms. */
class PriorTest {

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-53, 1e-6, 0.1, 0.5, 0.9, 1 - 1e-6, 1 - 0x1p-53})
    void logarithmOfTheConstantIsLogistic(double share) {
        Prior prior = Prior.UniformSaturation.of(3, Bounds.POSITIVE);

        // K = x (1 - sigma) / sigma: the logistic distribution around ln x, with its sign turned.
        assertThat(prior.lnValue(share)).isCloseTo(Math.log(3) - Math.log(share / (1 - share)), within(1e-14));
    }

    @Test
    void boundsOfTheConstantAreReachedAtTheEnds() {
        Prior prior = Prior.UniformSaturation.of(2, new Bounds(0.5, 8));

        assertThat(Math.exp(prior.lnValue(1))).isCloseTo(0.5, within(1e-14));
        assertThat(Math.exp(prior.lnValue(0))).isCloseTo(8, within(1e-13));
        // Saturations 0.8 and 0.2, so that the middle is one half.
        assertThat(Math.exp(prior.lnValue(0.5))).isCloseTo(2, within(1e-14));
    }

    @Test
    void oneSidedBoundsLeaveTheOtherEndOpen() {
        Prior below = Prior.UniformSaturation.of(1, new Bounds(0, 1));
        Prior above = Prior.UniformSaturation.of(1, new Bounds(1, Double.POSITIVE_INFINITY));

        assertThat(below.lnValue(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(below.lnValue(0)).isCloseTo(0, within(1e-15));
        assertThat(above.lnValue(1)).isCloseTo(0, within(1e-15));
        assertThat(above.lnValue(0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"1e-9, 2e-9", "1e6, 1e12", "1e-3, 1e-1"})
    void narrowRangesFarFromTheConcentrationStayInside(double lower, double upper) {
        Prior prior = Prior.UniformSaturation.of(1, new Bounds(lower, upper));

        for (int step = 1; step < 100; step++) {
            assertThat(Math.exp(prior.lnValue(step / 100.0))).isBetween(lower * (1 - 1e-6), upper * (1 + 1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.8413447460685429, 1",
        "0.15865525393145707, -1",
        "0.9772498680518208, 2",
        "0.9999683287581669, 4"
    })
    void logNormalHasNormalQuantiles(double share, double deviations) {
        Prior prior = new Prior.LogNormal(1.5, 0.3);

        assertThat(prior.lnValue(share)).isCloseTo(1.5 + 0.3 * deviations, within(1e-12));
    }

    @Test
    void logUniformIsLinearInTheLogarithm() {
        Prior prior = new Prior.LogUniform(new Bounds(1e-3, 1e5));

        assertThat(prior.lnValue(0.25) / Math.log(10)).isCloseTo(-1, within(1e-15));
        assertThat(prior.lnValue(0.5) / Math.log(10)).isCloseTo(1, within(1e-15));
    }

    @Test
    void impossibleBoundsAndEstimatesAreRefused() {
        assertThatThrownBy(() -> new Bounds(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeasuredConstant.Estimate(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeasuredConstant.Estimate(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeasuredConstant.Estimate(1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
