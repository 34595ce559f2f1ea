package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.simulation.SteadyStateSearch;

/** A maximal velocity is changed, and the model goes to its new steady state: what control coefficients foretell. */
class ControlOfNewSteadyStateTest {

    @ParameterizedTest
    @CsvSource({
        "textbook_pathway.xml, E1 E2 E3",
        "yeast_glycolysis.xml, HXK PFK PYK ATPASE PGI",
        "ecoli_central_carbon.xml, PFK PGI GLCptspp ATPM"
    })
    void changesOfOnePerCentAgreeToSecondOrder(String file, String enzymes) throws InterruptedException {
        KineticModel model = Jacobians.testModel(file);
        ReferenceState state = ReferenceState.of(model);
        Control control = ControlCoefficients.of(state, List.of())
                .worker()
                .evaluate()
                .control()
                .orElseThrow();
        for (String enzyme : enzymes.split(" ")) {
            double coarse = deviation(model, state, control, enzyme, 0.01);
            double fine = deviation(model, state, control, enzyme, 0.005);

            assertThat(coarse).as(enzyme).isLessThan(0.01);
            assertThat(coarse / fine).as(enzyme).isBetween(3.5, 4.5);
        }
    }

    /** The Euclidean norm of what the coefficients leave unexplained of all relative changes. */
    private static double deviation(
            KineticModel model, ReferenceState state, Control control, String enzyme, double change)
            throws InterruptedException {
        Symbol scale = ParameterRoles.of(model)
                .scaleOf(enzyme)
                .orElseThrow()
                .parameter()
                .symbol();
        Map<Symbol, Double> values = new HashMap<>(Map.of(scale, state.value(scale) * (1 + change)));
        SteadyStateSearch.Result found = SteadyStateSearch.of(model).from(values);
        assertThat(found.status()).isEqualTo(SteadyStateSearch.Status.FOUND);
        values.putAll(found.values());
        ReferenceState reached = ReferenceState.of(model, values);
        int column = control.flux().processes().indexOf(enzyme);
        List<Double> unexplained = new ArrayList<>();
        ControlMatrix flux = control.flux();
        for (int row = 0; row < flux.responses().size(); row++) {
            int process = flux.processes().indexOf(flux.responses().get(row));
            unexplained.add(reached.rate(process) / state.rate(process) - 1 - flux.value(row, column) * change);
        }
        ControlMatrix concentration = control.concentration();
        for (int row = 0; row < concentration.responses().size(); row++) {
            Symbol species = new Symbol(concentration.responses().get(row));
            double ratio = Objects.requireNonNull(found.values().get(species)) / state.value(species);
            unexplained.add(ratio - 1 - concentration.value(row, column) * change);
        }
        return Math.sqrt(
                unexplained.stream().mapToDouble(value -> value * value).sum());
    }
}
