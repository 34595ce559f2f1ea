package org.kindling.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterRangeTest {

    private static final ParameterRange.Name NAME = new ParameterRange.Name("K", "R", "S", "mM");

    @Test
    void quantilesAreThoseOfTheLogarithm() {
        double[] decades = IntStream.rangeClosed(0, 100)
                .mapToDouble(percent -> Math.pow(10, percent / 100.0))
                .toArray();
        Spread spread =
                ParameterRange.of(NAME, decades, new double[] {1}).before().orElseThrow();
        // Powers and logarithms are off by 2e-16 here.
        assertThat(spread.lowest()).isCloseTo(0.05, within(2e-15));
        assertThat(spread.median()).isCloseTo(0.5, within(2e-15));
        assertThat(spread.highest()).isCloseTo(0.95, within(2e-15));
    }

    @Test
    void constantHasARangeOfOneValue() {
        double[] values = IntStream.range(0, 7).mapToDouble(index -> 0.3).toArray();
        ParameterRange range = ParameterRange.of(NAME, values, values);
        assertThat(range.before()).isPresent().isEqualTo(range.after());
        assertThat(range.distance()).isZero();
    }

    @Test
    void valuesWithoutLogarithmArePassedOver() {
        ParameterRange range = ParameterRange.of(
                NAME, new double[] {0, Double.NaN, 10, Double.POSITIVE_INFINITY}, new double[] {-1, Double.NaN});
        assertThat(range.before()).contains(new Spread(1, 1, 1, 1, 1));
        assertThat(range.after()).isEmpty();
    }

    @Test
    void distancesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParameterRange(NAME, Optional.empty(), Optional.empty(), Double.NaN))
                .withMessageContaining("of K must lie between 0 and 1");
    }
}
