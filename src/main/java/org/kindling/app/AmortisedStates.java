package org.kindling.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.kindling.dynamics.SpectralGradient;
import org.kindling.generators.StateFeatures;
import org.kindling.network.InputException;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Progress;
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

    /** What all states have in common: the roles of parameters, and what varies at a state. */
    record Network(ParameterRoles roles, Function<ReferenceState, ParameterSpace> spaceAt) {}

    /**
     * The states of some tables, and variations of them.
     *
     * @throws InputException if a table is refused, or no variation suits the rate laws
     */
    static AmortisedStates of(
            ModelSetup setup, List<Path> tables, int variations, TrainingOptions options, Progress progress)
            throws InterruptedException {
        if (variations < 0) {
            throw new InputException("option --variations", "must not be negative, but is " + variations, "correct it");
        }
        List<ReferenceState> known = tables.stream()
                .flatMap(table -> StateTable.read(table, setup.roles()).stream())
                .map(StateTable.NamedState::state)
                .toList();
        return of(
                new Network(setup.roles(), setup::spaceAt),
                withVariations(setup.roles(), known, variations, options.seed()),
                options.threads(),
                progress.counting("states prepared"));
    }

    /** Known states, and variations of them behind, which are made when they are asked for. */
    static List<Supplier<ReferenceState>> withVariations(
            ParameterRoles roles, List<ReferenceState> known, int variations, long seed) {
        List<Supplier<ReferenceState>> states = new ArrayList<>();
        known.forEach(state -> states.add(() -> state));
        StateVariation variation = StateVariation.of(roles, known, seed);
        LongStream.range(0, variations).forEach(index -> states.add(() -> variation.state(index)));
        return states;
    }

    /** States as they are trained on. */
    static AmortisedStates of(Network network, List<Supplier<ReferenceState>> states, int threads, Progress progress)
            throws InterruptedException {
        ReferenceState first = states.get(0).get();
        SpectralGradient compiled =
                SpectralGradient.ofManyStates(network.spaceAt().apply(first), first);
        List<SpectralGradient> gradients = new ArrayList<>();
        try (WorkerThreads workers = WorkerThreads.of(threads)) {
            List<Future<SpectralGradient>> compilations = states.stream()
                    .map(state -> workers.executor().submit(() -> gradient(network, compiled, state.get())))
                    .toList();
            for (Future<SpectralGradient> compilation : compilations) {
                gradients.add(compilation.get());
                progress.at(gradients.size(), states.size());
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof InputException refused) {
                throw refused;
            }
            throw new IllegalStateException("A state could not be prepared.", failure.getCause());
        }
        List<ReferenceState> made =
                gradients.stream().map(gradient -> gradient.jacobian().state()).toList();
        StateFeatures features = StateFeatures.of(network.roles(), made);
        List<double[]> rows =
                made.stream().map(state -> features.at(network.roles(), state)).toList();
        return new AmortisedStates(gradients, features, rows);
    }

    private static SpectralGradient gradient(Network network, SpectralGradient compiled, ReferenceState state) {
        return compiled.at(network.spaceAt().apply(state), state);
    }
}
