package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.app.LinearArchive;

/** What BioSimulators' own tools say of the archives that Kindling writes, and of the reports of {@code biosimulate}. */
class BiosimulatorsIT {

    private static final String PYTHON = "KINDLING_BIOSIMULATORS_PYTHON";

    private static final Path SCRIPT = Path.of("src/it/python/check_biosimulators.py");

    private static final String MODEL = "test-models/textbook_pathway.xml";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private static String python() {
        Optional<String> python = Optional.ofNullable(System.getenv(PYTHON));
        boolean isRequired = "true".equals(System.getenv("KINDLING_REQUIRE_TOOLS"));
        assertThat(python.isPresent() || !isRequired)
                .as("%s names a Python with biosimulators-utils", PYTHON)
                .isTrue();
        if (python.isEmpty()) {
            System.out.println("SKIPPED: BiosimulatorsIT, " + PYTHON + " names no Python with biosimulators-utils");
        }
        Assumptions.assumeTrue(python.isPresent());
        return python.get();
    }

    private JsonNode checked(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python(), SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Path answer = folder.resolve("answer.json");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return new ObjectMapper().readTree(Files.readString(answer, StandardCharsets.UTF_8));
    }

    private KindlingProcess.Outcome kindling(String... arguments) throws IOException, InterruptedException {
        return KindlingProcess.start(folder, List.of(), arguments).outcome(LIMIT);
    }

    private static void assertFaultless(JsonNode answer, String archive) {
        assertThat(answer.path(archive).path("errors").asText()).as(archive).isEmpty();
        assertThat(answer.path(archive).path("warnings").asText()).as(archive).isEmpty();
    }

    @Test
    void archivesOfRunsAndSimulationsAreValid() throws IOException, InterruptedException {
        python();
        Path run = folder.resolve("run");
        Path simulation = folder.resolve("simulation");
        assertThat(kindling("sample", MODEL, "-n", "200", "--members", "top:2", "-o", run.toString())
                        .exitCode())
                .isZero();
        assertThat(kindling("simulate", MODEL, "--end", "5", "-o", simulation.toString())
                        .exitCode())
                .isZero();

        JsonNode answer = checked(
                run.resolve("ensemble.omex").toString(),
                simulation.resolve("simulation.omex").toString());

        assertFaultless(answer, "ensemble.omex");
        assertFaultless(answer, "simulation.omex");
    }

    @Test
    void reportsAreReadByTheirReader() throws IOException, InterruptedException {
        python();
        Path archive = LinearArchive.of().write(folder.resolve("linear.omex"));
        Path out = folder.resolve("out");
        assertThat(kindling("biosimulate", "-i", archive.toString(), "-o", out.toString())
                        .exitCode())
                .isZero();

        JsonNode answer = checked("--reports", out.toString(), archive.toString());

        assertThat(answer.path("linear.omex").path("errors").asText()).isEmpty();
        String document = "study/experiment.sedml/";
        assertThat(answer.path("ids"))
                .extracting(JsonNode::asText)
                .containsExactly(document + "plot", document + "report");
        JsonNode report = answer.path("shapes").path(document + "report");
        Map<String, String> expected =
                Map.of("set_time", "[9]", "set_A", "[9]", "set_later", "[5]", "set_ratio", "[9]", "set_mean", "[]");
        expected.forEach((set, shape) -> assertThat(report.path(set)).as(set).hasToString(shape));
        assertThat(answer.path("shapes").path(document + "plot")).hasSize(2);
    }
}
