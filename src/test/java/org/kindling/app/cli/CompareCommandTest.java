package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.copasi.EngineKind;
import org.kindling.copasi.EngineOptions;

/** The commands {@code compare} and {@code engines}; what needs a COPASI is skipped aloud without python-copasi. */
class CompareCommandTest {

    private static final String MODEL = "test-models/two_compartment_moiety.xml";

    @TempDir
    private Path folder;

    @Test
    void enginesAreListedWithReasonsAndRemedies() throws IOException {
        String nowhere = folder.resolve("nowhere").toString();

        Captured captured =
                Captured.run("engines", "--json", "--copasi", nowhere, "--copasi-se", nowhere, "--python", nowhere);
        JsonNode engines = new ObjectMapper().readTree(captured.out());

        assertThat(captured.code()).isZero();
        assertThat(engines).hasSize(EngineKind.values().length);
        assertThat(engines).allSatisfy(engine -> {
            assertThat(engine.path("found").asBoolean()).isFalse();
            assertThat(engine.path("reason").asText()).contains(nowhere);
            assertThat(engine.path("remedy").asText()).isNotEmpty();
        });
    }

    @Test
    void missingEngineIsRefusedInOneLine() {
        Captured captured = Captured.run(
                "compare",
                MODEL,
                "--engine",
                "bindings",
                "--copasi",
                folder.resolve("nowhere").toString(),
                "-o",
                output());

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1).contains("there is no " + folder.resolve("nowhere"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        for (List<String> wrong : List.of(
                List.of("--workers", "0"),
                List.of("--timeout", "0"),
                List.of("--memory", "1"),
                List.of("--points", "0"),
                List.of("--perturbation", "0.5"),
                List.of("--rtol", "1"),
                List.of("--tolerance", "0"))) {
            Captured captured = Captured.run("compare", MODEL, "-o", output(), wrong.get(0), wrong.get(1));

            assertThat(captured.code()).as(wrong.toString()).isEqualTo(2);
            assertThat(captured.err()).as(wrong.toString()).hasLineCount(1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void modelIsComparedAndTheFolderHoldsTablesAndAPage() throws IOException {
        requirePython("modelIsComparedAndTheFolderHoldsTablesAndAPage");

        Captured captured = Captured.run("compare", MODEL, "--engine", "python", "--json", "-o", output());
        JsonNode summary = new ObjectMapper().readTree(captured.out());

        assertThat(captured.code()).as(captured.err()).isZero();
        assertThat(summary.path("passed").asBoolean()).isTrue();
        assertThat(summary.path("members").asInt()).isEqualTo(1);
        assertThat(summary.path("engine").asText()).startsWith("python-copasi");
        assertThat(summary.path("worstRelativeDeviation").asDouble()).isLessThan(1e-6);
        assertThat(summary.path("worstDrift").asDouble()).isLessThan(1e-8);
        assertThat(summary.path("worstEigenvalueDeviation").asDouble()).isLessThan(1e-4);
        assertThat(summary.path("steadyStatesFound").asInt()).isEqualTo(1);
        assertThat(Path.of(output()))
                .isDirectoryContaining(file -> file.endsWith("members.csv"))
                .isDirectoryContaining(file -> file.endsWith("species.csv"))
                .isDirectoryContaining(file -> file.endsWith("comparison.json"));
        assertThat(Files.readString(Path.of(output(), "compare.html")))
                .contains("Passed: Kindling and python-copasi", "Kindling − COPASI", "</svg>");
        assertThat(Files.readAllLines(Path.of(output(), "species.csv"))).hasSize(4);
    }

    @Test
    void missedMarkIsExitCodeOneAndNamesWhoIsLikelierWrong() {
        requirePython("missedMarkIsExitCodeOneAndNamesWhoIsLikelierWrong");

        Captured captured = Captured.run(
                "compare", MODEL, "--engine", "python", "--tolerance", "1e-300", "--no-search", "-o", output());

        assertThat(captured.code()).isEqualTo(1);
        assertThat(captured.out()).contains("likelier wrong: ", "FAILED", "not searched for");
        assertThat(output()).satisfies(name -> assertThat(Path.of(name)).isDirectory());
    }

    @Test
    void existingFolderIsKeptUnlessForced() throws IOException {
        Path kept = Files.writeString(Files.createDirectory(Path.of(output())).resolve("notes.txt"), "mine");

        Captured captured = Captured.run("compare", MODEL, "-o", output());

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).contains("--force");
        assertThat(kept).hasContent("mine");
    }

    private String output() {
        return folder.resolve("comparison").toString();
    }

    private static void requirePython(String test) {
        boolean there = System.getenv(EngineOptions.PYTHON_VARIABLE) != null;
        if (!there) {
            System.out.println("Skipped, for " + EngineOptions.PYTHON_VARIABLE + " is not set: " + test);
        }
        assumeTrue(there);
    }
}
