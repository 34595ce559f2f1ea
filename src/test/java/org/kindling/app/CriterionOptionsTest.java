package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.dynamics.Criterion;
import org.kindling.network.InputException;
import org.kindling.network.ModelUnits;

/** Wanted dynamics, given in the units of the user and needed in those of the model. */
class CriterionOptionsTest {

    private static final ModelUnits HOURS = new ModelUnits("hour", OptionalDouble.of(3600), "umol", "umol/L");
    private static final ModelUnits UNKNOWN = new ModelUnits("time unit", OptionalDouble.empty(), "mol", "mol/L");

    @ParameterizedTest
    @CsvSource({
        "6.7min, 0.111666666666666667",
        "30s, 0.00833333333333333333",
        "1h, 1",
        "2 d, 48",
        "3.6e6ms, 1",
        "0.25, 0.25"
    })
    void durationsAreConvertedToTheUnitOfTheModel(String text, double hours) {
        assertThat(TimeSpan.parse(text).in(HOURS)).isCloseTo(hours, within(1e-15 * hours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "min", "-1h", "0", "1 year", "1e999", "NaN", "1..2", "1.2.3s", "."})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("duration");
    }

    @Test
    void durationWithUnitNeedsAModelThatKnowsItsOwn() {
        assertThat(TimeSpan.parse("2").in(UNKNOWN)).isEqualTo(2);
        assertThatThrownBy(() -> TimeSpan.parse("2min").in(UNKNOWN))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("unit of time");
    }

    @Test
    void bandOfTimeConstantsIsOneOfTheSlowestMode() {
        Criterion band = options("", "", "3min", "6min").criterion(HOURS);

        assertThat(band.lowestAbscissa()).isCloseTo(-20, within(1e-12));
        assertThat(band.highestAbscissa()).isCloseTo(-10, within(1e-12));
        assertThat(band.lowestReal()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void strictestBoundCounts() {
        assertThat(options("-9", "", "", "6min").criterion(HOURS).highestAbscissa())
                .isCloseTo(-10, within(1e-12));
        assertThat(options("-11", "", "", "6min").criterion(HOURS).highestAbscissa())
                .isEqualTo(-11);
    }

    @Test
    void stabilityIsAlwaysAsked() {
        assertThat(CriterionOptions.STABLE.criterion(HOURS)).isEqualTo(Criterion.STABLE);
        assertThat(options("5", "", "", "").criterion(HOURS).highestAbscissa()).isZero();
    }

    @Test
    void criterionIsPutIntoWords() {
        assertThat(options("-9", "-1e7", "", "").words(HOURS))
                .isEqualTo("lambda_max <= -9, lambda_min >= -1.0E7 per hour");
        assertThat(options("", "", "2", "4").words(HOURS)).isEqualTo("lambda_max <= -0.25 and >= -0.5 per hour");
    }

    @Test
    void boundsThatNoModelCanMeetAreRefused() {
        assertThatThrownBy(() -> options("", "", "6min", "3min").criterion(HOURS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--tau-min");
        assertThatThrownBy(() -> options("-9", "-5", "", "").criterion(HOURS)).isInstanceOf(InputException.class);
    }

    private static CriterionOptions options(String lambdaMax, String lambdaMin, String tauMin, String tauMax) {
        return new CriterionOptions(number(lambdaMax), number(lambdaMin), span(tauMin), span(tauMax));
    }

    private static OptionalDouble number(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private static Optional<TimeSpan> span(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(TimeSpan.parse(text));
    }
}
