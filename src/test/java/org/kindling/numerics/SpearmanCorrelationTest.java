package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpearmanCorrelationTest {

    private static final double ROUNDING = 1e-14;

    @Test
    void whatRisesTogetherInAnyWayIsOne() {
        assertThat(SpearmanCorrelation.of(new double[] {1, 3, 2}, new double[] {1, 1e9, 1.1})
                        .getAsDouble())
                .isCloseTo(1, within(ROUNDING));
    }

    @Test
    void whatFallsAsTheOtherRisesIsMinusOne() {
        assertThat(SpearmanCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {0, -1, -10, -11})
                        .getAsDouble())
                .isCloseTo(-1, within(ROUNDING));
    }

    @Test
    void withoutTiesItIsTheFormulaOfSquaredDifferencesOfRanks() {
        // Ranks 1 2 3 4 5 and 2 1 4 3 5: squares of differences add up to 4, and 1 - 6 * 4 / (5 * 24) = 0.8.
        assertThat(SpearmanCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 40, 30, 50})
                        .getAsDouble())
                .isCloseTo(0.8, within(ROUNDING));
    }

    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        // Ranks 1 2.5 2.5 4 and 1 2 3 4: covariance 4.5, variances 4.5 and 5, so sqrt(0.9).
        assertThat(SpearmanCorrelation.of(new double[] {0, 1, 1, 2}, new double[] {1, 2, 3, 4})
                        .getAsDouble())
                .isCloseTo(Math.sqrt(0.9), within(ROUNDING));
    }

    @Test
    void whatDoesNotVaryHasNone() {
        assertThat(SpearmanCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isEmpty();
        assertThat(SpearmanCorrelation.of(new double[] {1}, new double[] {2})).isEmpty();
        assertThat(SpearmanCorrelation.of(new double[0], new double[0])).isEmpty();
    }

    @Test
    void samplesThatAreNoPairsOrNoNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpearmanCorrelation.of(new double[2], new double[3]))
                .withMessageContaining("2 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpearmanCorrelation.of(new double[] {1, Double.NaN}, new double[2]));
    }
}
