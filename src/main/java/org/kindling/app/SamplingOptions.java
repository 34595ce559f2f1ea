package org.kindling.app;

import java.nio.file.Path;
import java.util.Optional;
import org.kindling.ensemble.MemberSelection;

/**
 * How many sets are drawn, and which of them become models.
 *
 * @param sets how many sets to draw; of given ones at most so many are taken
 * @param seed the seed that they all follow from
 * @param threads how many threads work; the result does not depend on it
 * @param criterion what a valid set must meet, besides being stable
 * @param members which valid sets are written as models
 * @param given sets to label instead of drawing, in SKiMpy's HDF5 layout
 * @param names what the file of given sets calls the parameters of the model
 */
public record SamplingOptions(
        long sets,
        long seed,
        int threads,
        CriterionOptions criterion,
        MemberSelection members,
        Optional<Path> given,
        Optional<Path> names) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless sets and threads are positive
     */
    public SamplingOptions {
        if (sets < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "There must be at least one set and one thread, not " + sets + " and " + threads + ".");
        }
    }
}
