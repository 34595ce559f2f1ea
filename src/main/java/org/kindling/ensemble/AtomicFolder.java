package org.kindling.ensemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all.
 *
 * <p>It is filled as {@code DIR.partial} and renamed to {@code DIR} when complete. A folder that is replaced steps
 * aside as {@code DIR.replaced} first and is removed last, so at every moment either the old or the new one is whole.
 * Only a folder that holds the marker file, which every complete one has, is ever replaced: a home folder named by
 * mistake is not.
 */
public final class AtomicFolder {

    private final Path target;
    private final Path partial;
    private final Path replaced;
    private final String marker;

    /** What happens when the folder is there already. */
    public enum Existing {
        /** It is an error. */
        REFUSE,
        /** It is removed once the new one is complete. */
        REPLACE
    }

    private AtomicFolder(Path target, String marker) {
        this.target = target;
        this.partial = target.resolveSibling(target.getFileName() + ".partial");
        this.replaced = target.resolveSibling(target.getFileName() + ".replaced");
        this.marker = marker;
    }

    /**
     * A folder to be written; nothing is touched yet.
     *
     * @param target where the complete folder shall stand
     * @param marker the name of a file that every complete folder of this kind holds
     * @return the folder
     * @throws IllegalArgumentException if the target is the root of a file system
     */
    public static AtomicFolder of(Path target, String marker) {
        Path absolute = target.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw new IllegalArgumentException("output folder " + target + ": expected a name below the root");
        }
        return new AtomicFolder(absolute, marker);
    }

    /**
     * Makes the empty partial folder, and its parents where they are missing.
     *
     * @param existing what happens to a complete or a partial folder that is there already
     * @return the partial folder, to be filled
     * @throws FileAlreadyExistsException if one is there and may not be replaced
     * @throws IOException if the folder cannot be made
     */
    public Path begin(Existing existing) throws IOException {
        recover();
        refuseUnlessReplaceable(existing);
        if (Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
            if (existing == Existing.REFUSE) {
                throw new FileAlreadyExistsException(
                        partial.toString(), null, "an unfinished run; resume it, replace it or choose another folder");
            }
            delete(partial);
        }
        return Files.createDirectories(partial);
    }

    /**
     * Goes on with a partial folder that an interrupted run left.
     *
     * @return the partial folder with what it holds
     * @throws NoSuchFileException if there is none
     * @throws IOException if it cannot be read
     */
    public Path resume() throws IOException {
        recover();
        if (!Files.isDirectory(partial)) {
            throw new NoSuchFileException(partial.toString(), null, "there is no unfinished run to resume");
        }
        return partial;
    }

    /**
     * Gives the complete folder its name.
     *
     * @param existing what happens to a complete folder that is there already
     * @return the complete folder
     * @throws FileAlreadyExistsException if one is there and may not be replaced
     * @throws IOException if renaming fails; then what was there before still is
     * @throws IllegalStateException if the marker file has not been written
     */
    public Path complete(Existing existing) throws IOException {
        if (!Files.exists(partial.resolve(marker))) {
            throw new IllegalStateException(partial + " is not complete: " + marker + " is missing");
        }
        refuseUnlessReplaceable(existing);
        if (Files.exists(target)) {
            swap();
        } else {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    /**
     * Gives up: removes the partial folder with what it holds.
     *
     * @throws IOException if it cannot be removed
     */
    public void discard() throws IOException {
        if (Files.exists(partial, LinkOption.NOFOLLOW_LINKS)) {
            delete(partial);
        }
    }

    private void swap() throws IOException {
        Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        delete(replaced);
    }

    /** Finishes what a process stopped inside {@link #swap} left undone. */
    private void recover() throws IOException {
        if (!Files.exists(replaced.resolve(marker))) {
            return;
        }
        if (Files.exists(target)) {
            delete(replaced);
        } else {
            Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void refuseUnlessReplaceable(Existing existing) throws FileAlreadyExistsException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (existing == Existing.REFUSE) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "it exists; choose another folder or ask for it to be replaced");
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) || !Files.exists(target.resolve(marker))) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "it holds no " + marker + ", so it is not replaced; remove it yourself");
        }
    }

    /** Removes a folder with all it holds; symbolic links are removed, not followed. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
