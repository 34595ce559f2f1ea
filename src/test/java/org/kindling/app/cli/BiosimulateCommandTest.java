package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.app.Version;

/** The command {@code biosimulate}: its own options, its exit codes, and what a refusal leaves behind. */
class BiosimulateCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    private static final Path HOSTILE = Path.of("../shared/conformance/hostile");

    @TempDir
    private Path folder;

    static Stream<Path> hostileArchives() throws IOException {
        if (!Files.exists(HOSTILE)) {
            System.out.println("SKIPPED: hostile archives, which are not in " + HOSTILE);
            return Stream.of(Path.of(""));
        }
        try (Stream<Path> files = Files.list(HOSTILE)) {
            return files.filter(file -> file.toString().endsWith(".omex")).sorted().toList().stream();
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Captured biosimulate(Path archive, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("biosimulate", "-i", archive.toString(), "-o", out().toString()), Stream.of(more))
                .toArray(String[]::new);
        return Captured.run(arguments);
    }

    private Path simulated() {
        Path simulation = folder.resolve("simulation");
        assertThat(Captured.run("simulate", MODEL, "--end", "2", "--steps", "10", "-o", simulation.toString())
                        .code())
                .isZero();
        return simulation.resolve("simulation.omex");
    }

    @Test
    void archiveOfASimulationIsRun() throws IOException {
        Captured captured = biosimulate(simulated());

        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        assertThat(Files.readString(out().resolve("log.yml"))).startsWith("status: SUCCEEDED\n");
        assertThat(Files.readAllLines(out().resolve("experiment.sedml/courses.csv")))
                .hasSize(3)
                .first()
                .isEqualTo("time,0.0,0.2,0.4,0.6,0.8,1.0,1.2,1.4,1.6,1.8,2.0");
    }

    @Test
    void quietPrintsNothing() throws IOException {
        assertThat(biosimulate(simulated(), "-q")).isEqualTo(new Captured(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v", "--version"})
    void versionHasTheLetterOfBioSimulators(String option) {
        assertThat(Captured.run("biosimulate", option))
                .isEqualTo(new Captured(0, "Kindling " + Version.current() + System.lineSeparator(), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpNamesAllOptions(String option) {
        assertThat(Captured.run("biosimulate", option).out())
                .contains(
                        "-i, --archive", "-o, --out-dir", "-d, --debug", "-q, --quiet", "-v, --version", "-h, --help");
    }

    @ParameterizedTest
    @MethodSource("hostileArchives")
    void hostileArchiveIsRefusedInOneLine(Path archive) {
        Assumptions.assumeTrue(Files.isRegularFile(archive));

        Captured captured = biosimulate(archive);

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1).startsWith("kindling: ");
        assertThat(out()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_such.omex", MODEL, "."})
    void whatIsNoArchiveIsRefused(String file) {
        Captured captured = biosimulate(Path.of(file));

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1);
        assertThat(out()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.yml", "reports.h5", "Reports.zip", "plots.zip/experiment.sedml"})
    void documentInTheWayOfAnOutputIsRefused(String location) throws IOException {
        Path archive = folder.resolve("a.omex");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("manifest.xml"));
            zip.write("""
                    <omexManifest xmlns="http://identifiers.org/combine.specifications/omex-manifest">
                      <content location="./%s" format="http://identifiers.org/combine.specifications/sed-ml"/>
                    </omexManifest>
                    """.formatted(location).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(location));
            zip.write("<sedML/>".getBytes(StandardCharsets.UTF_8));
        }

        Captured captured = biosimulate(archive);

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1).contains("document " + location, "another name");
        assertThat(out()).doesNotExist();
    }
}
