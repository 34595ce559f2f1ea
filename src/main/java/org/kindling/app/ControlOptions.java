package org.kindling.app;

import java.util.Optional;
import org.kindling.ensemble.MemberSelection;

/**
 * Whose control coefficients are computed, and how they are shown.
 *
 * @param subject a run folder, or a model with its steady state
 * @param members which members of a run
 * @param focus the reaction whose flux is looked at most closely
 * @param threads how many threads work; the result does not depend on it
 */
public record ControlOptions(ModelOptions subject, MemberSelection members, Optional<String> focus, int threads) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless there is a thread
     */
    public ControlOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
    }
}
