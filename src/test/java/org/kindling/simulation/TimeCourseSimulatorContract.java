package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;

/** What every simulator does. The models have solutions in closed form. */
public interface TimeCourseSimulatorContract {

    /** Twenty times the relative tolerance asked for: errors of steps add up. */
    double ERROR = 2e-8;

    /** A simulator of a model. */
    TimeCourseSimulator simulator(KineticModel model) throws InterruptedException;

    @Test
    default void decayIsExponential() throws InterruptedException {
        TimeCourse course = course("""
                compartment cell = 2
                species A in cell = 3
                species B in cell = 1
                parameter k = 0.7
                reaction R: A -> B; cell*k*A
                """, Map.of(), TimeGrid.even(0, 5, 10));

        for (int row = 0; row < course.size(); row++) {
            double left = 3 * Math.exp(-0.7 * course.time(row));
            assertThat(value(course, row, "A")).isCloseTo(left, within(3 * ERROR));
            assertThat(value(course, row, "B")).isCloseTo(4 - left, within(4 * ERROR));
        }
    }

    @Test
    default void valuesReplaceThoseOfTheModelForOneExperimentOnly() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                parameter k = 0.7
                reaction R: A -> ; cell*k*A
                """);
        try (TimeCourseSimulator simulator = simulator(model)) {
            TimeGrid grid = TimeGrid.at(1);
            TimeCourse changed = complete(simulator, Map.of(new Symbol("k"), 2.0, new Symbol("A"), 5.0), grid);
            TimeCourse plain = complete(simulator, Map.of(), grid);

            assertThat(value(changed, 0, "A")).isCloseTo(5 * Math.exp(-2), within(5 * ERROR));
            assertThat(value(plain, 0, "A")).isCloseTo(3 * Math.exp(-0.7), within(3 * ERROR));
        }
    }

    @Test
    default void localParametersAreNamedByTheirAddress() throws InterruptedException {
        TimeCourse course = course("""
                compartment cell = 1
                species A in cell = 3
                parameter R.k = 0.7
                reaction R: A -> ; cell*k*A
                """, Map.of(new Symbol("R.k"), 1.5), TimeGrid.at(1));

        assertThat(value(course, 0, "A")).isCloseTo(3 * Math.exp(-1.5), within(3 * ERROR));
    }

    @Test
    default void boundarySpeciesActButStay() throws InterruptedException {
        TimeCourse course = course("""
                compartment cell = 1
                boundary S in cell = 4
                species A in cell = 1
                parameter k = 0.5
                reaction R: S -> A; cell*k*S
                """, Map.of(), TimeGrid.at(2));

        assertThat(value(course, 0, "A")).isCloseTo(5, within(5 * ERROR));
    }

    @Test
    default void amountsAreAmountsAndConcentrationsAreConcentrations() throws InterruptedException {
        TimeCourse course = course("""
                compartment small = 0.5
                compartment large = 4
                amount A in small = 3
                species B in large = 0
                parameter k = 0.7
                reaction R: A -> B; k*A
                """, Map.of(new Symbol("A"), 2.0), TimeGrid.at(0, 1));

        assertThat(value(course, 0, "A")).isCloseTo(2, within(2 * ERROR));
        assertThat(value(course, 1, "A")).isCloseTo(2 * Math.exp(-0.7), within(2 * ERROR));
        assertThat(value(course, 1, "B")).isCloseTo((2 - 2 * Math.exp(-0.7)) / 4, within(ERROR));
    }

    @Test
    default void changedCompartmentKeepsConcentrations() throws InterruptedException {
        TimeCourse course = course("""
                compartment small = 1
                compartment large = 4
                species A in small = 3
                species B in large = 0
                parameter k = 0.7
                reaction R: A -> B; small*k*A
                """, Map.of(new Symbol("large"), 8.0), TimeGrid.at(0, 1));

        assertThat(value(course, 0, "A")).isCloseTo(3, within(3 * ERROR));
        assertThat(value(course, 1, "B")).isCloseTo((3 - 3 * Math.exp(-0.7)) / 8, within(ERROR));
    }

    @Test
    default void initialAssignmentsFollowChangedValues() throws InterruptedException {
        TimeCourse course = course("""
                compartment cell = 1
                species A in cell = 3
                parameter k = 0.7
                parameter start = 2
                initial A = 2*start
                reaction R: A -> ; cell*k*A
                """, Map.of(new Symbol("start"), 5.0), TimeGrid.at(0, 1));

        assertThat(value(course, 0, "A")).isCloseTo(10, within(10 * ERROR));
        assertThat(value(course, 1, "A")).isCloseTo(10 * Math.exp(-0.7), within(10 * ERROR));
    }

    @Test
    default void largeCoefficientsMakeNoDifference() throws InterruptedException {
        TimeCourse course = course("""
                compartment cell = 1
                species A in cell = 3
                species B in cell = 1
                parameter k = 0.7e-6
                reaction R: 1e6 A -> 2.5e6 B; cell*k*A
                """, Map.of(), TimeGrid.at(1));

        assertThat(value(course, 0, "B")).isCloseTo(1 + 7.5 * (1 - Math.exp(-0.7)), within(6 * ERROR));
    }

    @Test
    default void repeatedTimesAndUnevenGridsAreKept() throws InterruptedException {
        TimeCourse course = course("""
                compartment cell = 1
                species A in cell = 3
                parameter k = 0.7
                reaction R: A -> ; cell*k*A
                """, Map.of(), TimeGrid.at(0, 0, 0.1, 7.3, 7.3));

        assertThat(course.size()).isEqualTo(5);
        assertThat(value(course, 1, "A")).isCloseTo(3, within(3 * ERROR));
        assertThat(value(course, 4, "A")).isEqualTo(value(course, 3, "A"));
        assertThat(value(course, 4, "A")).isCloseTo(3 * Math.exp(-0.7 * 7.3), within(3 * ERROR));
    }

    @Test
    default void severalThreadsMayAskAtATime() throws InterruptedException, ExecutionException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                parameter k = 0.7
                reaction R: A -> ; cell*k*A
                """);
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try (TimeCourseSimulator simulator = simulator(model)) {
            List<Future<TimeCourse>> courses = IntStream.rangeClosed(1, 12)
                    .mapToObj(k -> executor.submit(
                            () -> complete(simulator, Map.of(new Symbol("k"), 0.1 * k), TimeGrid.at(1))))
                    .toList();
            for (int k = 1; k <= courses.size(); k++) {
                assertThat(value(courses.get(k - 1).get(), 0, "A"))
                        .isCloseTo(3 * Math.exp(-0.1 * k), within(3 * ERROR));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private TimeCourse course(String sketch, Map<Symbol, Double> values, TimeGrid grid) throws InterruptedException {
        try (TimeCourseSimulator simulator = simulator(ModelSketch.model(sketch))) {
            return complete(simulator, values, grid);
        }
    }

    private static TimeCourse complete(TimeCourseSimulator simulator, Map<Symbol, Double> values, TimeGrid grid)
            throws InterruptedException {
        TimeCourse course = simulator.simulate(new Experiment(values, grid, Tolerances.TIGHT));
        assertThat(course.outcome().reason()).isEmpty();
        assertThat(course.outcome().complete()).isTrue();
        return course;
    }

    private static double value(TimeCourse course, int row, String quantity) {
        return course.value(row, course.quantities().indexOf(new Symbol(quantity)));
    }
}
