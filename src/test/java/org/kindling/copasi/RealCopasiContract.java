package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindling.copasi.CopasiSimulator.Spectra;
import org.kindling.copasi.CopasiSimulator.SteadyState;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.sbml.ExchangeModel;
import org.kindling.sbml.SbmlReader;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeCourse.Status;
import org.kindling.simulation.TimeCourseSimulator;
import org.kindling.simulation.TimeCourseSimulatorContract;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/** What COPASI does behind each of its engines; skipped aloud where an engine is missing. */
interface RealCopasiContract extends TimeCourseSimulatorContract {

    EngineKind kind();

    @Override
    default TimeCourseSimulator simulator(KineticModel model) throws InterruptedException {
        return simulator(model, WorkerLimits.DEFAULT);
    }

    private CopasiSimulator simulator(KineticModel model, WorkerLimits limits) throws InterruptedException {
        return CopasiSimulator.of(engine(), model, new CopasiOptions(2, limits));
    }

    private Engine engine() throws InterruptedException {
        return RealCopasi.engine(kind(), getClass().getSimpleName());
    }

    @Test
    default void eigenvaluesOfBothJacobiansAreThoseOfTheClosedForm() throws InterruptedException {
        // x -> y at rate a x, y -> x at rate b y: eigenvalues 0 and -(a + b).
        KineticModel model = ModelSketch.model("""
                compartment cell = 2
                species X in cell = 1
                species Y in cell = 3
                parameter a = 0.3
                parameter b = 0.1
                reaction F: X -> Y; cell*a*X
                reaction B: Y -> X; cell*b*Y
                """);
        try (CopasiSimulator copasi = simulator(model, WorkerLimits.DEFAULT)) {
            Spectra spectra = value(copasi.spectra(Map.of(new Symbol("a"), 0.6, new Symbol("X"), 0.5)));

            assertThat(spectra.full().size()).isEqualTo(2);
            assertThat(spectra.full().real(0)).isCloseTo(0, within(1e-8));
            assertThat(spectra.full().real(1)).isCloseTo(-0.7, within(1e-8));
            assertThat(spectra.reduced().size()).isEqualTo(1);
            assertThat(spectra.reduced().real(0)).isCloseTo(-0.7, within(1e-8));
        }
    }

    @Test
    default void steadyStateIsFoundFromTheValuesGiven() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 0.5
                amount X in cell = 1
                parameter supply = 2
                parameter k = 0.5
                reaction In: -> X; supply
                reaction Out: X -> ; k*X
                """);
        try (CopasiSimulator copasi = simulator(model, WorkerLimits.DEFAULT)) {
            SteadyState rest = value(copasi.steadyState(Map.of(new Symbol("k"), 0.25)));

            assertThat(rest.found()).isTrue();
            assertThat(rest.values().get(new Symbol("X"))).isCloseTo(8, within(1e-6));
        }
    }

    @Test
    default void missingSteadyStateIsNotFound() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species X in cell = 1
                parameter supply = 2
                reaction In: -> X; supply
                """);
        try (CopasiSimulator copasi = simulator(model, WorkerLimits.DEFAULT)) {
            assertThat(value(copasi.steadyState(Map.of())).found()).isFalse();
        }
    }

    @Test
    default void failedIntegrationGivesTheRowsBeforeAndAReason() throws InterruptedException {
        // x' = -1 / sqrt(x) from 1 is (1 - 1.5 t)^(2/3), which ends at time 2/3.
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species X in cell = 1
                reaction R: X -> ; cell*X^(-0.5)
                """);
        try (CopasiSimulator copasi = simulator(model, WorkerLimits.DEFAULT)) {
            TimeCourse course =
                    copasi.simulate(new Experiment(Map.of(), TimeGrid.at(0.1, 0.2, 0.4, 2, 3), Tolerances.DEFAULT));

            assertThat(course.outcome().status()).isEqualTo(Status.ENGINE_FAILED);
            assertThat(course.outcome().reason()).contains("Invalid state");
            assertThat(course.size()).isBetween(2, 3);
            assertThat(course.value(1, 0)).isCloseTo(Math.pow(0.7, 2.0 / 3), within(1e-5));
        }
    }

    @Test
    default void textThatIsNoModelIsRefusedWithAReason() throws Exception {
        try (CopasiWorker worker = engine().start(WorkerLimits.DEFAULT)) {
            WorkerFailure failure = catchThrowableOfType(WorkerFailure.class, () -> worker.load("<sbml/>"));

            assertThat(failure.kind()).isEqualTo(WorkerFailure.Kind.REFUSED);
            assertThat(failure.reason()).contains("SBML");
            assertThat(worker.alive()).isTrue();
            worker.load(ExchangeModel.of(SbmlReader.read(Path.of("test-models/yeast_glycolysis.xml"))
                            .kinetics())
                    .text());
        }
    }

    @Test
    default void requestThatTakesTooLongIsEndedAndTheNextOneAnswered() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species X in cell = 1
                species Y in cell = 0
                parameter k = 1
                reaction F: X -> Y; cell*k*X
                reaction B: Y -> X; cell*k*Y*(1 + 0.9*X)
                """);
        WorkerLimits limits = WorkerLimits.DEFAULT.withTime(Duration.ofSeconds(5));
        try (CopasiSimulator copasi = simulator(model, limits)) {
            // A million rows take COPASI minutes to hand over; a few take no time.
            TimeCourse slow =
                    copasi.simulate(new Experiment(Map.of(), TimeGrid.even(0, 1e7, 3_000_000), Tolerances.TIGHT));
            TimeCourse quick = copasi.simulate(new Experiment(Map.of(), TimeGrid.at(1), Tolerances.TIGHT));

            assertThat(slow.outcome().status()).isEqualTo(Status.OUT_OF_TIME);
            assertThat(slow.outcome().reason()).isEqualTo("COPASI took longer than 5.0 s");
            assertThat(quick.outcome().status()).isEqualTo(Status.COMPLETE);
        }
    }

    @Test
    default void modelThatFillsTheMemoryIsToldByTheLimit() throws Exception {
        Path unscaled = Path.of("../shared/data/ecoli_renaissance_1773.xml");
        boolean possible = WorkerLimits.memoryIsLimited() && Files.exists(unscaled);
        if (!possible) {
            System.out.println("Skipped, for memory is not limited here, or there is no " + unscaled
                    + ": modelThatFillsTheMemoryIsToldByTheLimit");
        }
        assumeTrue(possible);
        String text = Files.readString(unscaled);
        try (CopasiWorker worker = engine().start(WorkerLimits.DEFAULT.withMegabytes(700))) {
            WorkerFailure failure = catchThrowableOfType(WorkerFailure.class, () -> worker.load(text));

            assertThat(failure.reason()).startsWith("COPASI reached its memory limit of 700 MB");
        }
    }

    private static <T> T value(Answer<T> answer) {
        assertThat(answer.failure()).isEmpty();
        return answer.value().orElseThrow();
    }
}
