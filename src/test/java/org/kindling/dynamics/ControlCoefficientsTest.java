package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.dynamics.ControlOutcome.Status;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;

/** Control coefficients with closed forms, their theorems, and states that have none. */
class ControlCoefficientsTest {

    /** Closed forms are met to some units in the last place. */
    private static final double EXACT = 1e-14;

    @Test
    void textbookPathwayHasItsClosedForms() {
        Control control = control(Jacobians.testModel("textbook_pathway.xml"));

        for (String flux : List.of("E1", "E2", "E3")) {
            assertRow(control.flux(), flux, 117.0 / 341, 144.0 / 341, 80.0 / 341);
        }
        assertRow(control.concentration(), "A", 168.0 / 341, -108.0 / 341, -60.0 / 341);
        assertRow(control.concentration(), "B", 78.0 / 341, 96.0 / 341, -174.0 / 341);
    }

    @Test
    void irreversibleFirstStepHasAllControlOfTheFlux() {
        Control control = control(ModelSketch.model("""
                compartment cell = 2
                species A in cell = 3
                parameter influx = 6
                parameter k = 2
                reaction R1: -> A; influx
                reaction R2: A -> ; k*A
                """));

        assertRow(control.flux(), "R1", 1, 0);
        assertRow(control.flux(), "R2", 1, 0);
        assertRow(control.concentration(), "A", 1, -1);
    }

    @Test
    void conservedTotalsStay() {
        // X + Y = 5 in amounts; v = k1 X = k2 Y with k1/k2 = 4, so v = k1 k2/(k1 + k2) 5.
        Control control = control(ModelSketch.model("""
                compartment cell = 1
                species X in cell = 1
                species Y in cell = 4
                parameter k1 = 8
                parameter k2 = 2
                reaction R1: X -> Y; k1*X
                reaction R2: Y -> X; k2*Y
                """));

        assertRow(control.flux(), "R1", 0.2, 0.8);
        assertRow(control.concentration(), "X", -0.8, 0.8);
        assertRow(control.concentration(), "Y", 0.2, -0.2);
    }

    @Test
    void reactionsWithoutFluxHaveAColumnOfZerosAndNoRow() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                species B in cell = 6
                parameter influx = 6
                parameter k = 2
                parameter fast = 100
                reaction R1: -> A; influx
                reaction R2: A -> ; k*A
                reaction R3: A -> B; fast*(A - B/2)
                """);

        Control control = control(model);

        assertThat(control.flux().responses()).containsExactly("R1", "R2");
        assertThat(control.flux().processes()).containsExactly("R1", "R2", "R3");
        assertRow(control.flux(), "R2", 1, 0, 0);
        assertRow(control.concentration(), "B", 1, -1, 0);
    }

    @Test
    void absentSpeciesHaveNoRow() {
        Control control = control(ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                species B in cell = 0
                parameter influx = 6
                parameter k = 2
                reaction R1: -> A; influx
                reaction R2: A -> ; k*A
                reaction R3: B -> ; k*B
                """));

        assertThat(control.concentration().responses()).containsExactly("A");
        assertThat(control.flux().responses()).containsExactly("R1", "R2");
        assertThat(control.residuals().worst()).isLessThan(EXACT);
    }

    @Test
    void valuesReplaceThoseOfTheFile() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                boundary S in cell = 1
                species A in cell = 1
                parameter V = 2
                parameter K = 1
                parameter influx = 1
                reaction R1: S -> A; influx
                reaction R2: A -> S; V*A/(K + A)
                """);
        ControlCoefficients coefficients =
                ControlCoefficients.of(ReferenceState.of(model), List.of(new Symbol("V"), new Symbol("K")));

        // The elasticity of R2 is K/(K + A), and the control of A by either reaction its inverse.
        assertRow(found(coefficients, 2, 1).concentration(), "A", 2, -2);
        assertRow(found(coefficients, 5, 4).concentration(), "A", 1.25, -1.25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "textbook_pathway.xml",
                "yeast_glycolysis.xml",
                "ecoli_central_carbon.xml",
                "two_compartment_moiety.xml",
                "zero_flux.xml",
                "futile_cycle_stiff.xml",
                "shared_constant.xml",
                "level1.xml"
            })
    void theoremsHoldInTestModels(String file) {
        // 2e-12 at most, in E. coli.
        assertThat(control(Jacobians.testModel(file)).residuals().worst()).isLessThan(2e-11);
    }

    @Test
    void singularJacobiansAreAStatus() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 1
                parameter k = 3
                reaction R1: -> A; k
                reaction R2: A -> ; k
                """);

        assertThat(outcome(model).status()).isEqualTo(Status.SINGULAR);
        assertThat(outcome(model).control()).isEmpty();
    }

    @Test
    void unsteadyStatesAndUndefinedRatesAreAStatus() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                parameter influx = 6
                parameter k = 2
                reaction R1: -> A; influx
                reaction R2: A -> ; k*A
                """);
        ControlCoefficients.Worker worker = ControlCoefficients.of(ReferenceState.of(model), List.of(new Symbol("k")))
                .worker();

        assertThat(worker.evaluate(2.1).status()).isEqualTo(Status.UNSTEADY);
        assertThat(worker.evaluate(Double.POSITIVE_INFINITY).status()).isEqualTo(Status.UNDEFINED_RATE);
        assertThat(worker.evaluate(2).status()).isEqualTo(Status.FOUND);
        assertThatThrownBy(worker::evaluate).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void modelsThatDependOnTheTimeAreRefused() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                reaction R1: -> A; 1 + #time
                """);

        assertThatThrownBy(() -> outcome(model))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("time");
    }

    private static ControlOutcome outcome(KineticModel model) {
        return ControlCoefficients.of(ReferenceState.of(model), List.of())
                .worker()
                .evaluate();
    }

    private static Control control(KineticModel model) {
        return outcome(model).control().orElseThrow();
    }

    private static Control found(ControlCoefficients coefficients, double... values) {
        return coefficients.worker().evaluate(values).control().orElseThrow();
    }

    private static void assertRow(ControlMatrix matrix, String response, double... expected) {
        int row = matrix.responses().indexOf(response);
        assertThat(matrix.processes()).hasSize(expected.length);
        for (int process = 0; process < expected.length; process++) {
            assertThat(matrix.value(row, process))
                    .as(response + " by " + matrix.processes().get(process))
                    .isCloseTo(expected[process], within(EXACT));
        }
    }
}
