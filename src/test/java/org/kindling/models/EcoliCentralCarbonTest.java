package org.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class EcoliCentralCarbonTest {

    @Test
    void committedFileIsWhatTheTablesGive() throws IOException {
        assertThat(Files.readString(EcoliCentralCarbon.FILE)).isEqualTo(EcoliCentralCarbon.text());
    }
}
