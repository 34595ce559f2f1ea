package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;

/** The models of test-models against the numbers of test-models/README.md, closed forms or 60-digit arithmetic. */
class TestModelsReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "textbook_pathway.xml, -2.6837823943983637, -7.9412176056016363, 0, 1e-15",
        "two_compartment_moiety.xml, -0.325, -0.325, 0.066143782776614765, 1e-14",
        "zero_flux.xml, -1.3830813699458585, -5.2419186300541415, 0, 1e-15",
        "futile_cycle_stiff.xml, -0.250000000000005329, -35184372088831.25, 0, 1e-15",
        "shared_constant.xml, -1, -1.3333333333333333, 0, 1e-15",
        "level1.xml, -0.75, -2, 0, 1e-15"
    })
    void bothEigenvaluesHaveTheirClosedForm(String file, double slow, double fast, double imaginary, double tolerance) {
        Spectrum spectrum = Jacobians.spectrum(Jacobians.testModel(file));

        assertThat(spectrum.size()).isEqualTo(2);
        assertThat(spectrum.real(0)).isCloseTo(slow, within(-tolerance * slow));
        assertThat(spectrum.real(1)).isCloseTo(fast, within(-tolerance * fast));
        assertThat(spectrum.imaginary(0)).isCloseTo(imaginary, within(tolerance));
        assertThat(spectrum.stability()).isEqualTo(Stability.STABLE);
    }

    @Test
    void unsteadyModelIsStableAtItsSteadyState() {
        KineticModel model = Jacobians.testModel("unsteady.xml");
        ReferenceState file = ReferenceState.of(model);
        ReferenceState steady =
                ReferenceState.of(model, Map.of(new Symbol("A"), 1.0, new Symbol("N"), 1.0, new Symbol("H"), 2.0));
        JacobianFunction function = JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(model), steady), steady);

        Spectrum spectrum = Jacobians.spectrum(function, function.fileValues());

        assertThat(file.steady()).isFalse();
        assertThat(file.steadiness().orElseThrow().species()).isEqualTo("A");
        assertThat(file.steadiness().orElseThrow().residual()).isCloseTo(0.72, within(0.005));
        assertThat(steady.steady()).isTrue();
        assertThat(spectrum.real(0)).isCloseTo(-1, within(1e-15));
        assertThat(spectrum.real(1)).isCloseTo(-2.5, within(1e-15));
    }

    @Test
    void glycolysisInTwoCompartmentsHasItsSpectrum() {
        JacobianFunction function = Jacobians.of(Jacobians.testModel("yeast_glycolysis.xml"));

        Spectrum spectrum = Jacobians.spectrum(function, function.fileValues());

        assertThat(function.order()).isEqualTo(19);
        assertThat(function.moieties().count()).isEqualTo(3);
        assertThat(function.state().steady()).isTrue();
        double[] slowest = {-0.0952152228415646, -0.114589401178278, -2.23396837340242, -3.30966196819390};
        for (int mode = 0; mode < slowest.length; mode++) {
            System.out.println("yeast glycolysis: relative error of mode " + mode + " "
                    + (spectrum.real(mode) / slowest[mode] - 1));
            assertThat(spectrum.real(mode)).isCloseTo(slowest[mode], within(-1e-10 * slowest[mode]));
        }
        assertThat(spectrum.imaginary(5)).isCloseTo(26.6504949811220, within(1e-8));
        assertThat(spectrum.smallestReal()).isCloseTo(-1875071.62930089, within(1e-7));
    }

    @Test
    void centralCarbonHasItsPublishedSpectrum() {
        KineticModel model = Jacobians.testModel("ecoli_central_carbon.xml");
        JacobianFunction function = Jacobians.of(model);

        Spectrum spectrum = Jacobians.spectrum(function, function.fileValues());

        assertThat(function.order()).isEqualTo(44);
        assertThat(function.moieties().count()).isEqualTo(6);
        assertThat(function.space().dimension()).isEqualTo(238);
        assertThat(function.state().steady()).isTrue();
        System.out.println("central carbon: relative errors of the three slowest modes "
                + (spectrum.real(0) / -27.84846266012928 - 1) + " " + (spectrum.real(1) / -32.53276060671665 - 1)
                + " " + (spectrum.real(2) / -78.44953340703046 - 1));
        assertThat(spectrum.real(0)).isCloseTo(-27.84846266012928, within(1e-10));
        assertThat(spectrum.real(1)).isCloseTo(-32.53276060671665, within(1e-8));
        assertThat(spectrum.smallestReal()).isCloseTo(-37793482912.3, within(0.1));
    }
}
