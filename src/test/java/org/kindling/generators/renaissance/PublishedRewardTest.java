package org.kindling.generators.renaissance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The published reward, by its formula. */
class PublishedRewardTest {

    @Test
    void rewardIsTheShareOfValidModels() {
        assertThat(PublishedReward.of(new double[] {-3, -2, -1, 4}, -2)).isEqualTo(0.5);
    }

    @Test
    void withoutValidModelsTheRewardGrowsAsTheBestComesNearer() {
        assertThat(PublishedReward.of(new double[] {3, 1, 7}, -2)).isCloseTo(0.01 / (1 + Math.exp(3)), within(1e-17));
        assertThat(PublishedReward.of(new double[] {0, 9}, -2)).isCloseTo(0.01 / (1 + Math.exp(2)), within(1e-17));
    }

    @Test
    void withoutAnySpectrumThereIsNoReward() {
        assertThat(PublishedReward.of(new double[] {Double.POSITIVE_INFINITY}, -2))
                .isZero();
    }
}
