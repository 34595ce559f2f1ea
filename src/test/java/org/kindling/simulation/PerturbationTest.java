package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;

class PerturbationTest {

    private static final KineticModel MODEL = ModelSketch.model("""
            compartment outside = 0.5
            compartment inside = 2
            species X in outside = 4
            species Y in inside = 3
            species Z in inside = 1
            parameter k = 1
            reaction R1: X -> Y; k*(X - Y)
            reaction R2: -> Z; k
            """);

    private static double value(Map<Symbol, Double> state, String id) {
        return Objects.requireNonNull(state.get(new Symbol(id)));
    }

    @Test
    void totalsAreKeptInAmounts() {
        Perturbation perturbation = Perturbation.of(MODEL, Map.of());

        for (int index = 0; index < 100; index++) {
            Map<Symbol, Double> state =
                    perturbation.draw(uniform -> 0.5 + uniform, 7, index).orElseThrow();

            assertThat(0.5 * value(state, "X") + 2 * value(state, "Y")).isCloseTo(8, within(1e-14 * 8));
            assertThat(value(state, "Z")).isBetween(0.5, 1.5);
        }
    }

    @Test
    void negativeStatesAreDrawnAgain() {
        // X takes up to 9 of a total of 8 in amounts, so that Y would often become negative.
        Perturbation perturbation = Perturbation.of(MODEL, Map.of());

        for (int index = 0; index < 100; index++) {
            Map<Symbol, Double> state =
                    perturbation.draw(uniform -> 9 * uniform, 7, index).orElseThrow();

            assertThat(state.values()).allMatch(value -> value >= 0);
        }
    }

    @Test
    void impossibleFactorsGiveNoState() {
        assertThat(Perturbation.of(MODEL, Map.of()).draw(uniform -> 100, 1, 1)).isEmpty();
    }

    @Test
    void drawsOfOneIndexAreAlwaysTheSame() {
        Perturbation perturbation = Perturbation.of(MODEL, Map.of());

        assertThat(perturbation.draw(uniform -> 0.5 + uniform, 7, 3))
                .isEqualTo(perturbation.draw(uniform -> 0.5 + uniform, 7, 3))
                .isNotEqualTo(perturbation.draw(uniform -> 0.5 + uniform, 7, 4));
    }
}
