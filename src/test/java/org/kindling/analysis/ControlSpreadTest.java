package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.ControlMatrix;

/** Statistics of coefficients, small enough to be done by hand. */
class ControlSpreadTest {

    @Test
    void spreadIsMedianQuartilesAndAgreement() {
        CoefficientSpread spread = CoefficientSpread.of(-1, 0.5, 2, 1, 3);

        assertThat(spread).isEqualTo(new CoefficientSpread(1, 0.5, 2, 0.8));
    }

    @Test
    void membersWithoutEffectAgreeOnNone() {
        assertThat(CoefficientSpread.of(0, -0.0, 0).signAgreement()).isEqualTo(1);
        assertThat(CoefficientSpread.of(0, 0, 1).signAgreement()).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void strongestControllersComeFirst() {
        ControlSpread spread = ControlSpread.of(List.of(
                ControlMatrix.of(List.of("x", "y"), List.of("A", "B", "C"), new double[] {0.2, -0.9, 0.1, 0, 90, 1})));

        assertThat(spread.controllersOf(0)).containsExactly(1, 0, 2);
        assertThat(spread.controllersOf(1)).containsExactly(1, 2, 0);
        assertThat(spread.controllers()).containsExactly(1, 2, 0);
        // 90 counts as 1.
        assertThat(spread.strength(1)).isCloseTo(0.95, within(1e-15));
    }

    @Test
    void everyCoefficientHasItsPlace() {
        List<String> responses = List.of("x", "y");
        List<String> processes = List.of("A", "B");
        ControlSpread spread = ControlSpread.of(List.of(
                ControlMatrix.of(responses, processes, new double[] {1, 2, 3, 4}),
                ControlMatrix.of(responses, processes, new double[] {3, 4, 5, 6})));

        assertThat(spread.at(0, 0).median()).isEqualTo(2);
        assertThat(spread.at(0, 1).median()).isEqualTo(3);
        assertThat(spread.at(1, 0).median()).isEqualTo(4);
        assertThat(spread.at(1, 1).median()).isEqualTo(5);
    }

    @Test
    void noMembersAreRefused() {
        assertThatThrownBy(() -> ControlSpread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ControlMatrix.of(List.of("x"), List.of("A"), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values");
    }

    @Test
    void ensembleIsConsistentWhileEveryTheoremHolds() {
        assertThat(new ControlEnsemble.Theorem("summation", ControlEnsemble.TOLERANCE, "m1").holds())
                .isTrue();
        assertThat(new ControlEnsemble.Theorem("summation", 2e-8, "m1").holds()).isFalse();
        assertThat(new ControlEnsemble.Theorem("summation", Double.NaN, "m1").holds())
                .isFalse();
    }
}
