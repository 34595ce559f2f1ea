package org.kindling.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;

/** Scale parameters and equilibrium constants from a reference state. */
class CalibrationTest {

    private static final String MODEL = """
            compartment cell = 1
            species A in cell = %s
            species B in cell = %s
            species C in cell = 1
            parameter V = 5
            parameter q = 2
            parameter ka = 3
            parameter kb = 4
            parameter k1 = 2
            parameter k2 = 1
            reaction R: A -> 2 B; V*(A - B^2/q)/ka/(1 + A/ka + B/kb + B^2/kb^2)
            reaction M: A -> C; k1*A - k2*C
            """;

    @ParameterizedTest
    @ValueSource(doubles = {-30, -5, -1, -1e-3, -1e-9, 1e-9, 0.5, 20})
    void equilibriumConstantFollowsFromTheDisplacement(double lnGamma) {
        KineticModel model = ModelSketch.model(MODEL.formatted(1.7, 0.6));
        ParameterRoles roles = ParameterRoles.of(model);

        ReferenceState state = Calibration.withDisplacements(roles, ReferenceState.of(model), Map.of("R", lnGamma));

        double expected = 0.6 * 0.6 / 1.7 * Math.exp(-lnGamma);
        assertThat(state.value(new Symbol("q"))).isCloseTo(expected, within(2e-15 * expected));
        assertThat(Calibration.displacement(roles, state, "R").orElseThrow())
                .isCloseTo(Math.exp(lnGamma), within(2e-15 * Math.exp(lnGamma)));
    }

    @Test
    void displacementOfALawWithoutEquilibriumConstantIsUnknown() {
        KineticModel model = ModelSketch.model(MODEL.formatted(1.7, 0.6));

        assertThat(Calibration.displacement(ParameterRoles.of(model), ReferenceState.of(model), "M"))
                .isEmpty();
    }

    @Test
    void displacementNeedsBothSides() {
        KineticModel model = ModelSketch.model(MODEL.formatted(0, 0.6));
        ParameterRoles roles = ParameterRoles.of(model);
        ReferenceState state = ReferenceState.of(model);

        assertThat(Calibration.displacement(roles, state, "R")).isEmpty();
        assertThatThrownBy(() -> Calibration.withDisplacements(roles, state, Map.of("R", 1.0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("reaction R")
                .hasMessageContaining("equilibrium");
    }

    @Test
    void displacementDoesNotDependOnTheScaleInTheFile() {
        KineticModel model = ModelSketch.model(MODEL.formatted(1.7, 0.6).replace("V = 5", "V = 0"));

        assertThat(Calibration.displacement(ParameterRoles.of(model), ReferenceState.of(model), "R"))
                .hasValueSatisfying(displacement -> assertThat(displacement).isCloseTo(0.36 / 1.7 / 2, within(1e-15)));
    }

    @Test
    void scaleGivesTheFlux() {
        assertThat(Calibration.scale(6, 1.5, 99, false)).isEqualTo(4);
        assertThat(Calibration.scale(-6, -1.5, 99, false)).isEqualTo(4);
    }

    @Test
    void idleReactionKeepsItsScaleOnlyAtEquilibrium() {
        assertThat(Calibration.scale(0, 1e-17, 99, true)).isEqualTo(99);
        assertThat(Calibration.scale(0, 1.5, 99, false)).isZero();
    }

    @Test
    void equilibriumIsFoundToRounding() {
        KineticModel model = ModelSketch.model(MODEL.formatted(0.3, 0.7));
        ParameterRoles roles = ParameterRoles.of(model);
        ReferenceState file = ReferenceState.of(model);

        ReferenceState idle = Calibration.withDisplacements(roles, file, Map.of("R", 0.0));
        ReferenceState near = Calibration.withDisplacements(roles, file, Map.of("R", 1e-9));

        assertThat(Calibration.atEquilibrium(roles, idle, "R")).isTrue();
        assertThat(Calibration.atEquilibrium(roles, near, "R")).isFalse();
        assertThat(Calibration.atEquilibrium(roles, file, "R")).isFalse();
    }

    @Test
    void reactionWhoseSpeciesAreAllAbsentIsAtEquilibrium() {
        KineticModel model = ModelSketch.model(MODEL.formatted(0, 0));

        assertThat(Calibration.atEquilibrium(ParameterRoles.of(model), ReferenceState.of(model), "R"))
                .isTrue();
    }

    @Test
    void idleReactionWithOneSideAbsentIsNotAtEquilibrium() {
        KineticModel model = ModelSketch.model(MODEL.formatted(0, 0.6));

        assertThat(Calibration.atEquilibrium(ParameterRoles.of(model), ReferenceState.of(model), "R"))
                .isFalse();
    }

    @Test
    void fluxAgainstTheDisplacementIsRefusedByName() {
        KineticModel model = ModelSketch.model(MODEL.formatted(1.7, 0.6));
        ParameterRoles roles = ParameterRoles.of(model);
        ReferenceState state = ReferenceState.of(model);

        assertThatCode(() -> Calibration.check(roles, state)).doesNotThrowAnyException();
        assertThatCode(() -> Calibration.check(roles, state.withFluxes(Map.of("R", 3.0))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Calibration.check(roles, state.withFluxes(Map.of("R", -3.0))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("reaction R")
                .hasMessageContaining("-3.0");
    }

    @Test
    void fluxOfALawWithoutScaleMustBeThatOfTheLaw() {
        KineticModel model = ModelSketch.model(MODEL.formatted(1.7, 0.6));
        ParameterRoles roles = ParameterRoles.of(model);
        ReferenceState state = ReferenceState.of(model);

        assertThatCode(() -> Calibration.check(roles, state.withFluxes(Map.of("M", 2.4 * (1 + 9e-7)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Calibration.check(roles, state.withFluxes(Map.of("M", 2.4 * (1 + 2e-6)))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("reaction M")
                .hasMessageContaining("no parameter scales the whole law");
    }

    @Test
    void undefinedFluxIsRefused() {
        KineticModel model = ModelSketch.model(MODEL.formatted(1.7, 0.6));
        ParameterRoles roles = ParameterRoles.of(model);
        ReferenceState state = ReferenceState.of(model);

        assertThatThrownBy(() -> Calibration.check(roles, state.withFluxes(Map.of("R", Double.NaN))))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Calibration.check(roles, state.withFluxes(Map.of("M", Double.NaN))))
                .isInstanceOf(InputException.class);
    }
}
