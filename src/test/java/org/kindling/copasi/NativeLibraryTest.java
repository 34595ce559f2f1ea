package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {

    private static final NativeLibrary.Target LINUX = NativeLibrary.Target.of("Linux", "amd64");
    private static final NativeLibrary.Target MAC = NativeLibrary.Target.of("Mac OS X", "aarch64");
    private static final NativeLibrary.Target WINDOWS = NativeLibrary.Target.of("Windows 11", "amd64");

    @TempDir
    private Path folder;

    @Test
    void libraryOfThisSystemAndProcessorFits() throws IOException {
        assertThat(mismatch(elf(0x3e, ByteOrder.LITTLE_ENDIAN), LINUX)).isEmpty();
        assertThat(mismatch(mach(0x0100_000c), MAC)).isEmpty();
        assertThat(mismatch(portable(0x8664), WINDOWS)).isEmpty();
    }

    @Test
    void theLibraryOfThisJavaFits() throws IOException {
        Path own = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
        Path library = Files.exists(own)
                ? own
                : Path.of(System.getProperty("java.home"), "bin", System.mapLibraryName("java"));

        assertThat(NativeLibrary.of(library).mismatch(NativeLibrary.Target.ofThisMachine()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0xb7, aarch64", "0x03, x86", "0x28, arm", "0x1234, machine 0x1234"})
    void wrongProcessorIsNamed(int machine, String name) throws IOException {
        assertThat(mismatch(elf(machine, ByteOrder.LITTLE_ENDIAN), LINUX))
                .hasValue("is made for " + name + " processors, and this Java runs on x86_64");
    }

    @Test
    void byteOrderOfTheHeaderIsHeeded() throws IOException {
        assertThat(mismatch(elf(0x15, ByteOrder.BIG_ENDIAN), LINUX).orElseThrow())
                .contains("ppc64");
    }

    @Test
    void universalLibraryFitsAnyOfItsProcessors() throws IOException {
        byte[] universal = ByteBuffer.allocate(64)
                .putInt(0xcafebabe)
                .putInt(2)
                .putInt(8, 0x0100_0007)
                .putInt(28, 0x0100_000c)
                .array();

        assertThat(mismatch(universal, MAC)).isEmpty();
        assertThat(mismatch(universal, NativeLibrary.Target.of("Mac OS X", "x86_64")))
                .isEmpty();
        assertThat(mismatch(universal, NativeLibrary.Target.of("Mac OS X", "riscv64"))
                        .orElseThrow())
                .contains("x86_64 and aarch64");
    }

    @Test
    void libraryOfAnotherSystemIsNamed() throws IOException {
        assertThat(mismatch(portable(0x8664), LINUX)).hasValue("is made for Windows, and this is Linux");
        assertThat(mismatch(elf(0x3e, ByteOrder.LITTLE_ENDIAN), MAC)).hasValue("is made for Linux, and this is macOS");
        assertThat(mismatch(mach(0x0100_0007), WINDOWS)).hasValue("is made for macOS, and this is Windows");
    }

    @Test
    void whatIsNoLibraryIsSaidToBeNone() throws IOException {
        Optional<String> none = Optional.of("is no native library; perhaps it was not fetched whole");

        assertThat(mismatch(new byte[0], LINUX)).isEqualTo(none);
        assertThat(mismatch("<!DOCTYPE html>".repeat(10).getBytes(java.nio.charset.StandardCharsets.UTF_8), LINUX))
                .isEqualTo(none);
        assertThat(mismatch(
                        ByteBuffer.allocate(64)
                                .put("MZ".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .array(),
                        LINUX))
                .isEqualTo(none);
    }

    private Optional<String> mismatch(byte[] header, NativeLibrary.Target target) throws IOException {
        Path file = Files.write(folder.resolve("library"), header);
        return NativeLibrary.of(file).mismatch(target);
    }

    /** The beginning of an ELF library for a machine. */
    static byte[] elf(int machine, ByteOrder order) {
        return ByteBuffer.allocate(64)
                .putInt(0x7f454c46)
                .put((byte) 2)
                .put((byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1))
                .order(order)
                .putShort(18, (short) machine)
                .array();
    }

    private static byte[] mach(int processor) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xfeedfacf)
                .putInt(processor)
                .array();
    }

    private static byte[] portable(int machine) {
        return ByteBuffer.allocate(256)
                .put((byte) 'M')
                .put((byte) 'Z')
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x3c, 128)
                .put(128, (byte) 'P')
                .put(129, (byte) 'E')
                .putShort(132, (short) machine)
                .array();
    }
}
