package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The value for "abc" is the example of FIPS 180-4. */
class Sha256Test {

    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void aTextHasThePublishedFingerprint() {
        assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
    }

    @Test
    void aFileHasTheFingerprintOfItsBytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Sha256.of(file)).isEqualTo(OF_ABC);
    }
}
