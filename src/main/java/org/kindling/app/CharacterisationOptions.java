package org.kindling.app;

import java.nio.file.Path;
import java.util.List;
import org.kindling.generators.spectral.FastestSearch;

/**
 * Which states are characterised, and how hard their fastest sets are looked for.
 *
 * @param model the model, its own state and what varies
 * @param states tables of further states of the same network
 * @param criterion what counts as fast enough, for the ranges of concentrations
 * @param search how far and how long is searched at each state
 * @param seed the seed that all random numbers follow from
 * @param threads how many threads work; the result does not depend on it
 */
public record CharacterisationOptions(
        ModelOptions model,
        List<Path> states,
        CriterionOptions criterion,
        FastestSearch.Options search,
        long seed,
        int threads) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless there is a thread
     */
    public CharacterisationOptions {
        states = List.copyOf(states);
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
    }
}
