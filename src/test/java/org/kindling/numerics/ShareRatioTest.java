package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The limits of a ratio of shares hold as often as they say, and at the edges. */
class ShareRatioTest {

    @Test
    void manyCountsGiveTheLimitsOfTheLogarithm() {
        ShareRatio ratio = ShareRatio.of(60_000, 100_000, 40_000, 200_000);
        double deviation = Math.sqrt(1 / 60e3 - 1 / 100e3 + 1 / 40e3 - 1 / 200e3);

        assertThat(ratio.value()).isCloseTo(3, within(1e-15));
        // Wilson's limits and those of variances differ by some 1e-5 here.
        assertThat(ratio.lower()).isCloseTo(3 * Math.exp(-1.96 * deviation), within(1e-4));
        assertThat(ratio.upper()).isCloseTo(3 * Math.exp(1.96 * deviation), within(1e-4));
    }

    @Test
    void limitsHoldInNineteenOfTwentyCases() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(11L);
        int held = 0;
        int cases = 2_000;
        for (int trial = 0; trial < cases; trial++) {
            ShareRatio ratio = ShareRatio.of(count(random, 100, 0.9), 100, count(random, 200, 0.3), 200);
            held += ratio.lower() <= 3 && 3 <= ratio.upper() ? 1 : 0;
        }

        // Four standard deviations of a share of 0.95 among 2,000.
        assertThat((double) held / cases).isCloseTo(0.95, within(0.02));
    }

    @Test
    void sharesOfAllAndNothingHaveLimitsToo() {
        ShareRatio all = ShareRatio.of(50, 50, 25, 50);
        ShareRatio nothing = ShareRatio.of(0, 50, 25, 50);

        assertThat(all.value()).isEqualTo(2);
        assertThat(all.lower()).isBetween(1.4, 1.6);
        assertThat(all.upper()).isBetween(2.6, 2.8);
        assertThat(nothing.value()).isZero();
        assertThat(nothing.lower()).isZero();
        assertThat(nothing.upper()).isBetween(0.1, 0.25);
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> ShareRatio.of(1, 2, 0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShareRatio.of(3, 2, 1, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int count(UniformRandomProvider random, int trials, double share) {
        int count = 0;
        for (int trial = 0; trial < trials; trial++) {
            count += random.nextDouble() < share ? 1 : 0;
        }
        return count;
    }
}
