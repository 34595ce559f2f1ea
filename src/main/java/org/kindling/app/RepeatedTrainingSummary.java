package org.kindling.app;

import java.nio.file.Path;
import java.util.List;
import org.kindling.generators.FreshSample;

/**
 * The same training with several seeds.
 *
 * @param folder the folder, with one for each seed and the generator that was best by the sets that checkpoints were chosen by
 * @param repeats what each came to, in the order of the seeds
 */
public record RepeatedTrainingSummary(Path folder, List<Repeat> repeats) {

    /** Copies the list. */
    public RepeatedTrainingSummary {
        repeats = List.copyOf(repeats);
    }

    /**
     * One of the trainings.
     *
     * @param seed its seed
     * @param chosen the share of valid sets at the checkpoint that was chosen, by the sets that it was chosen by
     * @param incidence the share of valid sets among fresh ones
     * @param epoch the epoch of that checkpoint
     * @param divergence the mean divergence of a parameter from the valid sets of the population, at that checkpoint
     * @param effectiveRank the effective rank beside that of the valid sets of the population, at that checkpoint
     * @param jacobians how many Jacobians the training took
     */
    public record Repeat(
            long seed,
            double chosen,
            FreshSample.Incidence incidence,
            long epoch,
            double divergence,
            double effectiveRank,
            long jacobians) {}
}
