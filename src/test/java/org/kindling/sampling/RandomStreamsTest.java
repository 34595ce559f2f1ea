package org.kindling.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Streams are functions of seed, purpose and index, and have nothing to do with each other. */
class RandomStreamsTest {

    private static final int NUMBERS = 20_000;

    @Test
    void streamIsAFunctionOfItsIndex() {
        RandomStreams streams = RandomStreams.of(5, 1);
        double[] first = numbers(streams.stream(77));
        numbers(streams.stream(3));

        assertThat(numbers(streams.stream(77))).containsExactly(first);
        assertThat(numbers(RandomStreams.of(5, 1).stream(77))).containsExactly(first);
    }

    @Test
    void numbersAreUniform() {
        double[] numbers = numbers(RandomStreams.of(5, 1).stream(0));

        // Mean 1/2 and variance 1/12 with standard errors 0.0020 and 0.00053; five of each.
        assertThat(mean(numbers)).isBetween(0.490, 0.510);
        assertThat(covariance(numbers, numbers)).isBetween(1 / 12.0 - 0.0027, 1 / 12.0 + 0.0027);
    }

    @Test
    void neighbouringSeedsPurposesAndIndicesAreIndependent() {
        double[] reference = numbers(RandomStreams.of(5, 1).stream(7));

        assertUncorrelated(reference, numbers(RandomStreams.of(6, 1).stream(7)));
        assertUncorrelated(reference, numbers(RandomStreams.of(5, 2).stream(7)));
        assertUncorrelated(reference, numbers(RandomStreams.of(5, 1).stream(8)));
        assertUncorrelated(reference, numbers(RandomStreams.of(1, 5).stream(7)));
    }

    @Test
    void firstNumbersOfConsecutiveStreamsAreIndependent() {
        RandomStreams streams = RandomStreams.of(0, 0);
        double[] even = new double[NUMBERS];
        double[] odd = new double[NUMBERS];
        for (int index = 0; index < NUMBERS; index++) {
            even[index] = streams.stream(2L * index).nextDouble();
            odd[index] = streams.stream(2L * index + 1).nextDouble();
        }

        assertThat(mean(even)).isBetween(0.490, 0.510);
        assertUncorrelated(even, odd);
    }

    @Test
    void extremeSeedsAndIndicesWork() {
        for (long extreme : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(mean(numbers(RandomStreams.of(extreme, extreme).stream(Long.MAX_VALUE))))
                    .isBetween(0.490, 0.510);
        }
    }

    /** Correlations of independent numbers have a standard error of 0.007. */
    private static void assertUncorrelated(double[] some, double[] others) {
        double correlation = covariance(some, others) / Math.sqrt(covariance(some, some) * covariance(others, others));

        assertThat(Math.abs(correlation)).isLessThan(0.035);
    }

    private static double[] numbers(UniformRandomProvider random) {
        double[] numbers = new double[NUMBERS];
        for (int index = 0; index < NUMBERS; index++) {
            numbers[index] = random.nextDouble();
        }
        return numbers;
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    private static double covariance(double[] some, double[] others) {
        double meanOfSome = mean(some);
        double meanOfOthers = mean(others);
        double sum = 0;
        for (int index = 0; index < some.length; index++) {
            sum += (some[index] - meanOfSome) * (others[index] - meanOfOthers);
        }
        return sum / some.length;
    }
}
