package org.kindling.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {

    @Test
    void quantitiesKeepFourDigits() {
        assertThat(NumberText.of(0.123456)).isEqualTo("0.1235");
        assertThat(NumberText.of(-12345.6)).isEqualTo("−12,346");
        assertThat(NumberText.of(-9)).isEqualTo("−9");
        assertThat(NumberText.of(1.23456e-7)).isEqualTo("1.235 × 10⁻⁷");
        assertThat(NumberText.of(0)).isEqualTo("0");
    }

    @Test
    void quantitiesOfAColumnKeepTheirZeros() {
        assertThat(NumberText.ofColumn(-9)).isEqualTo("−9.000");
        assertThat(NumberText.ofColumn(0.025)).isEqualTo("0.02500");
    }

    @Test
    void quantitiesThatAreNoNumbersAreDashes() {
        assertThat(NumberText.of(Double.NaN)).isEqualTo("–");
    }

    @Test
    void sharesHaveTheDecimalsThatTheirIntervalSupports() {
        assertThat(NumberText.ofShare(0.58912, new Interval(0.58912, 0.5823, 0.5959)))
                .isEqualTo("58.9 %");
        assertThat(NumberText.ofShare(0.5, new Interval(0.5, 0.1, 0.9))).isEqualTo("50 %");
    }
}
