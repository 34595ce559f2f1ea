package org.kindling.app;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.AtomicFolder.Existing;
import org.kindling.network.InputException;

/** The folder of a study, written whole or not at all. */
final class StudyFolder {

    private final AtomicFolder folder;
    private final Existing existing;

    private StudyFolder(AtomicFolder folder, Existing existing) {
        this.folder = folder;
        this.existing = existing;
    }

    /** Writes what a study gave. */
    @FunctionalInterface
    interface Content {

        /**
         * Writes the files.
         *
         * @param partial where to
         */
        void write(Path partial) throws IOException;
    }

    /** Writes what a study gives while it goes on. */
    @FunctionalInterface
    interface LongContent {

        /**
         * Writes the files.
         *
         * @param partial where to
         */
        void write(Path partial) throws IOException, InterruptedException;
    }

    /**
     * The folder that the options ask for. Nothing is written yet, so that a study can be refused before its work is done.
     *
     * @param marker the file that every complete folder of this kind holds
     * @throws InputException if it exists and may not be replaced
     */
    static StudyFolder of(OutputOptions output, String marker) {
        if (!output.force() && Files.exists(output.folder())) {
            throw exists(output.folder().toString(), "is there already");
        }
        return new StudyFolder(
                AtomicFolder.of(output.folder(), marker), output.force() ? Existing.REPLACE : Existing.REFUSE);
    }

    /** Writes the content, and makes something of the complete folder. */
    <T> T write(Content content, Function<Path, T> result) throws IOException {
        try {
            // What an earlier study left unfinished is of no use to this one.
            content.write(folder.begin(Existing.REPLACE));
            return result.apply(folder.complete(existing));
        } catch (FileAlreadyExistsException taken) {
            throw exists(taken.getFile(), String.valueOf(taken.getReason()));
        }
    }

    /** Writes what a long computation gives while it goes on; if that is interrupted, nothing is left behind. */
    Path fill(LongContent content) throws IOException, InterruptedException {
        try {
            content.write(folder.begin(Existing.REPLACE));
            return folder.complete(existing);
        } catch (FileAlreadyExistsException taken) {
            throw exists(taken.getFile(), String.valueOf(taken.getReason()));
        } catch (ClosedByInterruptException closed) {
            Thread.interrupted();
            folder.discard();
            InterruptedException interrupted = new InterruptedException("while writing");
            interrupted.initCause(closed);
            throw interrupted;
        } catch (InterruptedException interrupted) {
            folder.discard();
            throw interrupted;
        }
    }

    private static InputException exists(String folder, String problem) {
        return new InputException(
                "output " + folder, problem, "choose another folder with -o, or replace it with --force");
    }
}
