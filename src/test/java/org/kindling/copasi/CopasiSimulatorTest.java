package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeCourse.Status;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

class CopasiSimulatorTest {

    private static final KineticModel MODEL = ModelSketch.model(FakeCopasi.MODEL);
    private static final Symbol K = new Symbol("k");

    @Test
    void columnsAreThoseOfTheModelWhateverCopasisOrder() throws InterruptedException {
        TimeCourse course = simulate(FakeCopasi.withError(0), Map.of()).get(0);

        assertThat(course.quantities()).containsExactly(new Symbol("A"), new Symbol("B"));
        assertThat(course.row(0)).containsExactly(2, 1);
    }

    @Test
    void deadWorkerLosesOneExperimentAndIsReplaced() throws InterruptedException {
        FakeCopasi copasi = FakeCopasi.withError(0);

        List<TimeCourse> courses = simulate(copasi, Map.of(), Map.of(K, 13.0), Map.of(K, 1.0), Map.of(K, 2.0));

        assertThat(courses)
                .extracting(course -> course.outcome().status())
                .containsExactly(Status.COMPLETE, Status.ENGINE_FAILED, Status.COMPLETE, Status.COMPLETE);
        assertThat(courses.get(1).outcome().reason()).isEqualTo("crash");
        assertThat(courses.get(1).size()).isZero();
        assertThat(copasi.started()).isEqualTo(2);
    }

    @Test
    void slowExperimentIsOutOfTime() throws InterruptedException {
        List<TimeCourse> courses = simulate(FakeCopasi.withError(0), Map.of(K, 17.0), Map.of());

        assertThat(courses)
                .extracting(course -> course.outcome().status())
                .containsExactly(Status.OUT_OF_TIME, Status.COMPLETE);
    }

    @Test
    void modelThatCopasiCannotReadIsTriedOnce() throws InterruptedException {
        FakeCopasi copasi = FakeCopasi.unableToRead("it has no legs");

        List<TimeCourse> courses = simulate(copasi, Map.of(), Map.of(), Map.of());

        assertThat(courses)
                .extracting(course -> course.outcome().reason())
                .containsOnly("COPASI cannot read the model: it has no legs");
        assertThat(copasi.started()).isEqualTo(1);
    }

    @Test
    void closedSimulatorSaysSo() throws InterruptedException {
        CopasiSimulator simulator = CopasiSimulator.of(FakeCopasi.withError(0).engine(), MODEL, CopasiOptions.DEFAULT);
        simulator.close();

        assertThat(simulator.simulate(experiment(Map.of())).outcome().reason()).contains("closed");
    }

    @SafeVarargs
    private static List<TimeCourse> simulate(FakeCopasi copasi, Map<Symbol, Double>... values)
            throws InterruptedException {
        List<TimeCourse> courses = new ArrayList<>();
        try (CopasiSimulator simulator = CopasiSimulator.of(copasi.engine(), MODEL, CopasiOptions.DEFAULT)) {
            for (Map<Symbol, Double> each : values) {
                courses.add(simulator.simulate(experiment(each)));
            }
        }
        return courses;
    }

    private static Experiment experiment(Map<Symbol, Double> values) {
        return new Experiment(values, TimeGrid.even(0, 1, 4), Tolerances.TIGHT);
    }
}
