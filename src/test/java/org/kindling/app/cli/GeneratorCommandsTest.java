package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.app.FolderContent;
import org.kindling.ensemble.SetsHdf5Reader;
import org.kindling.ensemble.SetsTable;

/** What {@code kindling train}, {@code adapt} and {@code generate} print, write and refuse. */
class GeneratorCommandsTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";
    private static final String[] TRAIN = {
        "train", "spectral", MODEL, "--lambda-max", "-1", "--max-jacobians", "400", "--fresh", "200"
    };

    @TempDir
    private Path folder;

    @Test
    void trainingPrintsIncidenceWorthAndMass() {
        Captured captured = run(TRAIN, "-o", path("trained"));

        assertThat(captured.code()).isZero();
        assertThat(captured.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly("trained", "valid", "worth", "mass", "folder");
        assertThat(captured.out()).contains("of 200 fresh sets: incidence ").contains("400 Jacobians");
        assertThat(folder.resolve("trained"))
                .isDirectoryContaining("glob:**generator.kgen")
                .isDirectoryContaining("glob:**training.csv")
                .isDirectoryContaining("glob:**report.html")
                .isDirectoryContaining("glob:**manifest.json");
        assertThat(folder.resolve("trained/checkpoint")).doesNotExist();
        assertThat(Captured.run("info", path("trained")).out()).contains("all as written");
    }

    @Test
    void trainingGivesTheSameGeneratorOnAnyNumberOfThreads() throws IOException {
        run(TRAIN, "-q", "--threads", "1", "-o", path("one"));
        run(TRAIN, "-q", "--threads", "3", "-o", path("three"));

        Map<String, String> one = FolderContent.hashed(folder.resolve("one"));
        assertThat(FolderContent.hashed(folder.resolve("three"))).isEqualTo(one);
    }

    @Test
    void jsonOfTrainingSaysWhatFreshSetsAre() throws IOException {
        JsonNode answer = json(run(TRAIN, "--json", "-o", path("trained")));

        assertThat(answer.path("generator").asText()).endsWith("generator.kgen");
        assertThat(answer.path("jacobians").asInt()).isEqualTo(400);
        JsonNode fresh = answer.path("fresh");
        assertThat(fresh.path("sets").asInt()).isEqualTo(200);
        assertThat(fresh.path("incidence").path("low").asDouble())
                .isLessThan(fresh.path("incidence").path("value").asDouble());
        assertThat(fresh.path("weighted").path("mass").asDouble()).isBetween(0.0, 2.0);
    }

    @Test
    void parameterSetsAloneAreTheSameAsThoseThatAreScreened() throws IOException {
        String generator = trained();
        Captured alone = Captured.run("generate", generator, "-n", "300", "-o", path("alone"));
        Captured screened =
                Captured.run("generate", generator, "-n", "300", "--screen", "--members", "top:2", "-o", path("run"));

        assertThat(alone.out()).startsWith("drawn      300 sets of ");
        assertThat(screened.out()).contains("written    2 members as SBML");
        List<double[]> sets = rows(SetsTable.ofSets(folder.resolve("alone")));
        List<double[]> labelled = rows(SetsTable.ofSets(folder.resolve("run")));
        assertThat(sets).hasSize(300);
        for (int set = 0; set < sets.size(); set++) {
            double[] row = labelled.get(set);
            assertThat(Arrays.copyOfRange(row, 6, row.length)).isEqualTo(sets.get(set));
        }
        assertThat(Files.readString(folder.resolve("run/manifest.json"))).contains("lambda_max <= -1 per");
    }

    @Test
    void weightsOfValidSetsHaveTheMeanOne() throws IOException {
        Captured.run("generate", trained(), "-n", "300", "--screen", "-q", "-o", path("run"));

        List<double[]> rows = rows(SetsTable.ofSets(folder.resolve("run")));
        double[] valid = rows.stream()
                .filter(row -> row[4] == 1)
                .mapToDouble(row -> row[5])
                .toArray();
        assertThat(valid).hasSizeGreaterThan(100);
        assertThat(Arrays.stream(valid).average().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(rows.stream().filter(row -> row[4] == 0))
                .allSatisfy(row -> assertThat(row[5]).isZero());
    }

    @Test
    void manySetsAreOneMatrixOnAnyNumberOfThreads() throws IOException {
        String generator = trained();
        Captured.run("generate", generator, "-n", "100500", "--threads", "1", "-q", "-o", path("one"));
        Captured.run("generate", generator, "-n", "100500", "--threads", "3", "-q", "-o", path("three"));
        Captured.run("generate", generator, "-n", "50", "-q", "-o", path("few"));

        Path matrix = folder.resolve("one/sets.h5");
        assertThat(folder.resolve("three/sets.h5")).hasSameBinaryContentAs(matrix);
        List<double[]> few = rows(SetsTable.ofSets(folder.resolve("few")));
        try (SetsHdf5Reader reader = SetsHdf5Reader.of(matrix)) {
            assertThat(reader.size()).isEqualTo(100_500);
            assertThat(reader.read(0, 50)).isDeepEqualTo(few.toArray(double[][]::new));
        }
    }

    @Test
    void adaptationIsOfTheSameNetwork() throws IOException {
        String generator = trained();
        JsonNode adapted = json(Captured.run(
                "adapt", generator, MODEL, "--max-jacobians", "80", "--fresh", "100", "--json", "-o", path("adapted")));
        Captured other = Captured.run("adapt", generator, "test-models/ecoli_central_carbon.xml", "-o", path("other"));

        assertThat(adapted.path("jacobians").asInt()).isBetween(1, 80);
        assertThat(Captured.run("generate", path("adapted") + "/generator.kgen", "-n", "5", "-o", path("sets"))
                        .code())
                .isZero();
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .contains("is not of the network that the generator was trained for: it has no parameter");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() throws IOException {
        Files.writeString(folder.resolve("text.kgen"), "text");

        assertThat(Captured.run("train").err()).contains("name a way of training: spectral, renaissance");
        assertThat(Captured.run("generate", path("text.kgen")).err()).contains("text.kgen: is no whole archive");
        assertThat(Captured.run("generate", path("none.kgen")).err()).contains("there is no such file");
        assertThat(Captured.run("generate", "x.kgen", "--lambda-max", "-1").err())
                .contains("need --screen");
        assertThat(Captured.run("generate", "x.kgen", "--fluxes", "f.csv").err())
                .contains("need a MODEL");
        assertThat(Captured.run("train", "spectral", MODEL, "--max-jacobians", "0")
                        .err())
                .contains("--max-jacobians must be at least 1");
    }

    @Test
    void optionsOfAWayOfTrainingMayStandInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("options.yaml"), "max-jacobians: 60\nfresh: 50\n");
        JsonNode answer = json(
                Captured.run("train", "spectral", MODEL, "--config", file.toString(), "--json", "-o", path("trained")));

        assertThat(answer.path("jacobians").asInt()).isBetween(1, 60);
        assertThat(answer.path("fresh").path("sets").asInt()).isEqualTo(50);
    }

    private String trained() {
        assertThat(run(TRAIN, "-q", "-o", path("trained")).code()).isZero();
        return path("trained") + "/generator.kgen";
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Captured run(String[] arguments, String... more) {
        return Captured.run(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }

    private static JsonNode json(Captured captured) throws IOException {
        assertThat(captured.code()).as(captured.err()).isZero();
        return new ObjectMapper().readTree(captured.out());
    }

    private static List<double[]> rows(SetsTable table) throws IOException {
        List<double[]> rows = new ArrayList<>();
        table.read(rows::add);
        return rows;
    }
}
