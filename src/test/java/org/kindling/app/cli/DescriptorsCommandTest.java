package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
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

    /** What runs on a server must not be told which programs to start. */
    private static final Set<String> PROGRAMS = Set.of("copasi", "copasi_se", "python");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cwl", "galaxy"})
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
            line = Objects.requireNonNull(line.getSubcommands().get(word));
        }
        return line.getCommandSpec();
    }

    @Test
    void everyInputOfAToolIsAParameterInGalaxy() throws IOException {
        for (Path tool : files(COMMITTED.resolve("cwl"))) {
            JsonNode document = new YAMLMapper().readTree(tool.toFile());
            if (document.path("class").asText().equals("CommandLineTool")) {
                String name =
                        String.valueOf(tool.getFileName()).replace(".cwl", "").replace('-', '_');
                Set<String> expected = new TreeSet<>();
                document.get("inputs").fieldNames().forEachRemaining(expected::add);
                expected.removeAll(PROGRAMS);

                assertThat(parameters(COMMITTED.resolve("galaxy/kindling_" + name + ".xml")))
                        .as(name)
                        .isEqualTo(expected);
            }
        }
    }

    private static Set<String> parameters(Path tool) {
        NodeList params = inputs(tool).getElementsByTagName("param");
        return IntStream.range(0, params.getLength())
                .mapToObj(params::item)
                .map(Element.class::cast)
                .map(param -> param.getAttribute(param.hasAttribute("name") ? "name" : "argument"))
                .map(name -> name.replaceFirst("^--", "").replace('-', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Element inputs(Path tool) {
        try {
            return (Element) DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(tool.toFile())
                    .getElementsByTagName("inputs")
                    .item(0);
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new AssertionError(tool.toString(), malformed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "textbook_pathway.xml, textbook_pathway.xml",
        "monod_batch.xml, monod_batch/monod_batch.xml",
        "batch.yaml, monod_batch/batch.yaml",
        "measured.csv, monod_batch/measured.csv"
    })
    void dataOfGalaxysTestsIsThatOfTheTestModels(String data, String original) {
        assertThat(COMMITTED.resolve("galaxy/test-data").resolve(data))
                .hasSameBinaryContentAs(Path.of("test-models").resolve(original));
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
