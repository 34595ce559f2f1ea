package org.kindling.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindling.dynamics.ControlOutcome;

/**
 * The control coefficients of an ensemble.
 *
 * @param members how many members have coefficients
 * @param failed the members that have none, by id in their order, and why
 * @param flux the spread of the flux control coefficients
 * @param concentration the spread of the concentration control coefficients
 * @param theorems how well the theorems hold, worst member of each
 */
public record ControlEnsemble(
        int members,
        Map<String, ControlOutcome.Status> failed,
        ControlSpread flux,
        ControlSpread concentration,
        List<Theorem> theorems) {

    /** The theorems count as fulfilled to this, absolute: coefficients of importance are of the order of 1. */
    public static final double TOLERANCE = 1e-8;

    /** Copies what is given. */
    public ControlEnsemble {
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        theorems = List.copyOf(theorems);
    }

    /**
     * How well a theorem holds.
     *
     * @param name the theorem
     * @param worst the largest deviation among all members
     * @param member the member that has it
     */
    public record Theorem(String name, double worst, String member) {

        /**
         * Whether the theorem holds.
         *
         * @return whether no member deviates by more than {@link #TOLERANCE}
         */
        public boolean holds() {
            return worst <= TOLERANCE;
        }
    }

    /**
     * Whether the coefficients passed their check.
     *
     * @return whether all theorems hold in all members
     */
    public boolean consistent() {
        return theorems.stream().allMatch(Theorem::holds);
    }
}
