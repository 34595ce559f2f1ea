package org.kindling.app.cytoscape;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;
import org.cytoscape.work.Tunable;
import org.kindling.app.FileStem;
import org.kindling.app.OutputOptions;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.Manifest;

/** Arguments that say where results go. Not thread-safe. */
public final class OutputTunables {

    /** The folder. */
    @Tunable(
            description = "Folder for the results",
            longDescription =
                    "The folder for the results; by default beside the input, and named after it. It appears whole or not at all.",
            exampleStringValue = "/home/user/ecoli-ensemble",
            gravity = 90)
    public String output = "";

    /** Whether an earlier result is replaced. */
    @Tunable(
            description = "Replace what is there",
            longDescription = "Whether an earlier result of that name is replaced.",
            exampleStringValue = "false",
            gravity = 91)
    public boolean force;

    /** The folder that was given, else one beside the input. */
    Path folder(Path input, String kind) {
        Path absolute = input.toAbsolutePath().normalize();
        return output.isBlank()
                ? absolute.resolveSibling(FileStem.of(absolute) + "-" + kind)
                : Path.of(output.strip()).toAbsolutePath().normalize();
    }

    OutputOptions options(Path folder, CommandTask task) {
        return new OutputOptions(folder, force, false, Optional.empty(), task.script());
    }

    /** Work that writes a folder. */
    @FunctionalInterface
    interface Writing<T> {

        T run() throws CommandFailure, IOException, InterruptedException;
    }

    /** Does work that could be resumed on the command line; here, whoever cancels it wants nothing of it. */
    static <T> T wholeOrNothing(Path folder, Writing<T> writing)
            throws CommandFailure, IOException, InterruptedException {
        try {
            return writing.run();
        } catch (InterruptedException | ClosedByInterruptException cancelled) {
            Thread.interrupted();
            AtomicFolder.of(folder, Manifest.NAME).discard();
            throw cancelled;
        }
    }
}
