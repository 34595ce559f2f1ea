package org.kindling.app;

/**
 * How a generator is trained, and judged.
 *
 * @param trainer the way of training
 * @param maxJacobians how many Jacobians the training may spend
 * @param criterion what a valid set must meet, besides being stable
 * @param fresh how many sets of the trained generator are drawn to judge it; their Jacobians are not among those spent on training
 * @param seed the seed that all random numbers follow from
 * @param threads how many threads work; the result does not depend on it
 */
public record TrainingOptions(
        TrainerChoice trainer, long maxJacobians, CriterionOptions criterion, int fresh, long seed, int threads) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless Jacobians, fresh sets and threads are positive
     */
    public TrainingOptions {
        if (maxJacobians < 1 || fresh < 1 || threads < 1) {
            throw new IllegalArgumentException("There must be at least one Jacobian, fresh set and thread, not "
                    + maxJacobians + ", " + fresh + " and " + threads + ".");
        }
    }

    /** The same with another seed and one thread. */
    TrainingOptions aloneWith(long otherSeed) {
        return new TrainingOptions(trainer, maxJacobians, criterion, fresh, otherSeed, 1);
    }

    /** The same with another criterion. */
    TrainingOptions withCriterion(CriterionOptions other) {
        return new TrainingOptions(trainer, maxJacobians, other, fresh, seed, threads);
    }
}
