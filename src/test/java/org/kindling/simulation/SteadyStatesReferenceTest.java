package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sbml.SbmlReader;
import org.kindling.simulation.SteadyStateSearch.Result;
import org.kindling.simulation.SteadyStateSearch.Status;

/** Steady states of published models on which another evaluator with exact derivatives and COPASI agree. */
class SteadyStatesReferenceTest {

    private static final Path CONFORMANCE = Path.of("../shared/conformance");

    /**
     * A row of the table.
     *
     * @param model the file without its ending
     * @param abscissa the real part of the rightmost eigenvalue
     */
    record Published(String model, double abscissa) {

        Path file() {
            return CONFORMANCE.resolve("real").resolve(model + ".xml");
        }
    }

    static List<Published> published() throws IOException {
        Path table = CONFORMANCE.resolve("reference/STEADY_STATES.csv");
        if (!Files.exists(table)) {
            System.out.println("SKIPPED: published steady states, which are not in " + table);
            abort("the table is absent");
        }
        List<String> lines = Files.readAllLines(table);
        List<String> columns = Arrays.asList(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[columns.indexOf("agreement")].equals("agree"))
                .map(cells -> new Published(
                        cells[columns.indexOf("model")], Double.parseDouble(cells[columns.indexOf("max_re")])))
                .filter(row -> Files.exists(row.file()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> steadyStateOnWhichOthersAgreeIsReached() throws IOException {
        return published().stream().map(row -> DynamicTest.dynamicTest(row.model(), () -> check(row)));
    }

    private static void check(Published row) throws InterruptedException {
        KineticModel model = SbmlReader.read(row.file()).kinetics();
        Result result = SteadyStateSearch.of(model).from(Map.of());
        assertThat(result.status()).isEqualTo(Status.FOUND);
        ReferenceState state = ReferenceState.of(model, result.values());
        JacobianFunction jacobian = JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(model), state), state);
        Spectrum spectrum = jacobian.spectrum(jacobian.fileValues()).orElseThrow();
        System.out.println(row + " " + result.route() + " " + result.time() + " " + spectrum.abscissa());
        assertThat(Math.abs(spectrum.abscissa() - row.abscissa())).isLessThanOrEqualTo(1e-5 * Math.abs(row.abscissa()));
    }
}
