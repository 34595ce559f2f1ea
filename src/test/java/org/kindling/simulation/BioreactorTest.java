package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.simulation.BioreactorSetup.Growth;

/** Fermentations whose course is known in closed form. */
class BioreactorTest {

    /** Substrate S outside, an intermediate A inside that is excreted as P, and growth with the uptake. */
    private static final KineticModel MONOD = ModelSketch.model("""
            compartment c = 0.5
            compartment e = 3
            boundary S in e = 0.5
            constant P in e = 0
            species A in c = 2
            boundary O in e = 0.2
            parameter q = 3500
            parameter K = 0.5
            reaction uptake: S + 2 O -> A; c*q*S/(K + S)
            reaction excretion: A -> 3 P; c*875*A
            """);

    private static final double DENSITY = 350;
    /** The flux of uptake at the reference state is 875 = 0.5 * 3500 / 2, so that mu is 0.5 S / (K + S). */
    private static final Growth GROWTH = new Growth.AtReference("uptake", 0.25);

    private static BioreactorSetup setup(double biomass, Map<String, Double> medium) {
        return new BioreactorSetup(GROWTH, biomass, DENSITY, medium, Map.of(), List.of());
    }

    private static TimeCourse course(Bioreactor reactor, double end) {
        try (EmbeddedSimulator simulator = EmbeddedSimulator.of(reactor.model())) {
            return simulator.simulate(new Experiment(Map.of(), TimeGrid.even(0, end, 50), Tolerances.TIGHT));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static double[] curve(TimeCourse course, String quantity) {
        return course.column(course.quantities().indexOf(new Symbol(quantity)));
    }

    @Test
    void growthOnOneSubstrateFollowsTheIntegralOfMonodsLaw() {
        double start = 0.05;
        TimeCourse course = course(Bioreactor.of(MONOD, setup(start, Map.of("S", 20.0))), 10);

        double[] biomass = curve(course, "biomass");
        double[] substrate = curve(course, "S");
        double yield = 0.5 * DENSITY / 3500;
        double share = 0.5 * yield / (start + yield * 20);
        assertThat(course.outcome().complete()).isTrue();
        // Until the substrate is exhausted; after that its logarithm is that of a rounding error.
        for (int row = 0; substrate[row] > 1e-3; row++) {
            double time = ((1 + share) * Math.log(biomass[row] / start) - share * Math.log(substrate[row] / 20)) / 0.5;
            // Observed 2.7e-11.
            assertThat(time).isCloseTo(course.time(row), within(3e-10));
        }
        assertThat(biomass[50]).isCloseTo(1.05, within(1e-7));
    }

    @Test
    void substrateUsedIsBiomassFormedOverTheYield() {
        TimeCourse course = course(Bioreactor.of(MONOD, setup(0.05, Map.of("S", 20.0, "P", 0.0, "O", 100.0))), 10);

        double yield = 0.5 * DENSITY / 3500;
        // Observed 1.2e-13: what is linear in the state is kept to rounding.
        for (int row = 0; row <= 50; row++) {
            double formed = curve(course, "biomass")[row] - 0.05;
            assertThat(20 - curve(course, "S")[row]).isCloseTo(formed / yield, within(2e-12));
            assertThat(100 - curve(course, "O")[row]).isCloseTo(2 * formed / yield, within(4e-12));
        }
        // What A holds is little beside the medium: cells fill 0.3 % of the reactor at most.
        assertThat(curve(course, "P")[50]).isCloseTo(60, within(0.05));
    }

    @Test
    void constantUptakeMeansExponentialGrowthUntilTheSubstrateIsGone() {
        KineticModel cell = ModelSketch.model("""
                compartment c = 1
                compartment e = 1
                boundary S in e = 1
                parameter q = 3500
                reaction uptake: S -> ; c*q*less(0, S)
                """);
        BioreactorSetup setup = new BioreactorSetup(
                new Growth.PerFlux("uptake", 1e-4), 0.1, DENSITY, Map.of("S", 20.0), Map.of(), List.of());
        TimeCourse course = course(Bioreactor.of(cell, setup), 12);

        // mu = 0.35 per hour; S = 20 - (B - 0.1) 10 / 0.35 is 0 when B = 0.8, at ln 8 / 0.35 = 5.94 h.
        for (int row = 0; row <= 50; row++) {
            double expected = Math.min(0.8, 0.1 * Math.exp(0.35 * course.time(row)));
            assertThat(curve(course, "biomass")[row]).isCloseTo(expected, within(1e-7));
            assertThat(curve(course, "S")[row]).isCloseTo(20 - (expected - 0.1) / 0.035, within(3e-6));
        }
    }

    @Test
    void withoutBiomassTheMediumStaysAsItIs() {
        TimeCourse course = course(Bioreactor.of(MONOD, setup(0, Map.of("S", 20.0, "P", 1.0))), 10);

        assertThat(curve(course, "biomass")).containsOnly(0);
        assertThat(curve(course, "S")).containsOnly(20);
        assertThat(curve(course, "P")).containsOnly(1);
    }

    @Test
    void cellsChangeAsTheModelSays() {
        Bioreactor reactor = Bioreactor.of(MONOD, setup(0, Map.of("S", 0.5)));
        TimeCourse course = course(reactor, 0.01);

        assertThat(Arrays.stream(curve(course, "A")))
                .allSatisfy(value -> assertThat(value).isCloseTo(2, within(1e-9)));
        assertThat(Arrays.stream(curve(course, "growth_rate")))
                .allSatisfy(value -> assertThat(value).isCloseTo(0.25, within(1e-12)));
    }

    @Test
    void clampedSpeciesKeepTheirConcentration() {
        BioreactorSetup setup = new BioreactorSetup(
                GROWTH,
                0.05,
                DENSITY,
                Map.of("S", 20.0),
                Map.of("A", Optional.of(7.0), "O", Optional.empty()),
                List.of());
        KineticModel model = Bioreactor.of(MONOD, setup).model();

        assertThat(EmbeddedSimulator.changing(model)).doesNotContain(new Symbol("A"), new Symbol("O"));
        assertThat(model.initialValues()).containsEntry(new Symbol("A"), 7.0).containsEntry(new Symbol("O"), 0.2);
    }

    @Test
    void sizeOfTheCellDoesNotMatter() {
        KineticModel larger = ModelSketch.model("""
                compartment c = 4
                compartment p = 1
                compartment e = 3
                boundary S in e = 0.5
                parameter q = 3500
                parameter K = 0.5
                reaction uptake: S -> ; (c + p)*q*S/(K + S)
                """);
        TimeCourse one = course(Bioreactor.of(MONOD, setup(0.05, Map.of("S", 20.0))), 10);
        TimeCourse other = course(Bioreactor.of(larger, setup(0.05, Map.of("S", 20.0))), 10);

        double[] expected = curve(one, "S");
        double[] found = curve(other, "S");
        assertThat(Arrays.stream(found).boxed().toList()).hasSize(51);
        for (int row = 0; row <= 50; row++) {
            assertThat(found[row]).isCloseTo(expected[row], within(2e-6));
        }
    }

    @Test
    void namesThatAreTakenAreNotUsedAgain() {
        KineticModel cell = ModelSketch.model("""
                compartment c = 1
                compartment e = 1
                boundary S in e = 1
                species biomass in c = 1
                parameter growth_rate = 3
                reaction uptake: S -> biomass; S
                """);
        Bioreactor reactor = Bioreactor.of(
                cell,
                new BioreactorSetup(new Growth.PerFlux("uptake", 1), 1, 300, Map.of("S", 1.0), Map.of(), List.of()));

        assertThat(reactor.biomass()).isEqualTo(new Symbol("biomass_2"));
        assertThat(reactor.growthRate()).isEqualTo(new Symbol("growth_rate_2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "growth   | no_reaction | the model has no such reaction",
                "growth   | idle        | its flux at the reference state is 0",
                "medium   | no_species  | the model has no such species",
                "medium   | N           | the model gives it as an amount",
                "medium   | R           | a rule of the model determines it",
                "medium   | L           | no reaction makes or takes it",
                "clamped  | no_species  | the model has no such species",
                "clamped  | S           | it is in the medium too",
                "clamped  | R           | a rule of the model determines it",
                "cell     | nowhere     | the model has no such compartment",
                "cell     | empty       | it has no size"
            })
    void setupThatDoesNotFitIsRefusedByName(String key, String id, String problem) {
        KineticModel cell = ModelSketch.model("""
                compartment c = 1
                compartment e = 1
                compartment empty = 0
                boundary S in e = 1
                boundary R in e = 1
                boundary L in e = 1
                amount N in e = 1
                species A in c = 1
                rate R = 1
                reaction uptake: S + N + R -> A; c*S
                reaction idle: A -> ; 0*A
                """);
        BioreactorSetup setup = new BioreactorSetup(
                new Growth.AtReference(key.equals("growth") ? id : "uptake", 0.3),
                0.1,
                300,
                Map.of(key.equals("medium") ? id : "S", 1.0),
                key.equals("clamped") ? Map.of(id, Optional.empty()) : Map.of(),
                key.equals("cell") ? List.of(id) : List.of("c"));

        assertThatThrownBy(() -> Bioreactor.of(cell, setup))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("bioreactor setup, " + key + ", " + id + ": " + problem);
    }

    @Test
    void modelOfOneCompartmentAsksWhatIsTheCell() {
        KineticModel cell = ModelSketch.model("""
                compartment all = 1
                boundary S in all = 1
                reaction uptake: S -> ; S
                """);
        BioreactorSetup setup =
                new BioreactorSetup(new Growth.PerFlux("uptake", 1), 1, 300, Map.of("S", 1.0), Map.of(), List.of());

        assertThatThrownBy(() -> Bioreactor.of(cell, setup)).hasMessageContaining("name the compartments of the cell");
    }
}
