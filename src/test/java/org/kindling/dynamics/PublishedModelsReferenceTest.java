package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.dynamics.SharedData.Row;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.KineticModel;
import org.kindling.network.StateVariable;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterRoles;

/** Published models of E. coli, whose spectra an independent implementation computed with 25 digits and more. */
class PublishedModelsReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "ecoli_rekindle_fdp1.xml, -27.84846266012928",
        "ecoli_rekindle_fdp2.xml, -20.2225613555482",
        "ecoli_rekindle_fdp3.xml, -10.2607418361031",
        "ecoli_varma_strain_1.xml, -15.7205435401228",
        "ecoli_varma_strain_1_L2V4.xml, -15.7205435401228",
        "ecoli_varma_strain_1_L3V1.xml, -15.7205435401228",
        "ecoli_varma_strain_1_local.xml, -15.7205435401228",
        "ecoli_varma_strain_1_mM.xml, -15.7205435401228",
        "ecoli_renaissance_1773.xml, -0.658548702464229"
    })
    void spectralAbscissaIsThatOfHighPrecision(String file, double abscissa) {
        Spectrum spectrum = Jacobians.spectrum(SharedData.model(file));

        System.out.println(file + ": relative error of the abscissa " + (spectrum.abscissa() / abscissa - 1));
        // Worst seen: 5.8e-13, on strain 1.
        assertThat(spectrum.abscissa()).isCloseTo(abscissa, within(6e-12 * Math.abs(abscissa)));
    }

    @Test
    void allEigenvaluesOfTheLargeNetworkAgree() throws IOException {
        Spectrum spectrum = Jacobians.spectrum(SharedData.model("ecoli_renaissance_1773.xml"));
        List<Row> exact = SharedData.rows("renaissance_1773_eigenvalues_hp.csv");
        double worst = 0;
        for (int mode = 0; mode < exact.size(); mode++) {
            double real = exact.get(mode).number("real_per_h");
            double imaginary = exact.get(mode).number("imag_per_h");
            double distance =
                    Math.hypot(spectrum.real(mode) - real, Math.abs(spectrum.imaginary(mode)) - Math.abs(imaginary));
            worst = Math.max(worst, distance / Math.hypot(real, imaginary));
        }
        System.out.println("renaissance_1773: worst relative error of any eigenvalue " + worst);

        assertThat(spectrum.size()).isEqualTo(exact.size());
        assertThat(spectrum.abscissa()).isCloseTo(-0.658548702464229, within(1e-12));
        assertThat(worst).isLessThan(2e-11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_L2V4", "_L3V1", "_local", "_mM"})
    void variantsOfAModelHaveTheSameRolesAndSpectrum(String variant) {
        KineticModel original = SharedData.model("ecoli_varma_strain_1.xml");
        KineticModel other = SharedData.model("ecoli_varma_strain_1" + variant + ".xml");

        Spectrum expected = Jacobians.spectrum(original);
        Spectrum found = Jacobians.spectrum(other);

        assertThat(roles(other)).isEqualTo(roles(original));
        double worst = 0;
        for (int mode = 0; mode < expected.size(); mode++) {
            worst = Math.max(worst, Math.abs(found.real(mode) / expected.real(mode) - 1));
        }
        System.out.println("variant " + variant + ": worst relative difference of a real part " + worst);
        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.abscissa()).isCloseTo(expected.abscissa(), within(1e-9 * Math.abs(expected.abscissa())));
        assertThat(worst).isLessThan(3e-10);
    }

    /** Roles by the name of the parameter, whether it is global or local to a reaction. */
    private static Map<String, String> roles(KineticModel model) {
        Map<String, String> roles = new TreeMap<>();
        for (KineticParameter parameter : ParameterRoles.of(model).parameters()) {
            String address = parameter.address();
            String name = parameter.parameter().reaction().isPresent()
                    ? address.substring(address.indexOf('.') + 1)
                    : address;
            String reaction =
                    parameter.reactions().isEmpty() ? "" : parameter.reactions().get(0);
            String bare = name.replace("_" + reaction, "");
            roles.put(
                    reaction + " " + bare,
                    parameter.role() + parameter.species().orElse(""));
        }
        return roles;
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "0", "1", "2"})
    void entriesOfTheReducedJacobianAreThoseOfSkimpy(String set) throws IOException {
        JacobianFunction function = Jacobians.of(SharedData.model("ecoli_varma_strain_1.xml"));
        Row row = SharedData.rows("skimpy_strain1_parameter_sets.csv").stream()
                .filter(candidate -> candidate.text("set").equals(set))
                .findFirst()
                .orElseThrow();
        double[] values = function.space().coordinates().stream()
                .mapToDouble(coordinate -> row.number(coordinate.address()))
                .toArray();
        List<Row> expected = SharedData.rows("skimpy_strain1_jacobian_" + set + ".csv");
        List<String> species =
                expected.stream().map(line -> line.text("d(row)/dt by column")).toList();

        RealMatrix found = inTermsOf(species, function, Jacobians.matrix(function, values));

        double worst = 0;
        for (int i = 0; i < species.size(); i++) {
            double largest = 0;
            double difference = 0;
            for (int j = 0; j < species.size(); j++) {
                double entry = expected.get(i).number(species.get(j));
                largest = Math.max(largest, Math.abs(entry));
                difference = Math.max(difference, Math.abs(found.getEntry(i, j) - entry));
            }
            worst = Math.max(worst, difference / largest);
        }
        System.out.println("SKiMpy's Jacobian " + set + ": worst difference beside the largest of its row " + worst);
        assertThat(worst).isLessThan(1e-11);
    }

    /** The Jacobian of concentrations for another choice of independent species: M J M^-1 with M from the moieties. */
    private static RealMatrix inTermsOf(List<String> species, JacobianFunction function, double[] matrix) {
        ConservedMoieties moieties = function.moieties();
        List<StateVariable> states = function.state().equations().states();
        int order = function.order();
        List<String> independent = new ArrayList<>();
        for (int state : moieties.independent()) {
            independent.add(states.get(state).id());
        }
        RealMatrix jacobian = MatrixUtils.createRealMatrix(order, order);
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                double ratio = value(function, independent.get(i)) / value(function, independent.get(j));
                jacobian.setEntry(i, j, matrix[i * order + j] * ratio);
            }
        }
        RealMatrix change = MatrixUtils.createRealMatrix(order, order);
        for (int i = 0; i < order; i++) {
            int place = independent.indexOf(species.get(i));
            if (place >= 0) {
                change.setEntry(i, place, 1);
            }
            for (int moiety = 0; moiety < moieties.count(); moiety++) {
                if (states.get(moieties.dependent()[moiety]).id().equals(species.get(i))) {
                    for (int j = 0; j < order; j++) {
                        change.setEntry(i, j, moieties.link(moiety, j));
                    }
                }
            }
        }
        return change.multiply(jacobian).multiply(MatrixUtils.inverse(change));
    }

    private static double value(JacobianFunction function, String species) {
        return function.state().equations().states().stream()
                .filter(state -> state.id().equals(species))
                .min(Comparator.comparing(StateVariable::id))
                .map(state -> function.state().value(state.symbol()))
                .orElseThrow();
    }
}
