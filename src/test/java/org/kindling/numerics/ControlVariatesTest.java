package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ControlVariatesTest {

    @Test
    void controlTakesItsShareOfTheNoiseOff() {
        SplittableRandom random = new SplittableRandom(1);
        ControlVariates sums = ControlVariates.ofSums(2);
        for (int k = 0; k < 10_000; k++) {
            double control = random.nextDouble(-1, 1);
            double rest = random.nextDouble(-1, 1);
            sums.add(0, 3 * control + rest, control);
            sums.add(1, 3 * control + rest, 0);
        }

        // Sums of 10,000 terms with variances 1/3 and 10/3.
        assertThat(sums.error(0)).isCloseTo(57.7, within(1.0));
        assertThat(sums.error(1)).isCloseTo(182.6, within(3.0));
        assertThat(sums.estimate(0)).isBetween(-200.0, 200.0);
    }

    @Test
    void exactControlLeavesNoNoise() {
        ControlVariates sums = ControlVariates.ofSums(1);
        sums.add(0, 2, 1);
        sums.add(0, -6, -3);

        assertThat(sums.estimate(0)).isCloseTo(0, within(1e-15));
        assertThat(sums.error(0)).isCloseTo(0, within(1e-7));
    }
}
