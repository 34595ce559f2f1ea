package org.kindling.copasi;

import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/**
 * What is compared, and how exactly.
 *
 * @param perturbation the factor \( f \) by which the state is disturbed: each independent species is multiplied by
 *     \( f^u \), \( u \) uniform in [-1, 1]; conserved totals are kept
 * @param seed the seed of the disturbances
 * @param grid the times at which time courses are compared
 * @param tolerances of both integrators
 * @param marks the deviations at which a member passes
 * @param threads how many members are compared at a time
 * @param search whether COPASI searches for a steady state of its own, which takes most of the time
 */
public record ComparisonOptions(
        double perturbation, long seed, TimeGrid grid, Tolerances tolerances, Marks marks, int threads, Search search) {

    /** What is done about COPASI's own steady states. */
    public enum Search {
        /** They are searched for. */
        ASKED,
        /** They are left out. */
        LEFT_OUT
    }

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if the factor is below 1 or there is no thread
     */
    public ComparisonOptions {
        if (!(perturbation >= 1 && Double.isFinite(perturbation))) {
            throw new IllegalArgumentException("A perturbation is a factor from 1 on, not " + perturbation + ".");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
    }
}
