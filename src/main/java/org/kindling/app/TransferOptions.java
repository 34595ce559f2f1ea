package org.kindling.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What a generator is brought to another physiology with.
 *
 * @param generator the file of a generator that {@code train rekindle} made
 * @param population sets of the other physiology
 * @param criterion what a valid set must meet; with {@link CriterionOptions#STABLE} what the generator was trained for
 * @param sizes of how many sets it learns, one after the other
 * @param repeats how many times for each number of sets, each time of other ones
 * @param effort how long each training is, and how it is judged
 * @param seed the seed that all random numbers follow from
 * @param threads how many trainings go on side by side; the result does not depend on it
 */
public record TransferOptions(
        Path generator,
        PopulationOptions population,
        CriterionOptions criterion,
        List<Integer> sizes,
        int repeats,
        Effort effort,
        long seed,
        int threads) {

    /** Copies the list. */
    public TransferOptions {
        sizes = List.copyOf(sizes);
    }

    /**
     * How long a training is.
     *
     * @param epochs how many times its sets are gone through
     * @param judged how many sets of the generator judge it every 10 epochs
     * @param fresh how many further sets judge the best
     */
    public record Effort(int epochs, int judged, int fresh) {

        /** The published number of epochs. */
        public static final Effort DEFAULT = new Effort(300, 300, 1_000);
    }
}
