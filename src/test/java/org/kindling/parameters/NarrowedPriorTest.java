package org.kindling.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Priors within a range are what the whole ones are there. */
class NarrowedPriorTest {

    private static final Prior SATURATION = Prior.UniformSaturation.of(2, Bounds.POSITIVE);
    private static final Prior BOUNDED = Prior.UniformSaturation.of(2, new Bounds(0.5, 8));
    private static final Prior MEASURED = new Prior.LogNormal(0.3, 0.8);
    private static final Prior FREE = new Prior.LogUniform(new Bounds(0.1, 10));

    private static final List<Bounds> RANGES =
            List.of(new Bounds(0.7, 1.9), new Bounds(0, 3), new Bounds(1.2, Double.POSITIVE_INFINITY), Bounds.POSITIVE);

    static Stream<Arguments> narrowed() {
        return Stream.of(SATURATION, BOUNDED, MEASURED, FREE)
                .flatMap(prior -> RANGES.stream().map(range -> Arguments.of(prior, range)));
    }

    @ParameterizedTest
    @MethodSource("narrowed")
    void sharesAreThoseOfTheWholeWithinTheRange(Prior whole, Bounds range) {
        Prior narrow = whole.within(range).orElseThrow();
        double from = share(whole, narrow.valueAt(-30));
        double to = share(whole, narrow.valueAt(30));

        for (double u = -4; u <= 4; u += 0.5) {
            assertThat(share(whole, narrow.valueAt(u))).isCloseTo(from + logistic(u) * (to - from), within(1e-11));
        }
        assertThat(narrow.valueAt(-30)).isGreaterThanOrEqualTo(range.lower() * (1 - 1e-11));
        assertThat(narrow.valueAt(30)).isLessThanOrEqualTo(range.upper() * (1 + 1e-11));
    }

    @ParameterizedTest
    @MethodSource("narrowed")
    void slopesAreThoseOfDifferences(Prior whole, Bounds range) {
        Prior narrow = whole.within(range).orElseThrow();
        double step = 1e-4;

        for (double u = -4; u <= 4; u += 0.5) {
            double difference = Math.log(narrow.valueAt(u + step) / narrow.valueAt(u - step)) / (2 * step);
            // Differences of this step are off by some 1e-9 at most.
            assertThat(narrow.slopeAt(u)).isCloseTo(difference, within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("narrowed")
    void coordinatesAreTheInverseOfValues(Prior whole, Bounds range) {
        Prior narrow = whole.within(range).orElseThrow();

        for (double u = -4; u <= 4; u += 0.5) {
            assertThat(narrow.coordinateOf(narrow.valueAt(u))).isCloseTo(u, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("narrowed")
    void rangeWithinARangeIsWhatTheyShare(Prior whole, Bounds range) {
        Prior twice =
                whole.within(new Bounds(0.9, 1.8)).orElseThrow().within(range).orElseThrow();
        Bounds shared = new Bounds(Math.max(0.9, range.lower()), Math.min(1.8, range.upper()));

        Prior once = whole.within(shared).orElseThrow();
        for (double u = -4; u <= 4; u += 0.5) {
            assertThat(twice.valueAt(u)).isCloseTo(once.valueAt(u), within(1e-12));
        }
    }

    @Test
    void kindOfAPriorStays() {
        Bounds range = new Bounds(0.5, 2);

        assertThat(SATURATION.within(range)).contains(new Prior.UniformSaturation(2, 0.5, 0.8));
        assertThat(FREE.within(range)).contains(new Prior.LogUniform(range));
        assertThat(MEASURED.within(range).orElseThrow().description())
                .startsWith("log-normal around 1.34985")
                .contains("between its quantiles 0.10");
        assertThat(MEASURED.within(Bounds.POSITIVE)).contains(MEASURED);
    }

    @Test
    void nothingIsLeftOfAPriorOutsideOfIt() {
        assertThat(BOUNDED.within(new Bounds(9, 10))).isEmpty();
        assertThat(BOUNDED.within(new Bounds(8, 10))).isEmpty();
        assertThat(FREE.within(new Bounds(11, 20))).isEmpty();
        assertThat(FREE.within(new Bounds(0, 0.1))).isEmpty();
        assertThat(MEASURED.within(new Bounds(1e6, 1e7))).isEmpty();
        assertThat(MEASURED.within(new Bounds(0, 1e-6))).isEmpty();
        assertThat(MEASURED.within(new Bounds(1, 2)).orElseThrow().within(new Bounds(3, 4)))
                .isEmpty();
        assertThat(SATURATION.within(new Bounds(1, 1 + 1e-10))).isEmpty();
    }

    private static double share(Prior prior, double value) {
        return logistic(prior.coordinateOf(value));
    }

    private static double logistic(double u) {
        return 1 / (1 + Math.exp(-u));
    }
}
