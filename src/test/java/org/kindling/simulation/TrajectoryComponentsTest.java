package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;
import org.kindling.sampling.Progress;

class TrajectoryComponentsTest {

    /** One pool moves, one rests, and one is not there at all. */
    private static final KineticModel MODEL = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 3
            species B in cell = 5
            species C in cell = 0
            reaction R1: -> A; 3 - A
            reaction R2: -> B; 0*B
            reaction R3: C -> ; C
            """);

    private static TrajectoryComponents components(double factor) throws InterruptedException {
        Robustness.Options options = new Robustness.Options(
                new PerturbationFactors(factor, factor), 2, TimeGrid.at(0, 1, 40), Tolerances.DEFAULT, 1, 2);
        return TrajectoryComponents.of(
                Robustness.of(MODEL, ReferenceState.of(MODEL), options).run(1, member -> Map.of(), 1, Progress.NONE));
    }

    @Test
    void whatMovesAloneIsTheFirstComponent() throws InterruptedException {
        TrajectoryComponents components = components(2);

        assertThat(components.species()).containsExactly(new Symbol("A"), new Symbol("B"));
        assertThat(components.explained(0)).isCloseTo(1, within(1e-12));
        assertThat(components.direction(0)).containsExactly(new double[] {1, 0}, within(1e-9));
    }

    @Test
    void scoresAreLogarithmsOfRatiosThatEndAtZero() throws InterruptedException {
        double[] scores = components(2).scores(0, 1);

        assertThat(scores[0]).isCloseTo(Math.log(2), within(1e-9));
        // A(1) = 3 (1 + exp(-1)), to the tolerance of the time course.
        assertThat(scores[1]).isCloseTo(Math.log(1 + Math.exp(-1)), within(1e-5));
        assertThat(scores[2]).isCloseTo(0, within(1e-5));
    }

    @Test
    void speciesThatIsUsedUpHasAFiniteScore() throws InterruptedException {
        assertThat(components(0).scores(0, 0)[0]).isCloseTo(Math.log(1e-6), within(1e-9));
    }
}
