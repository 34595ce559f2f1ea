package org.kindling.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which populations are compared, and how.
 *
 * @param sources where they come from
 * @param criterion what valid sets must meet; where empty, what those of the first population had to, else of the second, else
 *     stability alone
 * @param counted which sets are compared, and what they count
 * @param split how the first population is split
 * @param threads how many threads label sets without labels; the result does not depend on it
 */
public record PopulationComparisonOptions(
        Sources sources, Optional<CriterionOptions> criterion, Counted counted, Split split, int threads) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless there is a thread
     */
    public PopulationComparisonOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
    }

    /**
     * Where populations come from: run folders, folders of generated sets, or files of sets in SKiMpy's HDF5 layout.
     *
     * @param first the population that is looked at
     * @param second what it is compared with; where empty, its valid sets are compared with its others
     * @param model the model of sets that are in no run folder
     * @param names a table that maps the names of files of sets to those of the model
     */
    public record Sources(Path first, Optional<Path> second, Optional<ModelOptions> model, Optional<Path> names) {}

    /**
     * Which sets are compared.
     *
     * @param validOnly whether only the valid sets of two populations are
     * @param alike whether all sets count alike, whatever their weights
     */
    public record Counted(boolean validOnly, boolean alike) {

        /** All sets, by their weights. */
        public static final Counted DEFAULT = new Counted(false, false);
    }

    /**
     * How a population is split by a parameter.
     *
     * @param parameter its address; where empty, the one whose distribution differs most
     * @param groups how many groups of equal size
     */
    public record Split(Optional<String> parameter, int groups) {

        /** Ten groups, as REKINDLE's publication has them. */
        public static final Split DEFAULT = new Split(Optional.empty(), 10);

        /**
         * Creates a split.
         *
         * @throws IllegalArgumentException if there are fewer than two groups
         */
        public Split {
            if (groups < 2) {
                throw new IllegalArgumentException("There must be at least two groups, not " + groups + ".");
            }
        }
    }
}
