package org.kindling.copasi;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What COPASI makes of Kindling's steady state.
 *
 * @param drift the species that leaves it farthest when COPASI integrates from there
 * @param fullEigenvalue the relative deviation of the slowest mode of COPASI's Jacobian of all species, without as many
 *     eigenvalues near zero as there are moieties; empty where there is none to compare
 * @param reducedEigenvalue the same for COPASI's Jacobian of the independent species
 * @param ownEigenvalue the same for the eigenvalues that COPASI's own solver finds of the latter: it works in plain double
 *     precision, so that no mark is set for it
 * @param search what COPASI's own search for a steady state, from the disturbed state, came to
 * @param found the largest relative deviation of the state it found from Kindling's; empty where it found none
 */
public record RestComparison(
        SpeciesDeviation drift,
        OptionalDouble fullEigenvalue,
        OptionalDouble reducedEigenvalue,
        OptionalDouble ownEigenvalue,
        Search search,
        OptionalDouble found) {

    /** What COPASI's own search came to. */
    public enum Search {
        /** It found a steady state. */
        FOUND("found"),
        /** It found none. */
        NOT_FOUND("not found"),
        /** It took too long, or COPASI died. */
        FAILED("failed"),
        /** It was not asked. */
        LEFT_OUT("left out");

        private final String words;

        Search(String words) {
            this.words = words;
        }

        /**
         * The result in words.
         *
         * @return found, or not
         */
        public String words() {
            return words;
        }
    }

    /**
     * The larger deviation of the slowest mode of COPASI's Jacobians.
     *
     * @return that of the full or the reduced Jacobian; empty where neither can be compared
     */
    public OptionalDouble eigenvalue() {
        return Optional.of(OptionalDouble.of(Math.max(
                        fullEigenvalue.orElse(Double.NEGATIVE_INFINITY),
                        reducedEigenvalue.orElse(Double.NEGATIVE_INFINITY))))
                .filter(larger -> larger.getAsDouble() >= 0 || Double.isNaN(larger.getAsDouble()))
                .orElse(OptionalDouble.empty());
    }
}
