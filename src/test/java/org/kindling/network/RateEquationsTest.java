package org.kindling.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;

/** Differential equations of small models whose right-hand sides are known. */
class RateEquationsTest {

    @Test
    void speciesOnBothSidesCountNet() {
        RateEquations equations = equations("""
                compartment cell = 1
                species A in cell = 1
                species B in cell = 1
                parameter k = 1
                reaction R: 3 A + B -> 1.5 A + 2 B; k*A*B
                """);

        assertThat(equations.stoichiometry().toDense()).isDeepEqualTo(new double[][] {{-1.5}, {1}});
    }

    @Test
    void catalystHasNoCoefficientButIsAState() {
        RateEquations equations = equations("""
                compartment cell = 1
                species A in cell = 1
                species E in cell = 1
                parameter k = 1
                reaction R: A + E -> E; k*A*E
                """);

        assertThat(ids(equations)).containsExactly("A", "E");
        assertThat(equations.stoichiometry().entries(0)).isEqualTo(1);
        assertThat(equations.stoichiometry().largestCoefficient(0)).isEqualTo(1);
    }

    @Test
    void boundaryConstantAndIdleSpeciesAreNoStates() {
        RateEquations equations = equations("""
                compartment cell = 1
                boundary S in cell = 1
                constant C in cell = 1
                species idle in cell = 1
                species A in cell = 1
                parameter k = 1
                reaction R: S + C -> A; k*S*C*idle
                """);

        assertThat(ids(equations)).containsExactly("A");
        assertThat(equations.stoichiometry().toDense()).isDeepEqualTo(new double[][] {{1}});
    }

    @Test
    void extentsAreDividedByTheVolumeOfEachSpecies() {
        String text = """
                compartment medium = 4
                compartment cell = 0.5
                species out in medium = 3
                species in in cell = 2
                amount bound in cell = 7
                parameter k = 1.5
                reaction uptake: out -> in; medium*k*out
                reaction binding: in -> bound; k*bound*in
                """;

        Map<String, Double> change = derivatives(ModelSketch.model(text));

        assertThat(change.get("out")).isEqualTo(-4 * 1.5 * 3 / 4);
        assertThat(change.get("in")).isEqualTo((4 * 1.5 * 3 - 1.5 * 7 * 2) / 0.5);
        assertThat(change.get("bound")).isEqualTo(1.5 * 7 * 2);
    }

    @Test
    void throughputsAreHalfOfAllGainsAndLosses() {
        RateEquations equations = equations("""
                compartment medium = 4
                compartment cell = 0.5
                species out in medium = 3
                species in in cell = 2
                parameter k = 1.5
                reaction uptake: out -> 2 in; medium*k*out
                reaction loss: in -> ; k*in
                """);

        assertThat(equations.throughputs(new double[] {8, -6})).containsExactly(8 / 2.0 / 4, (16 + 6) / 2.0 / 0.5);
    }

    @Test
    void conversionFactorsTurnExtentsIntoAmounts() {
        String text = """
                compartment cell = 2
                parameter cf = 3
                parameter k = 1
                species A in cell = 5 factor cf
                species B in cell = 5
                reaction R: 2 A -> B; k*A
                """;

        RateEquations equations = equations(text);

        assertThat(equations.stoichiometry().toDense()).isDeepEqualTo(new double[][] {{-6}, {1}});
        assertThat(derivatives(ModelSketch.model(text))).containsEntry("A", -6 * 5 / 2.0);
    }

    @Test
    void rateRulesAreProcessesOfTheirOwn() {
        String text = """
                compartment cell = 2
                species A in cell = 3
                boundary drug in cell = 4
                parameter size = 1.5
                parameter k = 2
                rate size = k*A - size
                rate drug = -k*drug
                reaction R: A -> ; k*A*size*drug
                """;

        RateEquations equations = equations(text);
        Map<String, Double> change = derivatives(ModelSketch.model(text));

        assertThat(ids(equations)).containsExactly("A", "size", "drug");
        assertThat(equations.processes().stream().map(RateProcess::reaction)).containsExactly(true, false, false);
        assertThat(change)
                .containsEntry("A", -2 * 3 * 1.5 * 4 / 2)
                .containsEntry("size", 4.5)
                .containsEntry("drug", -8.0);
    }

    @Test
    void speciesWithARateRuleIsNotChangedByReactions() {
        String text = """
                compartment cell = 2
                boundary A in cell = 3
                parameter k = 2
                rate A = -k
                reaction R: A -> ; k*A
                """;

        assertThat(equations(text).stoichiometry().toDense()).isDeepEqualTo(new double[][] {{0, 1}});
        assertThat(derivatives(ModelSketch.model(text))).containsEntry("A", -2.0);
    }

