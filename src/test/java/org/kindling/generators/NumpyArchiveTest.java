package org.kindling.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.network.InputException;

class NumpyArchiveTest {

    private static final NamedArrays ARRAYS = NamedArrays.EMPTY
            .with("doubles", new double[] {1, -0.0, Double.MIN_VALUE, 1e300, Double.POSITIVE_INFINITY, 0.1}, 2, 3)
            .with("singles", new float[] {0.1f, -3f})
            .with("none", new double[0], 0, 6);

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrites() throws IOException {
        NumpyArchive archive = NumpyArchive.read(
                written(NumpyArchive.of(ARRAYS).with("note.txt", "é".getBytes(StandardCharsets.UTF_8))));

        assertThat(archive.arrays().names()).containsExactlyElementsOf(ARRAYS.names());
        for (String name : ARRAYS.names()) {
            assertThat(archive.arrays().shape(name)).isEqualTo(ARRAYS.shape(name));
            assertThat(archive.arrays().single(name)).isEqualTo(ARRAYS.single(name));
            assertThat(archive.arrays().numbers(name)).isEqualTo(ARRAYS.numbers(name));
        }
        assertThat(archive.document("note.txt")).hasValue("é".getBytes(StandardCharsets.UTF_8));
        assertThat(archive.document("other.txt")).isEmpty();
    }

    /** The header of NumPy's own {@code numpy.save} of {@code numpy.zeros((2, 3))}, numpy 2.2. */
    @Test
    void headerIsThatOfNumpy() {
        byte[] bytes = NumpyArray.bytes(ARRAYS, "doubles");

        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(Arrays.copyOf(bytes, 10)).isEqualTo(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }" + " ".repeat(58) + "\n");
        assertThat(buffer.getDouble(128)).isEqualTo(1);
        assertThat(new String(NumpyArray.bytes(ARRAYS, "singles"), StandardCharsets.US_ASCII))
                .contains("'<f4'")
                .contains("(2,)");
    }

    @Test
    void sameContentGivesSameBytes() throws IOException {
        assertThat(Files.readAllBytes(written(NumpyArchive.of(ARRAYS))))
                .isEqualTo(Files.readAllBytes(written(NumpyArchive.of(ARRAYS))));
    }

    @Test
    void everyCutAndFlippedByteIsRefusedOrChangesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(written(NumpyArchive.of(NamedArrays.EMPTY.with("a", new double[] {1, 2}))));
        Path file = folder.resolve("broken.npz");
        for (int place = 0; place < whole.length; place++) {
            Files.write(file, Arrays.copyOf(whole, place));
            assertThatThrownBy(() -> NumpyArchive.read(file)).isInstanceOf(InputException.class);
            byte[] flipped = whole.clone();
            flipped[place] ^= 0x55;
            Files.write(file, flipped);
            try {
                // What the reader does not look at, such as dates, may change; numbers may not.
                NamedArrays read = NumpyArchive.read(file).arrays();
                for (String name : read.names()) {
                    assertThat(read.numbers(name)).containsExactly(1, 2);
                }
            } catch (InputException refused) {
                assertThat(refused).hasMessageContaining("broken.npz");
            }
        }
    }

    @Test
    void arraysOfOtherKindsAreRefusedByName() throws IOException {
        for (String header : List.of(
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': True, 'shape': (1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647, 2147483647), }",
                "import os")) {
            Path file = zipped("a.npy", npy(header, new byte[8]));
            assertThatThrownBy(() -> NumpyArchive.read(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("entry a.npy");
        }
    }

    @Test
    void bombsAreRefused() throws IOException {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            byte[] zeros = new byte[1 << 20];
            for (int k = 0; k <= 256; k++) {
                zip.write(zeros);
            }
        }

        assertThatThrownBy(() -> NumpyArchive.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("larger than 256 MB");
    }

    private Path written(NumpyArchive archive) throws IOException {
        Path file = folder.resolve("arrays.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            archive.write(out);
        }
        return file;
    }

    private Path zipped(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("other.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return file;
    }

    private static byte[] npy(String header, byte[] numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(numbers);
        return bytes.toByteArray();
    }
}
