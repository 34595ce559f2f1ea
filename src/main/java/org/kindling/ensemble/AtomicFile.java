package org.kindling.ensemble;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * A file that appears whole or not at all.
 *
 * <p>The bytes go to a neighbour named {@code <name>.partial}, which is then moved over the target in one step. This
 * guards against a failing or stopped process, not against a power cut.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** What is to stand in the file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the bytes.
         *
         * @param out where they go; buffered, closed by the caller
         * @throws IOException if writing fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, replacing one that is there; on any failure the old one stays.
     *
     * @param file the file; its folder must exist
     * @param content what to write
     * @return the SHA-256 of the bytes written, as 64 hexadecimal digits
     * @throws IOException if writing fails
     */
    public static String write(Path file, Content content) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        MessageDigest digest = Sha256.digest();
        try {
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(partial), digest);
                    OutputStream buffered = new BufferedOutputStream(out)) {
                content.writeTo(buffered);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
        return Sha256.hex(digest);
    }
}
