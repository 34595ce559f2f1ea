package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalScoreTest {

    /** SciPy 1.17.1, scipy.special.log_ndtr(-y), 2026-11-21. */
    @ParameterizedTest
    @CsvSource({
        "0.0, -0.6931471805599453",
        "0.001, -0.6939453834669651",
        "0.5, -1.1759117615936188",
        "1.0, -1.8410216450092634",
        "2.0, -3.7831843336820317",
        "2.999, -6.6044435875705805",
        "3.001, -6.611009784890932",
        "4.0, -10.360101486527292",
        "6.0, -20.73676894997471",
        "10.0, -53.23128515051248",
        "20.0, -203.9171553710973",
        "30.0, -454.32124395634327",
        "38.0, -726.5572160188201"
    })
    void tailKeepsItsDigits(double y, double lnTail) {
        assertThat(NormalScore.lnTail(y)).isCloseTo(lnTail, Percentage.withPercentage(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-30, -8, -3.0001, -2.9999, -1, -1e-9, 0, 1e-9, 0.3, 2, 5, 12, 30})
    void scoreUndoesLogit(double y) {
        double u = NormalScore.logit(y);

        assertThat(NormalScore.ofLogit(u)).isCloseTo(y, within(1e-15 + 1e-12 * Math.abs(y)));
        assertThat(NormalScore.logit(-y)).isEqualTo(-u);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -3, -1, 0, 0.5, 2.5, 3.5, 20})
    void slopeIsTheDerivative(double y) {
        double step = 1e-5;

        double difference = (NormalScore.logit(y + step) - NormalScore.logit(y - step)) / (2 * step);

        assertThat(NormalScore.slope(y)).isCloseTo(difference, Percentage.withPercentage(1e-5));
    }
}
