package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.expression.Symbol;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.RandomNetworks;
import org.kindling.network.RateEquations;

/** Time courses that have a closed form. */
class EmbeddedSimulatorTest {

    private static final String DECAY = """
            compartment cell = 2
            species A in cell = 3
            parameter k = 0.5
            reaction R: A -> ; cell*k*A
            """;

    private static TimeCourse simulate(KineticModel model, Map<String, Double> values, double... times)
            throws InterruptedException {
        return simulate(model, EmbeddedSimulator.changing(model), values, times);
    }

    private static TimeCourse simulate(
            KineticModel model, List<Symbol> quantities, Map<String, Double> values, double... times)
            throws InterruptedException {
        Map<Symbol, Double> bySymbol = new HashMap<>();
        values.forEach((id, value) -> bySymbol.put(new Symbol(id), value));
        try (EmbeddedSimulator simulator = EmbeddedSimulator.of(model, quantities)) {
            return simulator.simulate(new Experiment(bySymbol, TimeGrid.at(times), Tolerances.TIGHT));
        }
    }

    private static double end(TimeCourse course) {
        assertThat(course.outcome().complete()).as(course.outcome().toString()).isTrue();
        return course.value(course.size() - 1, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 1, 10, 40})
    void decayIsExponential(double time) throws InterruptedException {
        double exact = 3 * Math.exp(-0.5 * time);

        assertThat(end(simulate(ModelSketch.model(DECAY), Map.of(), 0, time))).isCloseTo(exact, within(1e-8 * exact));
    }

    @Test
    void firstRowIsTheStart() throws InterruptedException {
        TimeCourse course = simulate(ModelSketch.model(DECAY), Map.of(), 0, 0, 1);

        assertThat(course.value(0, 0)).isEqualTo(3);
        assertThat(course.value(1, 0)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"k, 2, 0.40600584970983811", "A, 7, 4.2457146179884339", "cell, 5, 1.8195919791379003"})
    void valuesReplaceThoseOfTheModel(String id, double value, double exact) throws InterruptedException {
        assertThat(end(simulate(ModelSketch.model(DECAY), Map.of(id, value), 0, 1)))
                .isCloseTo(exact, within(1e-8 * exact));
    }

    @Test
    void compartmentOfAnotherSizeChangesTheEquations() throws InterruptedException {
        // A law that does not name the compartment gives a rate per volume that depends on its size.
        KineticModel model = ModelSketch.model("""
                compartment cell = 2
                species A in cell = 3
                parameter v = 1
                reaction R: -> A; v
                """);

        assertThat(end(simulate(model, Map.of(), 0, 1))).isCloseTo(3.5, within(1e-9));
        assertThat(end(simulate(model, Map.of("cell", 4.0), 0, 1))).isCloseTo(3.25, within(1e-9));
    }

