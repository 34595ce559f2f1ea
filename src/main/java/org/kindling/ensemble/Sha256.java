package org.kindling.ensemble;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 fingerprint of bytes, as 64 lower-case hexadecimal digits.
 *
 * <p>Source: FIPS 180-4, <a href="https://doi.org/10.6028/NIST.FIPS.180-4">10.6028/NIST.FIPS.180-4</a>.
 */
public final class Sha256 {

    private Sha256() {}

    /**
     * The fingerprint of a file's bytes, read as a stream.
     *
     * @param file the file
     * @return 64 hexadecimal digits
     * @throws IOException if the file cannot be read
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    /**
     * The fingerprint of bytes in memory.
     *
     * @param bytes the bytes
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] bytes) {
        MessageDigest digest = digest();
        digest.update(bytes);
        return hex(digest);
    }

    /**
     * The fingerprint of a text in UTF-8.
     *
     * @param text the text
     * @return 64 hexadecimal digits
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A fresh digest, for a stream that is hashed while it is written. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must offer SHA-256", e);
        }
    }

    /** The digits of a digest, which is reset by this. */
    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
