package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;

/** Jacobians whose entries are known. */
class JacobianFunctionTest {

    private static final String PATHWAY = """
            compartment cell = %1$s
            boundary S in cell = 4*%2$s
            species A in cell = 2*%2$s
            species B in cell = 1*%2$s
            boundary P in cell = 0.5*%2$s
            parameter V1 = 18*%2$s/%3$s
            parameter V2 = 16*%2$s/%3$s
            parameter V3 = 12*%2$s/%3$s
            parameter ks = 4*%2$s
            parameter ka1 = 2*%2$s
            parameter ka2 = 2*%2$s
            parameter kb2 = 0.5*%2$s
            parameter kb3 = 0.5*%2$s
            parameter kp = 0.5*%2$s
            parameter q1 = 1
            parameter q = 2
            parameter q3 = 1
            reaction R1: S -> A; cell*V1*(S - A/q1)/ks/(1 + S/ks + A/ka1)
            reaction R2: A -> B; cell*V2*(A - B/q)/ka2/(1 + A/ka2 + B/kb2)
            reaction R3: B -> P; cell*V3*(B - P/q3)/kb3/(1 + B/kb3 + P/kp)
            """;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 1, 1", "1, 1e3, 1", "1e-15, 1e-9, 60", "1e6, 1e12, 3600"})
    void unitsChangeTheSpectrumByThatOfTimeAlone(double volume, double concentration, double time) {
        Spectrum spectrum = Jacobians.spectrum(ModelSketch.model(PATHWAY.formatted(volume, concentration, time)));

        assertThat(spectrum.real(0) * time).isCloseTo((-85 + Math.sqrt(1769)) / 16, within(1e-14));
        assertThat(spectrum.real(1) * time).isCloseTo((-85 - Math.sqrt(1769)) / 16, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-320, 1e-200})
    void speciesThatHasAllButVanishedIsScaledAsAbsent(double left) {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = %s
                species B in cell = 1
                parameter k = 2
                parameter d = 3
                reaction R1: A -> B; k*A
                reaction R2: B -> ; d*B
                """.formatted(left));

        Spectrum spectrum = Jacobians.spectrum(model);

        assertThat(spectrum.real(0)).isEqualTo(-2);
        assertThat(spectrum.real(1)).isEqualTo(-3);
    }

    @Test
    void fluxesOfTheStateCountAndNotTheScalesOfTheFile() {
        KineticModel model = ModelSketch.model(PATHWAY.formatted(1, 1, 1));
        ReferenceState state = ReferenceState.of(model).withFluxes(Map.of("R1", 6.0, "R2", 6.0, "R3", 6.0));
        JacobianFunction function = JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(model), state), state);

        Spectrum spectrum = Jacobians.spectrum(function, function.fileValues());

        assertThat(spectrum.abscissa()).isCloseTo((-85 + Math.sqrt(1769)) / 8, within(1e-14));
        JacobianFunction.Worker worker = function.worker(3);
        worker.evaluate(function.fileValues(), 0, 1);
        assertThat(worker.scale(0, 1)).isCloseTo(32, within(1e-14));
    }

    @Test
    void reactionAtEquilibriumContributes() {
        String text = """
                compartment cell = 1
                species A in cell = 2
                species Z in cell = 1
                parameter V = %s
                parameter q = 0.5
                parameter ka = 2
                parameter kz = 1
                parameter k = 3
                reaction R: A -> Z; V*(A - Z/q)/ka/(1 + A/ka + Z/kz)
                reaction feed: -> A; k
                reaction drain: A -> ; k/2*A
                """;

        // h = V / (ka D) = 1 and h / q = 2 at V = 6.
        assertThat(Jacobians.matrix(Jacobians.of(ModelSketch.model(text.formatted("6"))), new double[] {2, 1}))
                .satisfiesAnyOf(
                        matrix -> assertThat(matrix).containsExactly(new double[] {-2.5, 1, 2, -2}, within(1e-15)),
                        matrix -> assertThat(matrix).containsExactly(new double[] {-2, 2, 1, -2.5}, within(1e-15)));
    }

    @Test
    void idleReactionAwayFromEquilibriumIsSwitchedOff() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 2
                parameter V = 6
                parameter ka = 2
                reaction R: A -> ; V*A/(ka + A)
                reaction feed: -> A; 0
                reaction drain: A -> ; A
                """);
        ReferenceState state = ReferenceState.of(model).withFluxes(Map.of("R", 0.0));
        JacobianFunction function = JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(model), state), state);

        assertThat(Jacobians.matrix(function, function.fileValues())).containsExactly(-1);
    }

    @Test
    void sharedConstantActsInEachOfItsLaws() {
        KineticModel model = Jacobians.testModel("shared_constant.xml");
        JacobianFunction function = Jacobians.of(model);

        Spectrum spectrum = Jacobians.spectrum(function, Jacobians.values(function, Map.of("Km", 6.0)));

        // Fluxes stay: step 2 at A = 2 with 1 - sigma = 3/4, overflow 0.5 A, drain 2 at B = 1 with 1 - sigma = 6/7.
        assertThat(function.space().dimension()).isEqualTo(1);
        assertThat(spectrum.real(0)).isCloseTo(-0.75 - 0.5, within(1e-15));
        assertThat(spectrum.real(1)).isCloseTo(-12.0 / 7, within(1e-15));
    }

    @Test
    void absentSpeciesAreScaledByOne() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 2
                species A in cell = 0
                species B in cell = 3
                parameter k = 5
                parameter d = 7
                reaction R: A -> B; cell*k*A
                reaction Q: B -> ; cell*d*(B - 3)
                """);

        Spectrum spectrum = Jacobians.spectrum(model);

        assertThat(spectrum.real(0)).isCloseTo(-5, within(1e-15));
        assertThat(spectrum.real(1)).isCloseTo(-7, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1e-12, 1e12", "1e-100, 1", "1e-150, 1e100", "1e9, 1e-9"})
    void concentrationsOfAnySizeKeepTheSpectrum(double a, double b) {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = %1$s
                species B in cell = %2$s
                parameter v = 1
                parameter ka = %1$s
                parameter k = %1$s/%2$s/2
                reaction feed: -> A; %1$s/2
                reaction R: A -> B; v*%1$s*A/(ka + A)
                reaction drain: B -> ; k*B
                """.formatted(a, b));

        Spectrum spectrum = Jacobians.spectrum(model);

        double slow = Math.max(-0.25, -a / b / 2);
        assertThat(spectrum.abscissa()).isCloseTo(slow, within(1e-14 * Math.abs(slow)));
    }

    @Test
    void rateRulesAreColumnsOfTheirOwn() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 2
                species A in cell = 3
                parameter y = 4
                parameter k = 2
                rate y = 12 - 3*y + A - 3
                reaction feed: -> A; 48
                reaction R: A -> ; 2*k*A*y
                """);

        Spectrum spectrum = Jacobians.spectrum(model);

        // [[-8, -6], [1, -3]] has trace -11 and determinant 30.
        assertThat(spectrum.real(0)).isCloseTo(-5, within(1e-14));
        assertThat(spectrum.real(1)).isCloseTo(-6, within(1e-14));
    }

    @Test
    void growingCompartmentDilutes() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 2
                rate cell = 1 - 0.5*cell
                parameter k = 3
                species A in cell = 4
                reaction feed: -> A; 24
                reaction R: A -> ; cell*k*A
                """);

        Spectrum spectrum = Jacobians.spectrum(model);

        assertThat(spectrum.real(0)).isCloseTo(-0.5, within(1e-15));
        assertThat(spectrum.real(1)).isCloseTo(-3, within(1e-15));
    }

    @Test
    void assignmentsAreDifferentiatedThrough() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 3
                parameter k = 2
                parameter total = 5
                parameter rest = 0
                assign rest = total - A
                reaction feed: -> A; k*rest
                reaction R: A -> ; k*A*2/3
                """);

        assertThat(Jacobians.spectrum(model).abscissa()).isCloseTo(-10.0 / 3, within(1e-15));
    }

    @Test
    void setThatTurnsAReactionAroundIsInfeasible() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 1
                boundary B in cell = 1
                parameter V = 1
                parameter ka = 1
                parameter kb = 2
                reaction R: A -> B; V*(A/(ka + A) - B/(kb + B))
                reaction feed: -> A; 1
                """);
        JacobianFunction function = Jacobians.of(model);
        JacobianFunction.Worker worker = function.worker(3);
        double[] matrix = new double[1];

        worker.evaluate(new double[] {1, 2, 2, 1, 2, 2}, 0, 3);

        assertThat(worker.jacobian(0, matrix)).isTrue();
        assertThat(worker.jacobian(1, matrix)).isFalse();
        assertThat(worker.jacobian(2, matrix)).isFalse();
    }

    @Test
    void modelsThatDependOnTimeAreRefused() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 1
                reaction feed: -> A; sin(#time)
                """);

        assertThatThrownBy(() -> Jacobians.of(model))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("time");
    }

    @Test
    void modelWithoutStatesHasAnEmptySpectrum() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                boundary S in cell = 1
                boundary P in cell = 1
                reaction R: S -> P; S
                """);

        Spectrum spectrum = Jacobians.spectrum(model);

        assertThat(spectrum.size()).isZero();
        assertThat(spectrum.abscissa()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(spectrum.stability()).isEqualTo(Stability.STABLE);
    }

    @Test
    void lanesDoNotMix() {
        JacobianFunction function = Jacobians.of(ModelSketch.model(PATHWAY.formatted(1, 1, 1)));
        int dimension = function.space().dimension();
        double[] sets = new double[5 * dimension];
        for (int place = 0; place < sets.length; place++) {
            sets[place] = 0.1 + (place * 0.37 % 5);
        }
        JacobianFunction.Worker worker = function.worker(5);
        worker.evaluate(sets, 1, 4);
        double[] matrix = new double[4];

        for (int set = 1; set < 5; set++) {
            double[] alone = new double[dimension];
            System.arraycopy(sets, set * dimension, alone, 0, dimension);
            assertThat(worker.jacobian(set - 1, matrix)).isTrue();
            assertThat(matrix).containsExactly(Jacobians.matrix(function, alone));
        }
    }

    @Test
    void fileValuesAreThoseOfTheFile() {
        JacobianFunction function = Jacobians.of(ModelSketch.model(PATHWAY.formatted(1, 1, 1)));

        assertThat(function.fileValues()).containsExactly(4, 2, 2, 0.5, 0.5, 0.5);
        assertThat(function.state().value(new Symbol("q"))).isEqualTo(2);
        assertThat(function.order()).isEqualTo(2);
        assertThat(function.operations()).isPositive();
    }
}
