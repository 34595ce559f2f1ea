package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The members of a run: its base model, and what differs between them, as the run folder's table gives it. */
public final class RunMembers {

    private static final String FIRST_PARAMETER_AFTER = "tau";

    /** Receives chosen members. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Takes a member.
         *
         * @param id its id
         * @param values its values, shape [addresses]
         * @throws IOException if what is made of it cannot be stored
         */
        void accept(String id, double[] values) throws IOException;
    }

    private final Path run;
    private final Manifest manifest;
    private final SetsTable members;
    private final int offset;

    private RunMembers(Path run, Manifest manifest, SetsTable members) {
        this.run = run;
        this.manifest = manifest;
        this.members = members;
        this.offset = members.columns().indexOf(FIRST_PARAMETER_AFTER) + 1;
    }

    /**
     * The members of a run.
     *
     * @param run the run folder
     * @return its members
     * @throws IOException if its tables cannot be read
     */
    public static RunMembers of(Path run) throws IOException {
        return new RunMembers(run, Manifest.read(run), SetsTable.ofMembers(run));
    }

    /**
     * What the run says of itself.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * The model that the members share, at the reference state.
     *
     * @return the SBML file
     */
    public Path base() {
        return run.resolve("base.xml");
    }

    /**
     * What differs between members.
     *
     * @return the addresses of parameters, the drawn ones first
     */
    public List<String> addresses() {
        return members.columns().subList(offset, members.columns().size());
    }

    /**
     * Reads chosen members in rank order.
     *
     * @param selection which ones
     * @param sink takes each of them
     * @return how many there are
     * @throws IOException if reading fails, or the sink does
     */
    public int each(MemberSelection selection, Sink sink) throws IOException {
        int size = Math.toIntExact(manifest.counts().valid());
        BitSet chosen = new BitSet(size);
        for (int rank : ranks(selection, size)) {
            chosen.set(rank);
        }
        int[] rank = {0};
        members.read(row -> {
            if (chosen.get(rank[0])) {
                sink.accept(RankedSets.memberId(rank[0], size), Arrays.copyOfRange(row, offset, row.length));
            }
            rank[0]++;
            return rank[0] < chosen.length();
        });
        return chosen.cardinality();
    }

    private int[] ranks(MemberSelection selection, int size) throws IOException {
        if (selection.kind() != MemberSelection.Kind.REPRESENTATIVE) {
            return selection.ranks(
                    size, rank -> new double[0], manifest.provenance().seed());
        }
        BitSet asked = new BitSet(size);
        for (int rank : selection.candidates(size)) {
            asked.set(rank);
        }
        int drawn = SetsTable.ofSets(run).columns().size() - RunTables.LABELS.size();
        Map<Integer, double[]> values = new HashMap<>();
        int[] next = {0};
        members.read(row -> {
            if (asked.get(next[0])) {
                values.put(next[0], Arrays.copyOfRange(row, offset, offset + drawn));
            }
            next[0]++;
            return next[0] < asked.length();
        });
        return selection.ranks(
                size,
                rank -> Objects.requireNonNull(values.get(rank)),
                manifest.provenance().seed());
    }
}
