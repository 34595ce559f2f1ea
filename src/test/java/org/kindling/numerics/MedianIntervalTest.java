package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {

    @Test
    void limitsAreOrderStatistics() {
        double[] sample =
                IntStream.rangeClosed(1, 100).mapToDouble(k -> 101 - k).toArray();

        // (100 - 19.6) / 2 = 40.2 and 1 + (100 + 19.6) / 2 = 60.8.
        assertThat(MedianInterval.of(sample)).isEqualTo(new MedianInterval(40, 61));
    }

    @Test
    void fewValuesHaveTheirOwnRange() {
        assertThat(MedianInterval.of(new double[] {3, 1, 2})).isEqualTo(new MedianInterval(1, 3));
        assertThat(MedianInterval.of(new double[] {7})).isEqualTo(new MedianInterval(7, 7));
    }

    @Test
    void medianLiesWithinInNineteenOfTwentySamples() {
        SplittableRandom random = new SplittableRandom(11);
        int within = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] skewed = random.doubles(80).map(share -> -Math.log(share)).toArray();
            MedianInterval interval = MedianInterval.of(skewed);
            within += interval.lower() <= Math.log(2) && Math.log(2) <= interval.upper() ? 1 : 0;
        }

        // 0.95 to 0.98 by the binomial distribution, for limits are whole ranks.
        assertThat(within).isBetween(1890, 1980);
    }

    @Test
    void samplesWithoutNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MedianInterval.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> MedianInterval.of(new double[] {Double.NaN}));
    }
}
