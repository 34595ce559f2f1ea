package org.kindling.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulation gave.
 *
 * @param folder where it was written
 * @param engine what simulated
 * @param members one entry a member or task, in order
 * @param remarks what a SED-ML document asks for and is not done
 */
public record SimulationSummary(Path folder, String engine, List<MemberOutcome> members, List<String> remarks) {

    /** Copies the lists. */
    public SimulationSummary {
        members = List.copyOf(members);
        remarks = List.copyOf(remarks);
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

    /**
     * What programs read of it.
     *
     * @return folder, engine, complete, members, remarks
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("folder", folder.toString());
        values.put("engine", engine);
        values.put("complete", complete());
        values.put("members", members);
        values.put("remarks", remarks);
        return values;
    }
}
