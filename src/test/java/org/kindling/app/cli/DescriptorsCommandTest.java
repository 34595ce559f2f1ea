package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The descriptors are those of the command line as it is. */
class DescriptorsCommandTest {

    private static final Path COMMITTED = Path.of("plugin-descriptor");

    /** What a tool fixes, or is about the terminal, or about what is there already. */
    private static final Set<String> NOT_ASKED = Set.of(
            "--help",
            "--json",
            "--quiet",
            "--verbose",
            "--debug",
            "--config",
            "--output",
            "--force",
            "--resume",
            "--threads",
            "--workers");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cwl"})
    void committedFilesAreThoseOfTheCommandLine(String toolchain) throws IOException {
        Captured captured = Captured.run("descriptors", toolchain, "-o", folder.toString());

        assertThat(captured.code()).isZero();
        for (Path written : files(folder)) {
            assertThat(COMMITTED.resolve(toolchain).resolve(written.getFileName()))
                    .as("to regenerate: ./kindling descriptors %s -o %s/%s", toolchain, COMMITTED, toolchain)
                    .hasSameTextualContentAs(written);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "info, info",
        "sample, sample",
        "train-spectral, train spectral",
        "train-renaissance, train renaissance",
        "train-rekindle, train rekindle",
        "adapt, adapt",
        "transfer, transfer",
        "generate, generate",
        "report, report",
        "rules, rules",
        "control, control",
        "characterise, characterise",
        "compare-populations, compare-populations",
        "simulate, simulate",
        "robustness, robustness",
        "bioreactor, bioreactor",
        "compare, compare"
    })
    void everyOptionOfACommandIsAnInputOfItsTool(String tool, String words) throws IOException {
        Set<String> expected = new TreeSet<>();
        for (OptionSpec option : command(words).options()) {
            if (!NOT_ASKED.contains(option.longestName())) {
                expected.add(option.longestName());
            }
        }

        JsonNode inputs = new YAMLMapper()
                .readTree(COMMITTED.resolve("cwl/" + tool + ".cwl").toFile())
                .get("inputs");
        Set<String> described = new TreeSet<>();
        inputs.findValuesAsText("prefix").forEach(described::add);

        assertThat(described).isEqualTo(expected);
    }

    private static CommandSpec command(String words) {
        CommandLine line = new CommandLine(Main.class);
        for (String word : words.split(" ")) {
            line = line.getSubcommands().get(word);
        }
        return line.getCommandSpec();
    }

    @Test
    void jsonNamesTheFiles() throws IOException {
        Captured captured = Captured.run("descriptors", "cwl", "--json", "-o", folder.toString());

        JsonNode summary = new ObjectMapper().readTree(captured.out());
        assertThat(summary.get("folder").asText()).isEqualTo(folder.toString());
        assertThat(summary.get("files")).hasSize(files(folder).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"descriptors", "descriptors cwl", "descriptors nextflow -o x"})
    void impossibleIsRefused(String arguments) {
        assertThat(Captured.run(arguments.split(" ")).code()).isEqualTo(2);
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }
}
