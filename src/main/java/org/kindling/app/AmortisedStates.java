package org.kindling.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.SpectralGradient;
import org.kindling.generators.StateFeatures;
import org.kindling.network.InputException;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.sampling.StateVariation;
import org.kindling.sampling.WorkerThreads;

/**
 * The reference states that one generator is trained at: known ones and variations of them.
 *
 * @param gradients the gradient of the slowest mode at each state
 * @param features what a generator sees of a state
 * @param rows what it sees of each of these, in the same order
 */
record AmortisedStates(List<SpectralGradient> gradients, StateFeatures features, List<double[]> rows) {

    /**
     * The states of some tables, and variations of them.
     *
     * @throws InputException if a table is refused, or no variation suits the rate laws
     */
    static AmortisedStates of(ModelSetup setup, List<Path> tables, int variations, TrainingOptions options)
            throws InterruptedException {
        if (variations < 0) {
            throw new InputException("option --variations", "must not be negative, but is " + variations, "correct it");
        }
        List<ReferenceState> known = tables.stream()
                .flatMap(table -> StateTable.read(table, setup.roles()).stream())
                .map(StateTable.NamedState::state)
                .toList();
        return of(setup, withVariations(setup.roles(), known, variations, options.seed()), options.threads());
    }

    /** Known states, and variations of them behind. */
    static List<ReferenceState> withVariations(
            ParameterRoles roles, List<ReferenceState> known, int variations, long seed) {
        List<ReferenceState> states = new ArrayList<>(known);
        StateVariation variation = StateVariation.of(roles, known, seed);
        LongStream.range(0, variations).mapToObj(variation::state).forEach(states::add);
        return states;
    }

    private static AmortisedStates of(ModelSetup setup, List<ReferenceState> states, int threads)
            throws InterruptedException {
        StateFeatures features = StateFeatures.of(setup.roles(), states);
        List<double[]> rows =
                states.stream().map(state -> features.at(setup.roles(), state)).toList();
        List<Callable<SpectralGradient>> compilations = states.stream()
                .map(state -> (Callable<SpectralGradient>)
                        () -> SpectralGradient.of(JacobianFunction.of(setup.spaceAt(state), state)))
                .toList();
        List<SpectralGradient> gradients = new ArrayList<>();
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            for (Future<SpectralGradient> compiled : workers.executor().invokeAll(compilations)) {
                gradients.add(compiled.get());
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A state could not be prepared.", failure.getCause());
        }
        return new AmortisedStates(gradients, features, rows);
    }
}
