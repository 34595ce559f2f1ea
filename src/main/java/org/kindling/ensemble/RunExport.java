package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.network.KineticModel;
import org.kindling.sbml.Rewriting;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlPatch;
import org.kindling.sbml.SbmlReader;
import org.kindling.sbml.StoichiometryScaling;

/** Takes members out of a run folder in another form, from its tables and base model alone. */
public final class RunExport {

    private final RunMembers members;

    private RunExport(RunMembers members) {
        this.members = members;
    }

    /**
     * An export of a run.
     *
     * @param run the run folder
     * @return the export
     * @throws IOException if its tables cannot be read
     */
    public static RunExport of(Path run) throws IOException {
        return new RunExport(RunMembers.of(run));
    }

    /**
     * What was written.
     *
     * @param members how many members
     * @param unscaled the reactions that were to be scaled and could not be
     */
    public record Written(int members, List<String> unscaled) {

        /**
         * Creates a result.
         *
         * <p>The list is copied.
         */
        public Written {
            unscaled = List.copyOf(unscaled);
        }
    }

    /**
     * Writes members as SBML files.
     *
     * @param selection which ones
     * @param folder where to, a folder that exists
     * @param rewritings how the files differ from the model file
     * @return what was written
     * @throws IOException if reading or writing fails
     */
    public Written writeSbml(MemberSelection selection, Path folder, Set<Rewriting> rewritings) throws IOException {
        SbmlModel base = SbmlReader.read(members.base());
        Manifest manifest = members.manifest();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("program", manifest.provenance().software().program());
        entries.put(
                "generator",
                String.valueOf(manifest.provenance().configuration().get("generator")));
        entries.put("seed", Long.toString(manifest.provenance().seed()));
        entries.put("source-sha256", manifest.provenance().inputs().get(0).sha256());
        entries.put(MemberFiles.MEMBER, "");
        SbmlPatch patch = SbmlPatch.of(base.source())
                .derivedFrom("urn:sha256:" + entries.get("source-sha256"))
                .member(entries);
        List<String> unscaled = rewrite(patch, base.kinetics(), rewritings);
        MemberFiles files =
                MemberFiles.of(patch, members.addresses(), base.kinetics().id());
        return new Written(members.each(selection, (id, values) -> files.write(folder, id, values)), unscaled);
    }

    private static List<String> rewrite(SbmlPatch patch, KineticModel model, Set<Rewriting> rewritings) {
        if (rewritings.contains(Rewriting.PROMOTED_PARAMETERS)) {
            patch.promoteParameters();
        }
        return rewritings.contains(Rewriting.SCALED_STOICHIOMETRY)
                ? patch.scaleStoichiometry(StoichiometryScaling.of(model))
                : List.of();
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
        try (SkimpyHdf5Writer writer = SkimpyHdf5Writer.of(file, members.addresses())) {
            return members.each(selection, writer::write);
        }
    }
}
