package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.network.InputException;

class EnginesTest {

    private static final WorkerLimits LIMITS = WorkerLimits.DEFAULT.withTime(Duration.ofSeconds(20));
    private static final String LIBRARY = System.mapLibraryName("CopasiJava");

    /** Real headers need a real machine; the tests of headers say what other machines would say. */
    private static final byte[] LOADABLE_HEADER = ownHeader();

    @TempDir
    private Path folder;

    @Test
    void withoutAnyCopasiEachEngineHasItsReasonAndRemedy() throws InterruptedException {
        Engines engines = find(Map.of());

        assertThat(engines.found()).isEmpty();
        assertThat(engines.missing())
                .extracting(Engines.Missing::reason)
                .containsExactly(
                        "KINDLING_COPASI is not set",
                        "there is no CopasiSE on the PATH",
                        "there is no python3 on the PATH");
        assertThat(engines.missing())
                .extracting(Engines.Missing::remedy)
                .satisfiesExactly(
                        remedy -> assertThat(remedy).contains("Java-Bindings", "copasi.org/Download"),
                        remedy -> assertThat(remedy).contains("copasi.org/Download", "KINDLING_COPASI_SE"),
                        remedy -> assertThat(remedy).contains("pip install python-copasi"));
    }

    @Test
    void pythonIsFoundOnThePathAndAskedForItsVersion() throws InterruptedException {
        python("python3", "{\"ok\":true,\"version\":\"4.48\"}");

        Engines engines = find(Map.of("PATH", folder.toString()));

        assertThat(engines.found()).singleElement().hasToString("python-copasi 4.48");
        assertThat(engines.found().get(0).location())
                .isEqualTo(folder.resolve("python3").toString());
    }

    @Test
    void optionGoesBeforeTheEnvironment() throws InterruptedException {
        python("one", "{\"ok\":true,\"version\":\"1\"}");
        python("two", "{\"ok\":true,\"version\":\"2\"}");
        EngineOptions options = new EngineOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("two").toString()),
                Map.of(EngineOptions.PYTHON_VARIABLE, folder.resolve("one").toString()));

        assertThat(Engines.find(options, LIMITS).found()).singleElement().hasToString("python-copasi 2");
    }

    @Test
    void pythonWithoutTheModuleIsTold() throws InterruptedException {
        Path python = FakeProgram.of(
                folder.resolve("python"), "echo \"ModuleNotFoundError: No module named 'COPASI'\" >&2", "exit 1");

        assertThat(missing(EngineOptions.PYTHON_VARIABLE, python.toString(), EngineKind.PYTHON)
                        .reason())
                .isEqualTo(python + " has no module COPASI");
    }

    @Test
    void missingProgramIsNamed() throws InterruptedException {
        Path python = folder.resolve("nowhere");

        assertThat(missing(EngineOptions.PYTHON_VARIABLE, python.toString(), EngineKind.PYTHON)
                        .reason())
                .isEqualTo("there is no program " + python);
    }

    @Test
    void programThatHangsIsGivenUp() throws InterruptedException {
        Path python = FakeProgram.of(folder.resolve("python"), "exec tail -f /dev/null");
        EngineOptions options = options(Map.of(EngineOptions.PYTHON_VARIABLE, python.toString()));

        Engines engines = Engines.find(options, LIMITS.withTime(Duration.ofMillis(300)));

        assertThat(engines.missing().get(2).reason()).contains("took longer than 0.3 s");
    }

    @Test
    void missingFolderIsNamed() throws InterruptedException {
        assertThat(bindings(folder.resolve("nowhere").toString()).reason())
                .isEqualTo("there is no " + folder.resolve("nowhere"));
    }

    @Test
    void folderWithoutTheJarIsNamed() throws InterruptedException {
        assertThat(bindings(folder.toString()).reason()).isEqualTo("there is no copasi.jar in " + folder);
    }

    @Test
    void missingLibraryIsNamed() throws IOException, InterruptedException {
        jar();

        assertThat(bindings(folder.toString()).reason()).isEqualTo("there is no " + LIBRARY + " in " + folder);
    }

    @Test
    void truncatedJarIsToldToBeDamaged() throws IOException, InterruptedException {
        byte[] whole = Files.readAllBytes(jar());
        Files.write(folder.resolve("copasi.jar"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve(LIBRARY), LOADABLE_HEADER);

        Engines.Missing missing = bindings(folder.toString());

        assertThat(missing.reason()).contains("copasi.jar is damaged or incomplete");
        assertThat(missing.remedy()).contains("fetch the bindings again");
    }

    @Test
    void jarOfSomethingElseIsTold() throws IOException, InterruptedException {
        zip("other.class");
        Files.write(folder.resolve(LIBRARY), LOADABLE_HEADER);

        assertThat(bindings(folder.toString()).reason()).contains("does not hold COPASI's classes");
    }

    @Test
    void libraryForAnotherProcessorIsToldByItsHeader() throws IOException, InterruptedException {
        jar();
        Files.write(folder.resolve(LIBRARY), NativeLibraryTest.elf(0x1234, ByteOrder.LITTLE_ENDIAN));

        assertThat(bindings(folder.toString()).reason()).contains(LIBRARY + " is made for ");
    }

    @Test
    void libraryThatIsCutShortIsToldByTheLoader() throws IOException, InterruptedException {
        Path jar = jar();
        Path library = Files.write(folder.resolve("cut.so"), LOADABLE_HEADER);

        Engines.Missing missing = bindings(jar + File.pathSeparator + library);

        assertThat(missing.reason()).startsWith(library + ": COPASI's process ended ");
        assertThat(missing.remedy()).as(missing.reason()).startsWith("fetch the bindings again");
    }

    @Test
    void engineThatIsNotThereCannotBeChosen() throws InterruptedException {
        Engines engines = find(Map.of());

        assertThatThrownBy(() -> engines.choose(Optional.of(EngineKind.BINDINGS)))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "COPASI's Java bindings: KINDLING_COPASI is not set; `kindling engines` says how to get it");
        assertThatThrownBy(() -> engines.choose(Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("CopasiSE: there is no CopasiSE on the PATH");
    }

    private void python(String name, String answer) {
        FakeProgram.of(
                folder.resolve(name), "read -r program", "read -r request", FakeProgram.answer(answer), "read -r end");
    }

    private static EngineOptions options(Map<String, String> environment) {
        return new EngineOptions(Optional.empty(), Optional.empty(), Optional.empty(), environment);
    }

    private static Engines find(Map<String, String> environment) throws InterruptedException {
        return Engines.find(options(environment), LIMITS);
    }

    private static Engines.Missing missing(String variable, String value, EngineKind kind) throws InterruptedException {
        return find(Map.of(variable, value)).missing().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Engines.Missing bindings(String value) throws InterruptedException {
        return missing(EngineOptions.BINDINGS_VARIABLE, value, EngineKind.BINDINGS);
    }

    private Path jar() throws IOException {
        return zip("org/COPASI/COPASIJNI.class");
    }

    private Path zip(String entry) throws IOException {
        Path file = folder.resolve("copasi.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("not a class".repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** The first bytes of a library that this machine can load. */
    private static byte[] ownHeader() {
        try {
            Path home = Path.of(System.getProperty("java.home"));
            Path library = home.resolve("lib").resolve(System.mapLibraryName("java"));
            Path found = Files.exists(library) ? library : home.resolve("bin").resolve(System.mapLibraryName("java"));
            return java.util.Arrays.copyOf(Files.readAllBytes(found), 2048);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
