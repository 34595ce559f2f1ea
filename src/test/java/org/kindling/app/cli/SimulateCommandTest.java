package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code simulate}: its folder, its refusals, and what it says of simulations that end early. */
class SimulateCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    private static final Path HOSTILE = Path.of("../shared/conformance/hostile");

    @TempDir
    private Path folder;

    private Captured simulate(String... more) {
        String[] arguments = Arrays.copyOf(new String[] {"simulate"}, more.length + 3);
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[more.length + 1] = "-o";
        arguments[more.length + 2] = folder.resolve("out").toString();
        return Captured.run(arguments);
    }

    private static List<String> lines(Path table) throws IOException {
        return Files.readAllLines(table);
    }

    @Test
    void folderHoldsTablePageAndArchive() throws IOException {
        Captured captured = simulate(MODEL, "--end", "2", "--steps", "10");

        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        assertThat(lines(folder.resolve("out/timecourse.csv"))).hasSize(12);
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**.html");
        assertThat(folder.resolve("out/simulation.omex")).exists();
        assertThat(Files.readString(folder.resolve("out/timecourse.html"))).doesNotContain("http://", "<script");
    }

    @Test
    void archiveGivesTheSameTimeCourse() throws IOException {
        assertThat(simulate(MODEL, "--end", "2", "--steps", "10", "--rtol", "1e-8")
                        .code())
                .isZero();
        Path again = folder.resolve("again");

        Captured captured =
                Captured.run("simulate", folder.resolve("out/simulation.omex").toString(), "-o", again.toString());

        assertThat(captured.code()).as(captured.err()).isZero();
        List<String> first = lines(folder.resolve("out/timecourse.csv"));
        List<String> second = lines(again.resolve("task_model.csv"));
        assertThat(second).hasSameSizeAs(first);
        for (int row = 1; row < first.size(); row++) {
            String[] cells = first.get(row).split(",");
            String[] others = second.get(row).split(",");
            for (int column = 0; column < others.length; column++) {
                double value = Double.parseDouble(cells[column + 1]);
                assertThat(Double.parseDouble(others[column])).isCloseTo(value, within(1e-12 * Math.abs(value)));
            }
        }
    }

    @Test
    void jsonNamesTheOutcome() throws IOException {
        Captured captured = simulate(MODEL, "--end", "2", "--json");

        JsonNode answer = new ObjectMapper().readTree(captured.out());
        assertThat(answer.path("complete").asBoolean()).isTrue();
        assertThat(answer.path("engine").asText()).isEqualTo("Kindling");
        assertThat(answer.path("members")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--end 0",
                "--end x",
                "--start 3 --end 2",
                "--start 3",
                "--end 2 --steps 0",
                "--end 2 --set none=1",
                "--end 2 --columns none",
                "--end 2 --rtol 2",
                "--end 2 --members best"
            })
    void wrongOptionIsRefusedInOneLine(String options) {
        String[] split = options.isEmpty() ? new String[0] : options.split(" ");
        String[] arguments = new String[split.length + 1];
        arguments[0] = MODEL;
        System.arraycopy(split, 0, arguments, 1, split.length);

        Captured captured = simulate(arguments);

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void existingFolderIsKeptWithoutForce() {
        assertThat(simulate(MODEL, "--end", "1").code()).isZero();

        assertThat(simulate(MODEL, "--end", "1").code()).isEqualTo(2);
        assertThat(simulate(MODEL, "--end", "1", "--force").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"171_log_of_negative", "172_finite_time_blowup", "177_power_noninteger_negative"})
    void modelThatCannotBeSimulatedFailsCleanly(String name) throws IOException {
        Path model = HOSTILE.resolve(name + ".xml");
        if (!Files.exists(model)) {
            System.out.println("SKIPPED: hostile models, which are not in " + HOSTILE);
            return;
        }

        Captured captured = simulate(model.toString(), "--end", "10");

        assertThat(captured.code()).isEqualTo(1);
        assertThat(captured.err()).hasLineCount(1).contains("ended at time");
        assertThat(folder.resolve("out/timecourse.csv")).exists();
    }
}
