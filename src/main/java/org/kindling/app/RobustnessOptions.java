package org.kindling.app;

import java.util.List;
import org.kindling.ensemble.MemberSelection;
import org.kindling.simulation.PerturbationFactors;

/**
 * Who is perturbed, how, and when it is looked whether they have returned.
 *
 * @param subject a run folder, or a model with its steady state
 * @param members which members of a run
 * @param factors by what independent species are multiplied
 * @param perturbations how many perturbations each member gets
 * @param times when to look, at least one time
 * @param relativeTolerance how exact each time course is asked to be
 * @param seed the seed of all factors
 * @param threads how many threads work; the result does not depend on it
 */
public record RobustnessOptions(
        ModelOptions subject,
        MemberSelection members,
        PerturbationFactors factors,
        int perturbations,
        List<TimeSpan> times,
        double relativeTolerance,
        long seed,
        int threads) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless there are times, perturbations and threads
     */
    public RobustnessOptions {
        times = List.copyOf(times);
        if (times.isEmpty() || perturbations < 1 || threads < 1) {
            throw new IllegalArgumentException("There must be at least one time, perturbation and thread, not "
                    + times.size() + ", " + perturbations + " and " + threads + ".");
        }
    }
}
