package org.kindling.report;

import org.kindling.dynamics.Criterion;

/**
 * How many parameter sets passed each filter.
 *
 * @param criterion what a valid set must meet, unit 1 / time of the model
 * @param criterionInWords the same as it is to be printed
 * @param drawn the parameter sets drawn
 * @param stable those with a stable reference state
 * @param valid those that also meet the criterion
 * @param written the valid ones that were written as models
 * @param incidence the share of valid sets among those drawn
 */
public record Outcome(
        Criterion criterion,
        String criterionInWords,
        long drawn,
        long stable,
        long valid,
        long written,
        Interval incidence) {

    /**
     * Creates an outcome.
     *
     * @throws IllegalArgumentException if a filter let more through than reached it
     */
    public Outcome {
        if (!(drawn >= stable && stable >= valid && valid >= written && written >= 0)) {
            throw new IllegalArgumentException("Of " + drawn + " sets drawn, " + stable + " cannot be stable, " + valid
                    + " valid and " + written + " written: each number must be at most the one before.");
        }
    }
}
