package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.app.FolderContent;

/** What {@code kindling transfer} prints, writes and refuses. */
class TransferCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    @TempDir
    private Path folder;

    @BeforeEach
    void train() {
        run("sample", MODEL, "-n", "300", "--lambda-max", "-2", "--members", "none", "-q", "-o", path("run"));
        run(
                "train",
                "rekindle",
                path("run"),
                "--epochs",
                "3",
                "--judged",
                "50",
                "--fresh",
                "50",
                "-q",
                "-o",
                path("gan"));
    }

    private static void run(String... arguments) {
        assertThat(Captured.run(arguments).code()).isZero();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Captured transfer(String output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "transfer",
                path("gan/generator.kgen"),
                path("run"),
                "-o",
                path(output),
                "--epochs",
                "2",
                "--judged",
                "40",
                "--fresh",
                "50"));
        arguments.addAll(List.of(more));
        return Captured.run(arguments.toArray(String[]::new));
    }

    @Test
    void eachNumberOfSetsIsLearntFromBothWays() throws IOException {
        Captured captured = transfer("to", "--sets", "10,60", "--repeats", "2", "--json", "--threads", "2");

        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(captured.out());
        assertThat(json.get("outcomes")).hasSize(8);
        assertThat(json.get("outcomes").get(0).get("pretrained").asBoolean()).isTrue();
        assertThat(json.get("outcomes").get(0).get("jacobians").asInt())
                .as("the generator as it was, and the last epoch")
                .isEqualTo(80);
        assertThat(json.get("outcomes").get(1).get("jacobians").asInt()).isEqualTo(40);
        assertThat(FolderContent.names(folder.resolve("to")))
                .containsExactly("generators", "report.html", "transfer.csv", "transfer.json");
        assertThat(FolderContent.names(folder.resolve("to/generators")))
                .containsExactly(
                        "transferred-10-1.kgen",
                        "transferred-10-2.kgen",
                        "transferred-60-1.kgen",
                        "transferred-60-2.kgen");
        assertThat(Files.readAllLines(folder.resolve("to/transfer.csv"))).hasSize(9);
        run("generate", path("to/generators/transferred-10-1.kgen"), "-n", "5", "-q", "-o", path("drawn"));
    }

    @Test
    void outcomesDoNotDependOnThreads() throws IOException {
        transfer("one", "--sets", "10", "--repeats", "2", "-q", "--threads", "1");
        transfer("two", "--sets", "10", "--repeats", "2", "-q", "--threads", "2");

        assertThat(folder.resolve("two/transfer.csv")).hasSameTextualContentAs(folder.resolve("one/transfer.csv"));
    }

    @Test
    void theGeneratorAsItWasIsNamed() {
        Captured captured = transfer("to", "--sets", "10", "--repeats", "1");

        assertThat(captured.out()).contains("before", "of the generator's sets have lambda_max <= -2 per minute here");
        assertThat(captured.out()).contains("10 sets", "from the generator", "from scratch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sets 1 | at least 2",
                "--sets 100000 | at most as many",
                "--repeats 0 | --repeats",
                "--epochs 0 | --epochs",
                "--resume | no interrupted run",
            })
    void impossibleOptionsAreRefused(String options, String reason) {
        Captured captured = transfer("to", options.split(" "));

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).contains(reason);
        assertThat(folder.resolve("to")).doesNotExist();
        assertThat(folder.resolve("to.partial")).doesNotExist();
    }

    @Test
    void aGeneratorOfAnotherKindIsRefused() {
        run("train", "spectral", MODEL, "--max-jacobians", "40", "--fresh", "10", "-q", "-o", path("sharp"));

        Captured captured = Captured.run("transfer", path("sharp/generator.kgen"), path("run"), "-o", path("to"));

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).contains("not trained against a discriminator", "kindling adapt");
    }
}
