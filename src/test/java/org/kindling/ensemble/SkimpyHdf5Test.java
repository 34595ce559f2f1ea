package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkimpyHdf5Test {

    private static final List<String> NAMES = List.of("km_A_R1", "vmax_forward_R1");

    private final Path folder;

    SkimpyHdf5Test(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void setsReadBackExactly() throws IOException {
        Path file = folder.resolve("sets.h5");
        try (SkimpyHdf5Writer writer = SkimpyHdf5Writer.of(file, NAMES)) {
            writer.write("m0001", 0.1, Double.MIN_VALUE);
            writer.write("m0002", 1.0 / 3, 6e22);
        }

        try (SkimpyHdf5Reader reader = SkimpyHdf5Reader.of(file)) {
            assertThat(reader.parameters()).isEqualTo(NAMES);
            assertThat(reader.index()).containsExactly("m0001", "m0002");
            assertThat(reader.read(0)).containsExactly(0.1, Double.MIN_VALUE);
            assertThat(reader.read(1)).containsExactly(1.0 / 3, 6e22);
        }
    }

    @Test
    void manySetsReadBack() throws IOException {
        Path file = folder.resolve("sets.h5");
        try (SkimpyHdf5Writer writer = SkimpyHdf5Writer.of(file, NAMES)) {
            for (int i = 0; i < 5_000; i++) {
                writer.write(Integer.toString(i), i, -i);
            }
        }

        try (SkimpyHdf5Reader reader = SkimpyHdf5Reader.of(file)) {
            assertThat(reader.index()).hasSize(5_000).endsWith("4999");
            assertThat(reader.read(4_321)).containsExactly(4_321, -4_321);
        }
    }

    @Test
    void noSetsAreAFileToo() throws IOException {
        Path file = folder.resolve("sets.h5");
        SkimpyHdf5Writer.of(file, NAMES).close();

        try (SkimpyHdf5Reader reader = SkimpyHdf5Reader.of(file)) {
            assertThat(reader.index()).isEmpty();
        }
    }

    @Test
    void aSetOfAnotherLengthIsRefused() throws IOException {
        try (SkimpyHdf5Writer writer = SkimpyHdf5Writer.of(folder.resolve("sets.h5"), NAMES)) {
            assertThatThrownBy(() -> writer.write("m0001", 1)).hasMessage("set m0001 has 1 values: expected 2");
        }
    }

    @Test
    void anHdf5FileOfAnotherFormIsRefused() throws IOException {
        Path file = folder.resolve("other.h5");
        SetsHdf5Writer.of(file, List.of("a"), List.of("")).close();

        assertThatThrownBy(() -> SkimpyHdf5Reader.of(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("dataset parameter_names: is missing");
    }
}
