package org.kindling.app.cytoscape;

import org.cytoscape.work.Tunable;
import org.kindling.ensemble.MemberSelection;
import org.kindling.network.InputException;

/** Arguments that say how many sets are drawn, and how. Not thread-safe. */
public final class DrawingTunables {

    /** How many sets. */
    @Tunable(
            description = "Parameter sets to draw",
            longDescription = "How many parameter sets are drawn.",
            exampleStringValue = "10000",
            gravity = 10)
    public long sets = 10_000;

    /** The seed. */
    @Tunable(
            description = "Seed",
            longDescription = "The seed of all random numbers: the same one gives the same sets.",
            exampleStringValue = "1",
            gravity = 11)
    public long seed = 1;

    /** Which members become SBML files. */
    @Tunable(
            description = "Members to write as SBML",
            longDescription = "Which valid sets become SBML files: all, none, top:K or representative:K.",
            exampleStringValue = "representative:10",
            gravity = 12)
    public String members = MemberSelection.DEFAULT.toString();

    /** How many threads work. */
    @Tunable(
            description = "Threads",
            longDescription = "How many threads work; the result does not depend on it.",
            exampleStringValue = "2",
            gravity = 13)
    public int threads = Runtime.getRuntime().availableProcessors();

    long sets() {
        return atLeastOne("sets", sets);
    }

    int threads() {
        return (int) atLeastOne("threads", threads);
    }

    MemberSelection members() {
        return MemberChoice.of(members);
    }

    static long atLeastOne(String argument, long value) {
        if (value < 1) {
            throw new InputException(
                    "argument " + argument, "must be at least 1, not " + value, "give a larger number");
        }
        return value;
    }
}
