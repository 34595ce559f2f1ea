package org.kindling.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

    @ParameterizedTest
    @ValueSource(doubles = {-1e4, -40, -0.5, 0, 1e-3, 7, 1e12})
    void symmetricScaleGoesThereAndBack(double value) {
        Scale scale = new SymmetricLogarithmicScale(0.1);
        assertThat(scale.value(scale.position(value))).isCloseTo(value, within(1e-12 * (1 + Math.abs(value))));
    }

    @Test
    void narrowRangeIsLabelledAtTwoAndFive() {
        Axis axis = new Axis(new LogarithmicScale(), -2, 0, 0, 640);
        assertThat(labels(axis)).containsExactly("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1");
    }

    @Test
    void rangeWithinOneDecadeIsLabelledEvenly() {
        Axis axis = new Axis(new LogarithmicScale(), Math.log10(3.55e10), Math.log10(3.94e10), 0, 640);
        assertThat(labels(axis)).containsExactly("3.6·10", "3.7·10", "3.8·10", "3.9·10");
    }

    @Test
    void wideRangeIsLabelledWithPowersThatAreEvenlySpaced() {
        Axis axis = new Axis(new LogarithmicScale(), -12, 12, 0, 640);
        assertThat(axis.ticks())
                .extracting(Axis.Tick::exponent)
                .containsExactly("−12", "−9", "−6", "−3", "0", "3", "6", "9", "12");
    }

    @Test
    void symmetricAxisIsLabelledOnBothSides() {
        SymmetricLogarithmicScale scale = new SymmetricLogarithmicScale(1);
        Axis axis = new Axis(scale, scale.position(-40), scale.position(1e4), 0, 640);
        assertThat(labels(axis)).containsExactly("−10", "0", "10", "100", "1,000", "10,000");
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream()
                .sorted(Comparator.comparingDouble(Axis.Tick::value))
                .map(Axis.Tick::label)
                .toList();
    }
}