    @Test
    void assignmentsAndRatesOfOtherReactionsAreReplaced() {
        String text = """
                compartment cell = 1
                species A in cell = 2
                species B in cell = 3
                parameter k = 5
                parameter activity = 0
                assign activity = twice + 1
                parameter twice = 0
                assign twice = 2*A
                reaction R1: A -> B; k*activity
                reaction R2: B -> ; R1/2
                """;

        Map<String, Double> change = derivatives(ModelSketch.model(text));

        assertThat(change).containsEntry("A", -25.0).containsEntry("B", 12.5);
        assertThat(Expressions.symbols(equations(text).processes().get(1).rate()))
                .containsExactlyInAnyOrder(new Symbol("k"), new Symbol("A"));
    }

    @Test
    void varyingStoichiometryIsAProcessOfItsOwn() {
        String text = """
                compartment cell = 2
                species A in cell = 3
                species B in cell = 1
                parameter yield = 0
                assign yield = B + 1
                parameter k = 1
                reaction R: A -> (yield) B; k*A
                """;

        RateEquations equations = equations(text);

        assertThat(equations.processes().stream().map(RateProcess::id)).containsExactly("R", "R.B");
        assertThat(equations.stoichiometry().toDense()).isDeepEqualTo(new double[][] {{-1, 0}, {0, 1}});
        assertThat(derivatives(ModelSketch.model(text)))
                .containsEntry("A", -1.5)
                .containsEntry("B", 3.0);
    }

    @Test
    void constantStoichiometryFromAParameterStaysInTheMatrix() {
        RateEquations equations = equations("""
                compartment cell = 1
                species A in cell = 3
                parameter n = 2.5
                parameter k = 1
                reaction R: (2*n) A -> ; k*A
                """);

        assertThat(equations.processes()).hasSize(1);
        assertThat(equations.stoichiometry().toDense()).isDeepEqualTo(new double[][] {{-5}});
    }

    @Test
    void stateOfSpeciesInAGrowingCompartmentIsItsAmount() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 2
                rate cell = g*cell
                parameter g = 0.5
                parameter k = 3
                species A in cell = 4
                reaction R: A -> ; cell*k*A
                """);
        RateEquations equations = RateEquations.of(model);
        Map<String, Double> change = derivatives(model);

        assertThat(equations.states().get(0).volume()).isEqualTo(1);
        assertThat(equations.values(model.initialValues()))
                .containsEntry(equations.states().get(0).symbol(), 8.0);
        assertThat(change).containsEntry("A", -24.0).containsEntry("cell", 1.0);
    }

    @Test
    void volumeGivenByAnAssignmentIsReplacedInRates() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                assign cell = 2 + ballast
                parameter ballast = 6
                rate ballast = 1
                parameter k = 3
                species A in cell = 4
                reaction R: A -> ; k*A
                """);
        RateEquations equations = RateEquations.of(model);

        assertThat(derivatives(model)).containsEntry("A", -12.0);
        assertThat(Expressions.symbols(equations.processes().get(0).rate()))
                .contains(new Symbol("ballast"))
                .doesNotContain(new Symbol("cell"));
    }

    @Test
    void timeDependenceIsFoundThroughAssignments() {
        String text = """
                compartment cell = 1
                species A in cell = 1
                parameter light = 0
                assign light = sin(%s)
                reaction R: -> A; light
                """;

        assertThat(equations(text.formatted("#time")).timeDependent()).isTrue();
        assertThat(equations(text.formatted("A")).timeDependent()).isFalse();
    }

    @Test
    void initialAssignmentsFollowOneAnother() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 2
                species A in cell = 1
                initial A = 3*b
                parameter b = 1
                initial b = cell + c
                parameter c = 0
                assign c = 10*#time + 5
                """);

        assertThat(model.initialValues()).containsEntry(new Symbol("A"), 21.0).containsEntry(new Symbol("b"), 7.0);
        assertThat(model.initialValues(Map.of(new Symbol("b"), 2.0))).containsEntry(new Symbol("A"), 6.0);
    }

    private static RateEquations equations(String text) {
        return RateEquations.of(ModelSketch.model(text));
    }

    private static List<String> ids(RateEquations equations) {
        return equations.states().stream().map(StateVariable::id).toList();
    }

    /** The rate of change of each state variable at the start. */
    private static Map<String, Double> derivatives(KineticModel model) {
        RateEquations equations = RateEquations.of(model);
        Map<Symbol, Double> values = equations.values(model.initialValues());
        double[] rates = equations.processes().stream()
                .mapToDouble(process ->
                        Expressions.evaluate(process.rate(), symbol -> Objects.requireNonNull(values.get(symbol))))
                .toArray();
        double[] net = equations.stoichiometry().netRates(rates);
        Map<String, Double> derivatives = new HashMap<>();
        for (int state = 0; state < net.length; state++) {
            StateVariable variable = equations.states().get(state);
            derivatives.put(variable.id(), net[state] / variable.volume());
        }
        assertThat(ReferenceState.of(model).rates()).containsExactly(rates, within(0.0));
        return derivatives;
    }
}
