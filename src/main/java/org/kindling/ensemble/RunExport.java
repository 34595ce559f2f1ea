package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindling.sbml.SbmlPatch;
import org.kindling.sbml.SbmlSource;

/** Takes members out of a run folder in another form, from its tables and base model alone. */
public final class RunExport {

    private static final String FIRST_PARAMETER_AFTER = "tau";

    private final Path run;
    private final Manifest manifest;
    private final SetsTable members;
    private final List<String> addresses;

    private RunExport(Path run, Manifest manifest, SetsTable members) {
        this.run = run;
        this.manifest = manifest;
        this.members = members;
        this.addresses =
                members.columns().subList(offset(members), members.columns().size());
    }

    private static int offset(SetsTable members) {
        return members.columns().indexOf(FIRST_PARAMETER_AFTER) + 1;
    }

    /**
     * An export of a run.
     *
     * @param run the run folder
     * @return the export
     * @throws IOException if its tables cannot be read
     */
    public static RunExport of(Path run) throws IOException {
        return new RunExport(run, Manifest.read(run), SetsTable.ofMembers(run));
    }

    /** Receives chosen members. */
    @FunctionalInterface
    private interface Sink {
        void accept(String id, double[] values) throws IOException;
    }

    /**
     * Writes members as SBML files.
     *
     * @param selection which ones
     * @param folder where to, a folder that exists
     * @return how many were written
     * @throws IOException if reading or writing fails
     */
    public int writeSbml(MemberSelection selection, Path folder) throws IOException {
        SbmlSource base = SbmlSource.read(run.resolve("base.xml"));
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("program", manifest.provenance().software().program());
        entries.put(
                "generator",
                String.valueOf(manifest.provenance().configuration().get("generator")));
        entries.put("seed", Long.toString(manifest.provenance().seed()));
        entries.put("source-sha256", manifest.provenance().inputs().get(0).sha256());
        entries.put(MemberFiles.MEMBER, "");
        SbmlPatch patch = SbmlPatch.of(base)
                .derivedFrom("urn:sha256:" + entries.get("source-sha256"))
                .member(entries);
        MemberFiles files = MemberFiles.of(patch, addresses, base.modelId());
        return each(selection, (id, values) -> files.write(folder, id, values));
    }

    /**
     * Writes members as one file in SKiMpy's HDF5 layout.
     *
     * @param selection which ones
     * @param file the file, replaced if it is there
     * @return how many were written
     * @throws IOException if reading or writing fails
     */
    public int writeSkimpy(MemberSelection selection, Path file) throws IOException {
        try (SkimpyHdf5Writer writer = SkimpyHdf5Writer.of(file, addresses)) {
            return each(selection, writer::write);
        }
    }

    private int each(MemberSelection selection, Sink sink) throws IOException {
        int size = Math.toIntExact(manifest.counts().valid());
        BitSet chosen = new BitSet(size);
        for (int rank : ranks(selection, size)) {
            chosen.set(rank);
        }
        int offset = offset(members);
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
        int offset = offset(members);
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
