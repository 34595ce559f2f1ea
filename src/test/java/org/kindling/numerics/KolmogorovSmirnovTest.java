package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {

    @Test
    void equalSamplesHaveNoDistance() {
        assertThat(KolmogorovSmirnov.distance(new double[] {3, 1, 2}, new double[] {1, 1, 2, 2, 3, 3}))
                .isZero();
    }

    @Test
    void samplesThatDoNotOverlapHaveDistanceOne() {
        assertThat(KolmogorovSmirnov.distance(new double[] {1, 2}, new double[] {3, 4, 5}))
                .isEqualTo(1);
    }

    @Test
    void distanceIsTheLargestGapOfTheDistributions() {
        // At 2 the shares are 2/4 and 0.
        assertThat(KolmogorovSmirnov.distance(new double[] {1, 2, 3, 4}, new double[] {3, 4}))
                .isEqualTo(0.5);
    }

    @Test
    void distanceIsSymmetric() {
        double[] first = {0.1, 0.4, 0.7, 0.9};
        double[] second = {0.2, 0.3, 0.8};
        assertThat(KolmogorovSmirnov.distance(first, second)).isEqualTo(KolmogorovSmirnov.distance(second, first));
    }

    @Test
    void samplesWithoutNumbersAreRefused() {
        double[] sample = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.distance(sample, new double[0]))
                .withMessageContaining("0 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.distance(new double[] {1, Double.NaN}, sample));
    }
}
