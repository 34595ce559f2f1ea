package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PublishedDivergenceTest {

    @Test
    void meansAreCountedInBinsOfWidthOne() {
        // Bins [0, 1), [1, 2), [2, 3]: counts 2 1 0 and 1 1 1; with a half each 2.5 1.5 0.5 and 1.5 1.5 1.5, of 4.5.
        double divergence = PublishedDivergence.of(new double[] {0.2, 0.7, 1.5}, new double[] {0.1, 1.2, 2.9});

        assertThat(divergence).isCloseTo((2.5 * Math.log(2.5 / 1.5) + 0.5 * Math.log(0.5 / 1.5)) / 4.5, within(1e-12));
    }

    @Test
    void meansWithinABinDoNotDiffer() {
        assertThat(PublishedDivergence.of(new double[] {-3.9, 2.1}, new double[] {-3.1, 2.9}))
                .isZero();
        assertThat(PublishedDivergence.of(new double[] {2}, new double[] {2})).isZero();
    }

    @Test
    void meansOfOtherParametersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedDivergence.of(new double[2], new double[1]))
                .withMessageContaining("2 means");
        assertThatIllegalArgumentException().isThrownBy(() -> PublishedDivergence.of(new double[0], new double[0]));
    }
}
