package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;

/** Gradients that are compiled once for many states, beside those that are compiled for each. */
class ManyStatesTest {

    private final KineticModel model = Jacobians.testModel("ecoli_central_carbon.xml");
    private final ParameterRoles roles = ParameterRoles.of(model);
    private final ReferenceState base = ReferenceState.of(model);
    private final SpectralGradient shared = SpectralGradient.ofManyStates(ParameterSpace.of(roles, base), base);

    @Test
    void sharedGradientIsThatOfEachState() {
        for (int seed = 0; seed < 5; seed++) {
            ReferenceState state = seed == 0 ? base : scattered(seed);
            SpectralGradient there = shared.at(ParameterSpace.of(roles, state), state);
            SpectralGradient alone = alone(state);
            int dimension = alone.jacobian().space().dimension();
            double[] u =
                    new SplittableRandom(seed).doubles(3L * dimension, -3, 3).toArray();
            double[][] expected = outcome(alone, u);
            double[][] found = outcome(there, u);

            assertThat(found[0]).containsExactly(expected[0], within(1e-9));
            assertThat(found[1]).containsExactly(expected[1], within(1e-8));
            assertThat(there.jacobian().operations())
                    .isEqualTo(shared.jacobian().operations())
                    .isGreaterThan(alone.jacobian().operations());
        }
    }

    @Test
    void stateOfOtherIdleReactionsIsCompiledAnew() {
        ReferenceState idle = base.withFluxes(Map.of("PGI", 0.0));
        double[] u = new double[shared.jacobian().space().dimension()];

        SpectralGradient there = shared.at(ParameterSpace.of(roles, idle), idle);

        assertThat(there.jacobian().operations())
                .isEqualTo(alone(idle).jacobian().operations());
        assertThat(outcome(there, u)[1]).isEqualTo(outcome(alone(idle), u)[1]);
    }

    /** To a state, to one of other expressions, and back, with the buffers of the state before where they fit. */
    @Test
    void workerThatGoesFromStateToStateComputesWhatAFreshOneDoes() {
        List<ReferenceState> states =
                List.of(scattered(1), base.withFluxes(Map.of("PGI", 0.0)), scattered(2), scattered(1));
        int dimension = shared.jacobian().space().dimension();
        double[] u = new SplittableRandom(5).doubles(3L * dimension, -3, 3).toArray();
        SpectralGradient.Worker worker = shared.worker(2);
        for (ReferenceState state : states) {
            SpectralGradient there = shared.at(ParameterSpace.of(roles, state), state);
            worker = there.worker(worker);
            double[][] found = {new double[3], new double[u.length]};
            worker.gradients(u, 0, 3, found[0], found[1]);

            assertThat(found).isDeepEqualTo(outcome(there, u));
        }
    }

    private SpectralGradient alone(ReferenceState state) {
        return SpectralGradient.of(JacobianFunction.of(ParameterSpace.of(roles, state), state));
    }

    /** Other concentrations and other sizes of fluxes; displacements from equilibrium stay, since constants follow. */
    private ReferenceState scattered(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Symbol, Double> concentrations = new HashMap<>();
        for (StateVariable variable : base.equations().states()) {
            concentrations.put(variable.symbol(), base.value(variable.symbol()) * random.nextDouble(0.99, 1.01));
        }
        Map<String, Double> fluxes = new HashMap<>();
        for (int process = 0; process < base.rates().length; process++) {
            RateProcess rate = base.equations().processes().get(process);
            fluxes.put(rate.id(), base.rate(process) * random.nextDouble(0.5, 2));
        }
        return ReferenceState.of(model, concentrations).withFluxes(fluxes);
    }

    /** Abscissae, then their gradients row by row. */
    private static double[][] outcome(SpectralGradient spectral, double[] u) {
        int sets = u.length / spectral.jacobian().space().dimension();
        double[] abscissa = new double[sets];
        double[] gradient = new double[u.length];
        spectral.worker(2).gradients(u, 0, sets, abscissa, gradient);
        return new double[][] {abscissa, gradient};
    }
}
