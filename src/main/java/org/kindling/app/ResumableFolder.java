package org.kindling.app;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.AtomicFolder.Existing;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;

/** The folder of a long run: written whole or not at all, and after an interruption gone on with. */
final class ResumableFolder {

    private final AtomicFolder folder;
    private final OutputOptions output;

    private ResumableFolder(AtomicFolder folder, OutputOptions output) {
        this.folder = folder;
        this.output = output;
    }

    /** Fills a folder. */
    @FunctionalInterface
    interface Content<T> {

        /**
         * Writes the files, the manifest last.
         *
         * @param partial where to; holds what an interrupted run has left
         */
        T write(Path partial) throws IOException, InterruptedException;
    }

    /**
     * The folder that the options ask for. Nothing is written yet, so that a run can be refused before its work is done.
     *
     * @throws InputException if it exists and may not be replaced
     */
    static ResumableFolder of(OutputOptions output) {
        return of(output, Manifest.NAME);
    }

    /**
     * The same for a folder that another file than the manifest marks.
     *
     * @param marker the file that every complete folder of this kind holds
     * @throws InputException if the folder exists and may not be replaced
     */
    static ResumableFolder of(OutputOptions output, String marker) {
        if (!output.force() && Files.exists(output.folder())) {
            throw exists(output.folder() + " is there already");
        }
        return new ResumableFolder(AtomicFolder.of(output.folder(), marker), output);
    }

    /**
     * Fills the folder and gives it its name.
     *
     * @throws InputException if there is nothing to resume, or something to resume that was not asked for, or the content is
     *     refused; a new run then leaves nothing behind
     */
    <T, R> R fill(Content<T> content, BiFunction<Path, T, R> result) throws IOException, InterruptedException {
        Existing existing = output.force() ? Existing.REPLACE : Existing.REFUSE;
        Path partial = begin(existing);
        try {
            T written = content.write(partial);
            return result.apply(folder.complete(existing), written);
        } catch (InputException refused) {
            // What a resumed run has done already stays; a run that was refused has done nothing.
            if (!output.resume()) {
                folder.discard();
            }
            throw refused;
        } catch (ClosedByInterruptException closed) {
            Thread.interrupted();
            InterruptedException interrupted = new InterruptedException("while writing");
            interrupted.initCause(closed);
            throw interrupted;
        }
    }

    private Path begin(Existing existing) throws IOException {
        try {
            return output.resume() ? folder.resume() : folder.begin(existing);
        } catch (FileAlreadyExistsException taken) {
            throw exists(taken.getFile() + ": " + taken.getReason());
        } catch (NoSuchFileException missing) {
            throw new InputException(
                    output.folder().toString(), "there is no interrupted run to resume", "start it without --resume");
        }
    }

    private static InputException exists(String problem) {
        return new InputException(
                "output folder",
                problem,
                "choose another one with -o, replace it with --force, or go on with --resume");
    }
}