    @Test
    void growthFasterThanExponentialEndsWhereItBecomesInfinite() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 2
                parameter k = 1
                reaction R: A -> (2) A; k*A^2
                """);

        TimeCourse course = simulate(model, Map.of(), 0, 0.25, 0.49, 1);

        assertThat(course.outcome().status()).isEqualTo(TimeCourse.Status.STEP_TOO_SMALL);
        assertThat(course.outcome().time()).isCloseTo(0.5, within(1e-6));
        assertThat(course.size()).isEqualTo(3);
        assertThat(course.value(2, 0)).isCloseTo(100, within(1e-5));
    }

    @Test
    void undefinedRateIsNamed() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 1
                reaction R: A -> ; ln(A - 2)
                """);

        TimeCourse course = simulate(model, Map.of(), 0, 1);

        assertThat(course.outcome().status()).isEqualTo(TimeCourse.Status.UNDEFINED_RATE);
        assertThat(course.outcome().reason()).isNotBlank();
        assertThat(course.size()).isEqualTo(1);
    }

    @Test
    void rootAtZeroIsNoHindrance() throws InterruptedException {
        // dA/dt = -2 sqrt(A) from 1 runs empty at time 1; before, A = (1 - t)^2.
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 1
                species B in cell = 0
                parameter s = 0.1
                reaction R1: A -> ; 2*sqrt(A)
                reaction R2: -> B; s + sqrt(B)
                """);

        TimeCourse course = simulate(model, Map.of(), 0, 0.9);

        assertThat(end(course)).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void shortPulseIsNotSteppedOver() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 0
                parameter begin = 500
                parameter stop = 500.001
                reaction R: -> A; select(and(less_or_equal(begin, t), less(t, stop)), 1000, 0)
                """.replace("t,", "#time,").replace(", t)", ", #time)"));

        assertThat(end(simulate(model, Map.of(), 0, 1000))).isCloseTo(1, within(1e-9));
        assertThat(end(simulate(model, Map.of("begin", 499.999), 0, 1000))).isCloseTo(2, within(1e-9));
    }

    @Test
    void lawThatSwitchesWithTheStateIsFollowedThroughTheSwitch() throws InterruptedException {
        // A rises at rate 1 up to 2, then at rate 3.
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 0
                parameter limit = 2
                reaction R: -> A; select(less(A, limit), 1, 3)
                """);

        assertThat(end(simulate(model, Map.of(), 0, 3))).isCloseTo(5, within(1e-9));
    }

    @Test
    void lawMayDivideByACondition() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 5
                parameter limit = 1
                reaction R: A -> ; 2/less(limit, A)
                """);

        assertThat(end(simulate(model, Map.of(), 0, 1))).isCloseTo(3, within(1e-9));
    }

    @Test
    void staircaseIsFollowedStepByStep() throws InterruptedException {
        // The integral of floor(t) from 0 to 5 is 0 + 1 + 2 + 3 + 4.
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 0
                reaction R: -> A; floor(#time)
                """);

        assertThat(end(simulate(model, Map.of(), 0, 5))).isCloseTo(10, within(1e-8));
    }

    @Test
    void conditionThatHoldsOnNeitherSideIsGivenUp() throws InterruptedException {
        // Above 1 it falls, below it rises: no law holds at 1.
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 0
                reaction R: -> A; select(less(A, 1), 1, -1)
                """);

        TimeCourse course = simulate(model, Map.of(), 0, 2);

        assertThat(course.outcome().status()).isEqualTo(TimeCourse.Status.TOO_MANY_STEPS);
        assertThat(course.outcome().time()).isCloseTo(1, within(1e-9));
        assertThat(course.size()).isEqualTo(1);
    }

    @Test
    void assignedQuantitiesAndRatesAreRecorded() throws InterruptedException {
        KineticModel model = ModelSketch.model(DECAY + """
                parameter twice = 0
                assign twice = 2*A
                """);
        List<Symbol> quantities = List.of(new Symbol("twice"), new Symbol("R"), new Symbol("k"));

        TimeCourse course = simulate(model, quantities, Map.of(), 0, 1);

        double a = 3 * Math.exp(-0.5);
        assertThat(course.row(1)).containsExactly(new double[] {2 * a, a, 0.5}, within(1e-8));
    }

    @Test
    void concentrationsInAGrowingCompartmentAreDiluted() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                species B in cell = 0
                rate cell = 0.5*cell
                parameter k = 0.2
                reaction R: A -> B; cell*k*A
                """);

        TimeCourse course = simulate(model, List.of(new Symbol("A"), new Symbol("B")), Map.of(), 0, 2);

        assertThat(course.value(1, 0)).isCloseTo(3 * Math.exp(-1.4), within(1e-8));
        assertThat(course.value(1, 1)).isCloseTo(3 * Math.exp(-1) * (1 - Math.exp(-0.4)), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void conservedTotalsOfRandomNetworksStay(long seed) throws InterruptedException {
        KineticModel model = RandomNetworks.model(seed);
        RateEquations equations = RateEquations.of(model);
        ConservedMoieties moieties = ConservedMoieties.of(
                equations, IntStream.range(0, equations.states().size()).toArray());

        TimeCourse course = simulate(model, Map.of(), 0, 10, 1e4);

        for (int moiety = 0; moiety < moieties.count(); moiety++) {
            double before = 0;
            double after = 0;
            double size = 0;
            for (Map.Entry<String, Double> part : moieties.composition(moiety).entrySet()) {
                int column = course.quantities().indexOf(new Symbol(part.getKey()));
                double volume = equations.states().stream()
                        .filter(state -> state.id().equals(part.getKey()))
                        .findFirst()
                        .orElseThrow()
                        .volume();
                before += part.getValue() * volume * course.value(0, column);
                after += part.getValue() * volume * course.value(course.size() - 1, column);
                size += Math.abs(part.getValue() * volume * course.value(0, column));
            }
            assertThat(after).isCloseTo(before, within(1e-12 * Math.max(size, 1e-300)));
        }
    }

    @Test
    void interruptionEndsASimulation() {
        KineticModel model = ModelSketch.model(DECAY);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> simulate(model, Map.of(), 0, 1)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void modelInWhichNothingReactsHasATimeCourse() throws InterruptedException {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                parameter x = 0
                assign x = 2*#time
                """);

        TimeCourse course = simulate(model, List.of(new Symbol("x")), Map.of(), 0, 3);

        assertThat(course.column(0)).containsExactly(0, 6);
    }

    @Test
    void simulatorIsUsedByManyThreadsAtATime() {
        KineticModel model = ModelSketch.model(DECAY);
        EmbeddedSimulator simulator = EmbeddedSimulator.of(model);
        List<Double> ends = IntStream.range(0, 64)
                .parallel()
                .mapToObj(k -> {
                    try {
                        return end(simulator.simulate(new Experiment(Map.of(), TimeGrid.at(0, 1), Tolerances.TIGHT)));
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                })
                .distinct()
                .toList();

        assertThat(ends).hasSize(1);
        assertThat(Objects.requireNonNull(ends.get(0))).isCloseTo(3 * Math.exp(-0.5), within(1e-8));
    }
}
