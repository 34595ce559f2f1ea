package org.kindling.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What a simulation gave.
 *
 * @param folder where it was written
 * @param engine what simulated
 * @param members one entry a member, in rank order
 */
public record SimulationSummary(Path folder, String engine, List<MemberOutcome> members) {

    /** Copies the members. */
    public SimulationSummary {
        members = List.copyOf(members);
    }

    /**
     * How the simulation of a member ended.
     *
     * @param member its id
     * @param complete whether the last time was reached
     * @param time the time reached, unit of the model
     * @param reason why it ended early; empty if it is complete
     */
    public record MemberOutcome(String member, boolean complete, double time, String reason) {}

    /**
     * Whether every simulation reached its last time.
     *
     * @return whether all are complete
     */
    public boolean complete() {
        return members.stream().allMatch(MemberOutcome::complete);
    }
}
