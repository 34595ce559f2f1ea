package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.app.FolderContent;

/** What {@code kindling robustness} prints, writes and refuses. */
class RobustnessCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    @TempDir
    private Path folder;

    private Captured robustness(String subject, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "robustness";
        arguments[1] = subject;
        arguments[2] = "-o";
        arguments[3] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Captured.run(arguments);
    }

    private Path run() {
        Path run = folder.resolve("run");
        assertThat(Captured.run("sample", MODEL, "-n", "30", "--members", "none", "-q", "-o", run.toString())
                        .code())
                .isZero();
        return run;
    }

    @Test
    void jsonSaysWhoReturnedWhen() throws IOException {
        Captured captured = robustness(MODEL, "--perturbations", "8", "--times", "1e-6min,20min", "--json");

        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        JsonNode answer = new ObjectMapper().readTree(captured.out());
        assertThat(answer.path("members").asInt()).isEqualTo(1);
        assertThat(answer.path("perturbations").asInt()).isEqualTo(8);
        assertThat(answer.path("times").get(1).asDouble()).isEqualTo(20);
        assertThat(answer.path("shareReturned").get(1).path("value").asDouble()).isEqualTo(1);
        // Eight of eight: the lower limit is 8 / (8 + z^2).
        assertThat(answer.path("shareReturned").get(1).path("low").asDouble())
                .isCloseTo(8 / (8 + 3.841458820694124), within(1e-12));
        assertThat(answer.path("failed").asInt()).isZero();
        assertThat(answer.path("seconds").asDouble()).isPositive();
    }

    @Test
    void membersOfARunArePerturbedAndAllTablesWritten() throws IOException {
        Captured captured = robustness(run().toString(), "--members", "top:5", "--perturbations", "3", "--times", "5");

        assertThat(captured.code()).isZero();
        assertThat(captured.out())
                .contains("perturbed  5 members, 3 times each", "returned   1.0000", "at 5.000 minute");
        Path out = folder.resolve("out");
        assertThat(FolderContent.hashed(out).keySet())
                .containsExactlyInAnyOrder(
                        "robustness.csv",
                        "times.csv",
                        "species.csv",
                        "members.csv",
                        "trajectories.csv",
                        "components.csv",
                        "robustness.html",
                        "robustness.json");
        assertThat(Files.readAllLines(out.resolve("robustness.csv")))
                .hasSize(1 + 5 * 3)
                .startsWith("member,status,perturbation,time,distance,returned")
                .element(1)
                .asString()
                .startsWith("m0001,complete,0,5,");
        assertThat(Files.readAllLines(out.resolve("species.csv"))).hasSize(1 + 2);
        assertThat(Files.readAllLines(out.resolve("members.csv"))).hasSize(1 + 5);
        assertThat(Files.readAllLines(out.resolve("trajectories.csv"))).startsWith("member,perturbation,time,pc1,pc2");
    }

    @Test
    void filesDoNotDependOnTheNumberOfThreads() throws IOException {
        String run = run().toString();
        String[] options = {"--times", "1", "--perturbations", "2", "--force", "-q", "--threads"};

        robustness(run, append(options, "1"));
        Map<String, String> one = FolderContent.hashed(folder.resolve("out"));
        robustness(run, append(options, "4"));

        assertThat(FolderContent.hashed(folder.resolve("out"))).isEqualTo(one);
    }

    private static String[] append(String[] options, String last) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = last;
        return all;
    }

    @Test
    void pageNeedsNothingElse() throws IOException {
        robustness(run().toString(), "--times", "1,5", "--perturbations", "2", "-q");

        assertThat(Files.readString(folder.resolve("out/robustness.html")))
                .contains("have returned to the steady state at 5 minute", "Share returned", "Members", "Species")
                .contains("First principal components")
                .doesNotContain("http:", "https:", "<script", "src=", "href=", "url(", "NaN", "Infinity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--perturbations 0 | --perturbations must be at least 1",
                "--threads 0 | --threads must be at least 1",
                "--factors 2:0.5 | rising order",
                "--factors half:2 | rising order",
                "--factors 0.5:2 --as rekindle | exclude each other",
                "--as neither | --as",
                "--times soon | is no duration",
                "--times 0 | not a positive duration",
                "--rtol 1 | --rtol must lie between",
                "--members best | is no selection"
            })
    void badOptionsAreRefusedInOneLine(String options, String problem) {
        Captured captured = robustness(MODEL, options.split(" "));

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1).startsWith("kindling: ").contains(problem);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void stateThatIsNotSteadyIsRefusedUnlessASteadyStateIsLookedFor() {
        Captured refused = robustness("test-models/unsteady.xml", "--times", "20");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).contains("not steady", "--steady-state");
        assertThat(robustness("test-models/unsteady.xml", "--times", "20", "--steady-state")
                        .out())
                .contains("returned   1.0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--steady-state", "--concentrations=none.csv"})
    void runHasItsOwnSteadyState(String option) {
        Captured captured = robustness(run().toString(), option);

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1).contains("leave out --steady-state");
    }

    @Test
    void existingFolderIsKeptUnlessReplacementIsAskedFor() {
        robustness(MODEL, "--times", "1", "-q");

        Captured second = robustness(MODEL, "--times", "1", "-q");

        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).hasLineCount(1).contains("is there already", "--force");
        assertThat(robustness(MODEL, "--times", "1", "-q", "--force").code()).isZero();
    }

    @Test
    void interruptedStudyLeavesNothingBehind() {
        Thread.currentThread().interrupt();

        Captured captured = robustness(MODEL, "--times", "1");

        assertThat(captured.code()).isEqualTo(3);
        assertThat(captured.err()).hasLineCount(1).contains("interrupted; nothing was written");
        assertThat(folder).isEmptyDirectory();
    }
}
