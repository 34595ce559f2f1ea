package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void quantilesInterpolateBetweenOrderStatistics() {
        Quantiles quantiles = Quantiles.of(new double[] {4, 1, 3, 2});

        assertThat(quantiles.minimum()).isEqualTo(1);
        assertThat(quantiles.at(0.25)).isCloseTo(1.75, within(1e-15));
        assertThat(quantiles.median()).isCloseTo(2.5, within(1e-15));
        assertThat(quantiles.maximum()).isEqualTo(4);
        assertThat(quantiles.at(1)).isEqualTo(4);
        assertThat(quantiles.shareAtMost(2)).isEqualTo(0.5);
        assertThat(quantiles.shareAtMost(0.5)).isZero();
    }

    @Test
    void quantilesRefuseEmptySamplesAndProbabilitiesOutOfRange() {
        assertThatThrownBy(() -> Quantiles.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}).at(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> Quantiles.of(new double[] {Double.NaN})).hasMessageContaining("NaN");
    }

    @Test
    void histogramCountsEveryValueOnce() {
        double[] sample = {-1, -0.0, 0, 0.5, 1, 1.5, 2, 3, Double.NEGATIVE_INFINITY};

        Histogram histogram = Histogram.of(sample, new double[] {0, 1, 2});

        assertThat(histogram.below()).isEqualTo(2);
        assertThat(histogram.count(0)).isEqualTo(3);
        assertThat(histogram.count(1)).isEqualTo(3);
        assertThat(histogram.above()).isEqualTo(1);
    }

    @Test
    void histogramRefusesEdgesThatDoNotRise() {
        assertThatThrownBy(() -> Histogram.of(new double[0], new double[] {0, 1, 1}))
                .hasMessageContaining("must rise");
        assertThatThrownBy(() -> Histogram.of(new double[0], new double[] {0})).hasMessageContaining("at least 2");
    }

    @Test
    void evenEdgesEndExactly() {
        assertThat(Histogram.evenEdges(0, 0.3, 3)).containsExactly(new double[] {0, 0.1, 0.2, 0.3}, within(1e-16));
        assertThat(Histogram.evenEdges(-9, 1, 7)[7]).isEqualTo(1);
    }

    @Test
    void wilsonIntervalMatchesPublishedLimits() {
        // R 4.3: prop.test(81, 263, correct = FALSE), also in Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)
        WilsonInterval interval = WilsonInterval.of(81, 263);

        assertThat(interval.lower()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.upper()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void wilsonIntervalOfNothingStartsAtZero() {
        WilsonInterval interval = WilsonInterval.of(0, 10);

        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isCloseTo(0.2775, within(5e-5)); // z^2 / (n + z^2)
        assertThat(WilsonInterval.of(10, 10).upper()).isEqualTo(1);
        assertThatThrownBy(() -> WilsonInterval.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void medoidsOfSeparatedCloudsAreOneOfEach() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] points = new double[300][2];
        for (int i = 0; i < points.length; i++) {
            points[i][0] = 100.0 * (i % 3) + random.nextDouble();
            points[i][1] = random.nextDouble();
        }

        int[] medoids = Medoids.select(points, 3, 11);

        assertThat(medoids).hasSize(3).isSorted();
        assertThat(Arrays.stream(medoids).map(i -> i % 3)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(Medoids.select(points, 3, 11)).isEqualTo(medoids);
        for (int medoid : medoids) {
            assertThat(points[medoid][1]).isBetween(0.3, 0.7);
        }
    }

    @Test
    void medoidsOfRepeatedPointsAreStillDifferentIndices() {
        double[][] points = {{1}, {1}, {1}, {2}, {2}};

        assertThat(Medoids.select(points, 4, 1)).hasSize(4).doesNotHaveDuplicates();
        assertThat(Medoids.select(points, 2, 1)).containsExactly(0, 3);
        assertThat(Medoids.select(points, 1, 1)).hasSize(1);
        assertThat(Medoids.select(points, 5, 1)).containsExactly(0, 1, 2, 3, 4);
        assertThat(Medoids.select(points, 0, 1)).isEmpty();
        assertThatThrownBy(() -> Medoids.select(points, 6, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
