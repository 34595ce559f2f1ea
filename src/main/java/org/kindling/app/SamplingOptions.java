package org.kindling.app;

/**
 * How many sets are drawn, and which of them become models.
 *
 * @param sets how many sets to draw
 * @param seed the seed that they all follow from
 * @param threads how many threads work; the result does not depend on it
 * @param criterion what a valid set must meet, besides being stable
 * @param members which valid sets are written as models
 */
public record SamplingOptions(long sets, long seed, int threads, CriterionOptions criterion, MemberSelection members) {

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
