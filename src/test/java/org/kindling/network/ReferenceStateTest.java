package org.kindling.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;

/** The state that a model is calibrated to. */
class ReferenceStateTest {

    private static final String PATHWAY = """
            compartment cell = 2
            boundary S in cell = 4
            species A in cell = 2
            species B in cell = 1
            parameter k1 = 1
            parameter k2 = 2
            parameter k3 = %s
            reaction R1: S -> A; k1*S
            reaction R2: A -> B; k2*A
            reaction R3: B -> ; k3*B
            """;

    @Test
    void lawsGiveTheRatesOfTheFile() {
        ReferenceState state = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4")));

        assertThat(state.rates()).containsExactly(4, 4, 4);
        assertThat(state.steady()).isTrue();
        assertThat(state.value(new Symbol("A"))).isEqualTo(2);
    }

    @Test
    void steadinessNamesTheWorstSpecies() {
        ReferenceState state = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("5")));

        ReferenceState.Steadiness worst = state.steadiness().orElseThrow();

        assertThat(worst.species()).isEqualTo("B");
        assertThat(worst.residual()).isCloseTo(1.0 / 9, within(1e-15));
        assertThat(state.steady()).isFalse();
    }

    @Test
    void steadinessIsDecidedAtItsLimit() {
        assertThat(ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4.0000078")))
                        .steady())
                .isTrue();
        assertThat(ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4.0000082")))
                        .steady())
                .isFalse();
    }

    @Test
    void undefinedRatesAreNotSteady() {
        ReferenceState state = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("0/0")));

        assertThat(state.steady()).isFalse();
        assertThat(state.steadiness().orElseThrow().species()).isEqualTo("B");
    }

    @Test
    void modelWithoutStatesIsSteady() {
        ReferenceState state = ReferenceState.of(ModelSketch.model("""
                        compartment cell = 1
                        boundary S in cell = 1
                        boundary P in cell = 1
                        reaction R: S -> P; S
                        """));

        assertThat(state.steadiness()).isEmpty();
        assertThat(state.steady()).isTrue();
    }

    @Test
    void givenFluxesReplaceThoseOfTheLaws() {
        ReferenceState file = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("5")));

        ReferenceState state = file.withFluxes(Map.of("R3", 4.0));

        assertThat(state.rates()).containsExactly(4, 4, 4);
        assertThat(state.steady()).isTrue();
        assertThat(state.values()).isEqualTo(file.values());
        assertThat(file.rate(2)).isEqualTo(5);
    }

    @Test
    void fluxesOfUnknownReactionsAreRefused() {
        ReferenceState state = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4")));

        assertThatThrownBy(() -> state.withFluxes(Map.of("R9", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R9");
    }

    @Test
    void rateRulesTakeNoFlux() {
        ReferenceState state = ReferenceState.of(ModelSketch.model("""
                        compartment cell = 1
                        parameter y = 1
                        rate y = 1 - y
                        """));

        assertThatThrownBy(() -> state.withFluxes(Map.of("y", 1.0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changedValuesKeepTheFluxes() {
        ReferenceState file = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4")));

        ReferenceState state = file.withValues(Map.of(new Symbol("k2"), 7.0));

        assertThat(state.value(new Symbol("k2"))).isEqualTo(7);
        assertThat(state.rates()).containsExactly(4, 4, 4);
        assertThat(file.value(new Symbol("k2"))).isEqualTo(2);
    }

    @Test
    void overriddenValuesChangeTheFluxes() {
        KineticModel model = ModelSketch.model(PATHWAY.formatted("4"));

        ReferenceState state = ReferenceState.of(model, Map.of(new Symbol("A"), 3.0));

        assertThat(state.rates()).containsExactly(4, 6, 4);
    }

    @Test
    void otherStatesShareTheEquationsWhereTheseHold() {
        KineticModel model = ModelSketch.model(PATHWAY.formatted("4"));
        ReferenceState state = ReferenceState.of(model);
        Map<Symbol, Double> concentrations = Map.of(new Symbol("A"), 3.0);
        Map<Symbol, Double> volume = Map.of(new Symbol("cell"), 3.0);

        ReferenceState other = state.at(InitialValues.of(model, concentrations.keySet()), concentrations);
        ReferenceState larger = state.at(InitialValues.of(model, volume.keySet()), volume);

        assertThat(other.equations()).isSameAs(state.equations());
        assertThat(other.values())
                .isEqualTo(ReferenceState.of(model, concentrations).values());
        assertThat(other.rates()).containsExactly(4, 6, 4);
        assertThat(larger.equations().states().get(0).volume()).isEqualTo(3);
        assertThat(larger.at(InitialValues.of(model, Set.of()), Map.of())
                        .equations()
                        .states()
                        .get(0)
                        .volume())
                .isEqualTo(2);
    }

    @Test
    void initialValuesFollowWhatIsGivenAndNothingElse() {
        KineticModel model = ModelSketch.model(PATHWAY.formatted("4"));
        InitialValues function = InitialValues.of(model, Set.of(new Symbol("A")));

        assertThat(function.at(Map.of(new Symbol("A"), 3.0)))
                .isEqualTo(model.initialValues(Map.of(new Symbol("A"), 3.0)));
        assertThatThrownBy(() -> function.at(Map.of(new Symbol("cell"), 3.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("cell", "[A]");
    }

    /** In a volume of 2, each pool gains and loses 4. */
    @Test
    void turnoversAreThroughputsBesideConcentrations() {
        ReferenceState state = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4")));

        assertThat(state.turnovers()).containsExactly(4.0 / 2 / 2, 4.0 / 2 / 1);
    }

    @Test
    void unknownQuantitiesAreRefused() {
        ReferenceState state = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4")));

        assertThatThrownBy(() -> state.value(new Symbol("unknown")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void ratesAreCopies() {
        ReferenceState state = ReferenceState.of(ModelSketch.model(PATHWAY.formatted("4")));

        state.rates()[0] = 99;

        assertThat(state.rate(0)).isEqualTo(4);
    }
}
