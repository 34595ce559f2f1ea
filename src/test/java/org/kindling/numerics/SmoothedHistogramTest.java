package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothedHistogramTest {

    @Test
    void divergenceOfTwoKnownHistograms() {
        SmoothedHistogram first = SmoothedHistogram.of(new double[] {0.1, 0.2, 0.9}, new double[] {1, 1, 1}, 2);
        SmoothedHistogram second = SmoothedHistogram.of(new double[] {0, 0.5, 1}, new double[] {5, 5, 5}, 2);

        assertThat(first.share(0)).isCloseTo(2.5 / 4, within(1e-15));
        assertThat(second.share(0)).isCloseTo(1.5 / 4, within(1e-15));
        // 5/8 ln(5/3) + 3/8 ln(3/5)
        assertThat(first.divergenceFrom(second)).isCloseTo(Math.log(5.0 / 3) / 4, within(1e-15));
        assertThat(first.divergenceFrom(first)).isZero();
    }

    @Test
    void weightsCountByTheirEffectiveSize() {
        double[] weights = {3, 1};

        SmoothedHistogram histogram = SmoothedHistogram.of(new double[] {0.2, 0.7}, weights, 2);

        assertThat(SmoothedHistogram.effectiveSize(weights)).isCloseTo(1.6, within(1e-15));
        assertThat(histogram.share(0)).isCloseTo((1.6 * 0.75 + 0.5) / 2.6, within(1e-15));
        assertThat(SmoothedHistogram.effectiveSize(new double[3])).isZero();
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        SmoothedHistogram two = SmoothedHistogram.of(new double[1], new double[] {1}, 2);
        SmoothedHistogram three = SmoothedHistogram.of(new double[1], new double[] {1}, 3);

        assertThatThrownBy(() -> two.divergenceFrom(three)).hasMessageContaining("2 bins");
        assertThatThrownBy(() -> SmoothedHistogram.of(new double[2], new double[2], 2))
                .hasMessageContaining("2 values");
    }
}
