package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetsHdf5Test {

    /** So wide that a chunk of 1 MiB holds 131 rows. */
    private static final int COLUMNS = 1_000;

    private final Path folder;

    SetsHdf5Test(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 130, 131, 132, 262, 500})
    void everyRowReadsBack(int rows) throws IOException {
        Path file = written(rows);

        try (SetsHdf5Reader reader = SetsHdf5Reader.of(file)) {
            assertThat(reader.size()).isEqualTo(rows);
            double[][] read = reader.read(0, rows);
            for (int i = 0; i < rows; i++) {
                assertThat(read[i]).isEqualTo(row(i));
            }
        }
    }

    @Test
    void aBlockMayCrossChunks() throws IOException {
        try (SetsHdf5Reader reader = SetsHdf5Reader.of(written(500))) {
            assertThat(reader.read(129, 5))
                    .isDeepEqualTo(new double[][] {row(129), row(130), row(131), row(132), row(133)});
            assertThatThrownBy(() -> reader.read(496, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void namesAndUnitsReadBack() throws IOException {
        Path file = folder.resolve("sets.h5");
        List<String> names = List.of("index", "R1.Km", "k\u0394");
        SetsHdf5Writer.of(file, names, List.of("", "mmol/l", "1/min")).close();

        try (SetsHdf5Reader reader = SetsHdf5Reader.of(file)) {
            assertThat(reader.columns()).isEqualTo(names);
            assertThat(reader.units()).containsExactly("", "mmol/l", "1/min");
        }
    }

    @Test
    void theBytesDependOnTheDataAlone() throws IOException {
        assertThat(written(300)).hasSameBinaryContentAs(written(300));
    }

    @Test
    void aRowOfAnotherLengthIsRefused() throws IOException {
        try (SetsHdf5Writer writer = SetsHdf5Writer.of(folder.resolve("x.h5"), List.of("a"), List.of(""))) {
            assertThatThrownBy(() -> writer.write(1, 2)).hasMessageContaining("expected 1");
        }
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("sets.h5"), "index,lambda_max\n");

        assertThatThrownBy(() -> SetsHdf5Reader.of(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("no HDF5 file");
    }

    private Path written(int rows) throws IOException {
        Path file = Files.createTempFile(folder, "sets", ".h5");
        List<String> names = IntStream.range(0, COLUMNS).mapToObj(j -> "p" + j).toList();
        try (SetsHdf5Writer writer = SetsHdf5Writer.of(file, names, names)) {
            for (int i = 0; i < rows; i++) {
                writer.write(row(i));
            }
        }
        return file;
    }

    private static double[] row(int i) {
        return IntStream.range(0, COLUMNS).mapToDouble(j -> i + j / 1024.0).toArray();
    }
}
