package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateMapTest {

    private static final List<double[]> LINE = List.of(
            new double[] {1, 10, 0},
            new double[] {2, 20, 0},
            new double[] {3, 30, 0},
            new double[] {4, 40, 0},
            new double[] {5, 50, 0});

    @Test
    void statesOnALineAreExplainedByOneComponent() {
        StateMap map = StateMap.of(LINE, 1).orElseThrow();

        assertThat(map.explained().right()).isCloseTo(1, within(1e-12));
        assertThat(map.components().get(2).right()).isCloseTo(0, within(1e-12));
        assertThat(map.components().get(4).right()).isCloseTo(Math.hypot(2, 20), within(1e-12));
        assertThat(map.neighbours()).hasSize(5);
    }

    @Test
    void fewStatesHaveNoMap() {
        assertThat(StateMap.of(LINE.subList(0, 3), 1)).isEmpty();
    }

    @Test
    void rangeOfFeasibleStatesIsThatOfTheirConcentrations() {
        ConcentrationRange range = ConcentrationRange.of("A", new double[] {4, 1, 3}, state -> state != 1);

        assertThat(range.all()).isEqualTo(new ConcentrationRange.Range(1, 3, 4));
        assertThat(range.feasible()).contains(new ConcentrationRange.Range(3, 3.5, 4));
        assertThat(ConcentrationRange.of("A", new double[] {4}, state -> false).feasible())
                .isEmpty();
    }
}
