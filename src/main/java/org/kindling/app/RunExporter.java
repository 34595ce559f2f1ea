package org.kindling.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.AtomicFolder.Existing;
import org.kindling.ensemble.MemberSelection;
import org.kindling.ensemble.RunExport;
import org.kindling.network.InputException;
import org.kindling.sbml.Rewriting;

/** Writes members of a run elsewhere, whole or not at all. */
final class RunExporter {

    /** The file by which a later export knows that a folder is one and may be replaced. */
    private static final String MARKER = "README.txt";

    private RunExporter() {}

    static ExportSummary sbml(Path run, MemberSelection selection, Set<Rewriting> rewritings, OutputOptions output)
            throws IOException {
        RunExport export = RunExport.of(run);
        Existing existing = output.force() ? Existing.REPLACE : Existing.REFUSE;
        AtomicFolder folder = AtomicFolder.of(output.folder(), MARKER);
        try {
            if (!output.force() && Files.exists(output.folder())) {
                throw new FileAlreadyExistsException(output.folder().toString());
            }
            Path partial = folder.begin(existing);
            RunExport.Written written = export.writeSbml(selection, partial, rewritings);
            Files.writeString(
                    partial.resolve(MARKER),
                    written.members() + " members of the ensemble in " + run.getFileName() + ", written by Kindling "
                            + Version.current() + ".\nTheir parameter values are those of its members table.\n"
                            + words(rewritings, written.unscaled()));
            folder.complete(existing);
            return new ExportSummary(output.folder(), written.members(), written.unscaled());
        } catch (FileAlreadyExistsException taken) {
            throw exists(output.folder());
        }
    }

    /** Says how the files differ from the model file. */
    private static String words(Set<Rewriting> rewritings, List<String> unscaled) {
        StringBuilder text = new StringBuilder();
        if (rewritings.contains(Rewriting.PROMOTED_PARAMETERS)) {
            text.append("Local parameters are global ones, named reaction__parameter.\n");
        }
        if (rewritings.contains(Rewriting.SCALED_STOICHIOMETRY)) {
            text.append("The coefficients of reactions with large ones are divided by a power of two, and their laws"
                    + " multiplied by it.\n");
            unscaled.forEach(
                    reaction -> text.append("Not so reaction ").append(reaction).append(".\n"));
        }
        return text.toString();
    }

    static ExportSummary skimpy(Path run, MemberSelection selection, Path file, boolean force) throws IOException {
        if (!force && Files.exists(file)) {
            throw exists(file);
        }
        RunExport export = RunExport.of(run);
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        int written = export.writeSkimpy(selection, partial);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new ExportSummary(file, written, List.of());
    }

    private static InputException exists(Path output) {
        return new InputException(
                "output " + output, "is there already", "choose another one with -o, or replace it with --force");
    }
}
