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
 * @param within a rule that drawn sets obey; with {@link CriterionOptions#STABLE}, what the rule is for is what a valid set must meet
 */
public record SamplingOptions(
        long sets,
        long seed,
        int threads,
        CriterionOptions criterion,
        MemberSelection members,
        Optional<Path> given,
        Optional<Path> names,
        Optional<RuleChoice> within) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless sets and threads are positive, or if sets are given and to be drawn within a rule
     */
    public SamplingOptions {
        if (sets < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "There must be at least one set and one thread, not " + sets + " and " + threads + ".");
        }
        if (given.isPresent() && within.isPresent()) {
            throw new IllegalArgumentException("Sets are given or drawn within a rule, not both.");
        }
    }

    /** The same with another criterion. */
    SamplingOptions withCriterion(CriterionOptions other) {
        return new SamplingOptions(sets, seed, threads, other, members, given, names, within);
    }
}
