package org.kindling.app;

import java.nio.file.Path;
import java.util.Optional;
import org.kindling.ensemble.GeneratedSets;
import org.kindling.ensemble.MemberSelection;

/**
 * What is drawn from a generator, and whether its spectra are computed.
 *
 * @param generator the generator's file
 * @param physiology another physiology of its network; without one the sets are for that in the file. Its table of measured
 *     constants, roles, and choices of what varies play no part: they are the generator's
 * @param sets how many sets to draw
 * @param seed the seed that they all follow from
 * @param threads how many threads work; the result does not depend on it
 * @param screening how the sets are labelled; empty for parameter sets alone
 * @param form the form of the table of parameter sets alone; empty for the one that suits their number
 */
public record GenerationOptions(
        Path generator,
        Optional<ModelOptions> physiology,
        long sets,
        long seed,
        int threads,
        Optional<Screening> screening,
        Optional<GeneratedSets.Form> form) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless sets and threads are positive
     */
    public GenerationOptions {
        if (sets < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "There must be at least one set and one thread, not " + sets + " and " + threads + ".");
        }
    }

    /**
     * How sets are labelled.
     *
     * @param criterion what a valid set must meet; empty for what the generator was trained for
     * @param members which valid sets are written as models
     */
    public record Screening(Optional<CriterionOptions> criterion, MemberSelection members) {}
}
