package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.OracleSampler;

/** The theorems in sets drawn for published models, whose eigenvalues reach from -1e11 to -0.6 per hour. */
class ControlReferenceTest {

    private static final int SETS = 40;

    @ParameterizedTest
    @ValueSource(strings = {"ecoli_rekindle_fdp1.xml", "ecoli_renaissance_1773.xml"})
    void theoremsHoldInDrawnSets(String file) {
        KineticModel model = SharedData.model(file);
        ReferenceState state = ReferenceState.of(model);
        ParameterRoles roles = ParameterRoles.of(model);
        ParameterSpace space = ParameterSpace.of(roles, state);
        List<Symbol> varying = new ArrayList<>();
        space.coordinates()
                .forEach(axis -> varying.add(axis.parameter().parameter().symbol()));
        List<Integer> scaled = new ArrayList<>();
        List<RateProcess> processes = state.equations().processes();
        for (int process = 0; process < processes.size(); process++) {
            Optional<KineticParameter> scale =
                    roles.scaleOf(processes.get(process).id());
            if (scale.isPresent()) {
                varying.add(scale.get().parameter().symbol());
                scaled.add(process);
            }
        }
        ControlCoefficients.Worker worker =
                ControlCoefficients.of(state, varying).worker();
        JacobianFunction.Worker laws = JacobianFunction.of(space, state).worker(1);
        double[] drawn = new double[SETS * space.dimension()];
        OracleSampler.of(space, 1).draw(0, drawn, SETS);
        for (int set = 0; set < SETS; set++) {
            double[] values = new double[varying.size()];
            System.arraycopy(drawn, set * space.dimension(), values, 0, space.dimension());
            laws.evaluate(drawn, set, 1);
            for (int index = 0; index < scaled.size(); index++) {
                values[space.dimension() + index] = laws.scale(0, scaled.get(index));
            }

            // Observed among 700 valid sets: 7e-13 and 1.3e-10.
            assertThat(worker.evaluate(values)
                            .control()
                            .orElseThrow()
                            .residuals()
                            .worst())
                    .as("set %s", set)
                    .isLessThan(1e-8);
        }
    }
}
