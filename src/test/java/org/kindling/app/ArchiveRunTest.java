package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindling.app.ArchiveLog.Status;
import org.kindling.app.ArchiveOptions.Format;
import org.kindling.app.ArchiveOptions.Packing;
import org.kindling.network.InputException;

/** What a run of an archive writes, beside the closed form of its model, and what its log says of what is not done. */
class ArchiveRunTest {

    private static final String DOCUMENT = "study/experiment.sedml";

    /** Ten times the error observed. */
    private static final double ERROR = 1e-7;

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private ArchiveLog run(LinearArchive archive) throws IOException, InterruptedException {
        return Kindling.runArchive(ArchiveOptions.of(archive.write(folder.resolve("a.omex"))), out());
    }

    private static ArchiveLog.Task task(ArchiveLog log, String id) {
        return log.documents().get(0).tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ArchiveLog.Output output(ArchiveLog log, String id) {
        return log.documents().get(0).outputs().stream()
                .filter(output -> output.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, double[]> table(String report) throws IOException {
        Map<String, double[]> rows = new HashMap<>();
        for (String line : Files.readAllLines(out().resolve(DOCUMENT).resolve(report + ".csv"))) {
            String[] cells = line.split(",");
            rows.put(
                    cells[0],
                    Arrays.stream(cells)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        return rows;
    }

    private static double[] row(Map<String, double[]> rows, String label) {
        return Objects.requireNonNull(rows.get(label), label);
    }

    @Test
    void valuesAreThoseOfTheClosedForm() throws IOException, InterruptedException {
        assertThat(run(LinearArchive.of()).complete()).isTrue();

        Map<String, double[]> rows = table("report");
        double k = LinearArchive.K;
        assertThat(row(rows, "time")).containsExactly(1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5);
        assertThat(row(rows, "A"))
                .containsExactly(
                        Arrays.stream(row(rows, "time"))
                                .map(t -> 4 * Math.exp(-k * t))
                                .toArray(),
                        within(ERROR));
        assertThat(row(rows, "ratio")).hasSize(5);
        for (int row = 0; row < 5; row++) {
            double expected = 4 * Math.exp(-k * (1 + 0.5 * row)) / (2 * Math.exp(-k * 0.5 * row));
            assertThat(row(rows, "ratio")[row]).isCloseTo(expected, within(ERROR));
        }
        double mean = 0;
        for (int row = 0; row < 5; row++) {
            mean += 2 * Math.exp(-k * 0.5 * row) / 5;
        }
        assertThat(row(rows, "mean")).hasSize(1);
        assertThat(row(rows, "mean")[0]).isCloseTo(mean, within(ERROR));
    }

    @Test
    void timeOfATaskBeginsWhereItSays() throws IOException, InterruptedException {
        run(LinearArchive.of());

        assertThat(row(table("report"), "later")).containsExactly(10, 10.5, 11, 11.5, 12);
    }

    @Test
    void reportsStandInTheLayoutOfBioSimulators() throws IOException, InterruptedException {
        run(LinearArchive.of());

        try (HdfFile file = new HdfFile(out().resolve("reports.h5"))) {
            Group study = (Group) file.getChild("study");
            assertThat(text(study, "combineArchiveLocation")).isEqualTo("study");
            Group document = (Group) study.getChild("experiment.sedml");
            assertThat(text(document, "uri")).isEqualTo(DOCUMENT);
            Dataset report = (Dataset) document.getChild("report");
            assertThat(report.getDimensions()).containsExactly(5, 9);
            assertThat(text(report, "_type")).isEqualTo("SedReport");
            assertThat(text(report, "uri")).isEqualTo(DOCUMENT + "/report");
            assertThat(text(report, "sedmlId")).isEqualTo("report");
            assertThat(text(report, "sedmlName")).isEqualTo("All");
            assertThat(texts(report, "sedmlDataSetIds"))
                    .containsExactly("set_time", "set_A", "set_later", "set_ratio", "set_mean");
            assertThat(texts(report, "sedmlDataSetLabels")).containsExactly("time", "A", "later", "ratio", "mean");
            assertThat(texts(report, "sedmlDataSetDataTypes")).containsOnly("float64");
            assertThat(texts(report, "sedmlDataSetShapes"))
                    .startsWith("9", "9", "5", "9")
                    .hasSize(5);
            double[][] data = (double[][]) report.getData();
            assertThat(data[0]).containsExactly(row(table("report"), "time"));
            assertThat(data[2][5]).isNaN();
            assertThat(text(document.getChild("plot"), "_type")).isEqualTo("SedPlot2D");
            assertThat(texts(document.getChild("plot"), "sedmlDataSetIds")).containsExactly("A1", "time1");
        }
    }

    private static String text(Node node, String attribute) {
        return (String) node.getAttribute(attribute).getData();
    }

    private static String[] texts(Node node, String attribute) {
        return (String[]) node.getAttribute(attribute).getData();
    }

    @Test
    void plotsAreDrawnAndTablesBundled() throws IOException, InterruptedException {
        run(LinearArchive.of());

        assertThat(Files.readString(out().resolve(DOCUMENT).resolve("plot.svg")))
                .startsWith("<svg xmlns=")
                .contains("polyline", ">A<")
                .doesNotContain("NaN");
        try (ZipFile plots = new ZipFile(out().resolve("plots.zip").toFile());
                ZipFile reports = new ZipFile(out().resolve("reports.zip").toFile())) {
            assertThat(plots.stream().map(ZipEntry::getName)).containsExactly(DOCUMENT + "/plot.svg");
            assertThat(reports.stream().map(ZipEntry::getName))
                    .containsExactly(DOCUMENT + "/plot.csv", DOCUMENT + "/report.csv");
        }
    }

    @Test
    void onlyWhatIsAskedForIsWritten() throws IOException, InterruptedException {
        Path archive = LinearArchive.of().write(folder.resolve("a.omex"));
        ArchiveOptions options = new ArchiveOptions(
                archive,
                SubstitutionPolicy.SIMILAR_VARIABLES,
                Set.of(Format.HDF5),
                Set.of("pdf"),
                false,
                Set.of(Packing.SINGLE));

        ArchiveLog log = Kindling.runArchive(options, out());

        assertThat(output(log, "plot").ending().status()).isEqualTo(Status.SKIPPED);
        assertThat(log.complete()).isTrue();
        try (HdfFile file = new HdfFile(out().resolve("reports.h5"))) {
            assertThat(((Group) file.getByPath("/" + DOCUMENT)).getChildren().keySet())
                    .containsExactly("report");
        }
        try (var files = Files.list(out())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("reports.h5", "log.yml");
        }
    }

    @Test
    void logSaysWhatWasSubstituted() throws IOException, InterruptedException {
        ArchiveLog log = run(LinearArchive.of());

        assertThat(task(log, "first").remarks())
                .anySatisfy(remark -> assertThat(remark).contains("KISAO:0000019"))
                .anySatisfy(remark -> assertThat(remark).contains("KISAO:0000415"));
        assertThat(task(log, "second").remarks()).isEmpty();
        JsonNode file = new YAMLMapper().readTree(out().resolve("log.yml").toFile());
        assertThat(file.path("status").asText()).isEqualTo("SUCCEEDED");
        JsonNode first = file.path("sedDocuments").get(0).path("tasks").get(0);
        assertThat(first.path("algorithm").asText()).isEqualTo("KISAO_0000304");
        assertThat(first.path("exception").isNull()).isTrue();
        assertThat(first.path("duration").asDouble()).isPositive();
        assertThat(first.path("simulatorDetails").findValuesAsText("key")).contains("method", "relativeTolerance");
        JsonNode outputs = file.path("sedDocuments").get(0).path("outputs");
        assertThat(outputs.get(0).path("curves").get(0).path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(outputs.get(1).path("dataSets")).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "SAME_METHOD", "SAME_MATH"})
    void strictPolicyRefusesAnotherAlgorithm(SubstitutionPolicy policy) throws IOException, InterruptedException {
        Path archive = LinearArchive.of().write(folder.resolve("a.omex"));

        ArchiveLog log = Kindling.runArchive(ArchiveOptions.of(archive).withPolicy(policy), out());

        assertThat(task(log, "first").ending().status()).isEqualTo(Status.FAILED);
        assertThat(task(log, "first").ending().message()).contains("KISAO:0000019", "SIMILAR_APPROXIMATIONS");
        assertThat(task(log, "second").ending().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(output(log, "report").ending().status()).isEqualTo(Status.FAILED);
        assertThat(output(log, "report").parts())
                .extracting(ArchiveLog.Part::status)
                .containsExactly(Status.FAILED, Status.FAILED, Status.SUCCEEDED, Status.FAILED, Status.SUCCEEDED);
        assertThat(log.complete()).isFalse();
    }

    @Test
    void parameterThatTheAlgorithmLacksIsRefusedByTheStrictestPolicyAlone() throws IOException, InterruptedException {
        Path archive = LinearArchive.of().with("KISAO:0000019", "KISAO:0000304").write(folder.resolve("a.omex"));
        ArchiveOptions options = ArchiveOptions.of(archive);

        assertThat(task(Kindling.runArchive(options.withPolicy(SubstitutionPolicy.NONE), out()), "first")
                        .ending()
                        .message())
                .contains("KISAO:0000415");
        assertThat(Kindling.runArchive(options.withPolicy(SubstitutionPolicy.SAME_METHOD), out())
                        .complete())
                .isTrue();
    }

    @Test
    void oneTaskThatCannotBeRunLeavesTheOthers() throws IOException, InterruptedException {
        LinearArchive archive = LinearArchive.of()
                .with("kisaoID=\"KISAO:0000304\"", "kisaoID=\"KISAO:0000029\"")
                .and("tasks", "<repeatedTask id=\"scan\" range=\"r\" resetModel=\"true\"/>")
                .and(
                        "generators",
                        LinearArchive.generator("scanned", "<ci> s </ci>", LinearArchive.species("s", "scan")))
                .and(
                        "outputs",
                        "<report id=\"other\"><listOfDataSets><dataSet id=\"one\" label=\"one\""
                                + " dataReference=\"scanned\"/></listOfDataSets></report>");

        ArchiveLog log = run(archive);

        assertThat(task(log, "first").ending().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(task(log, "second").ending().message()).contains("stochastic");
        assertThat(task(log, "scan").ending().message()).contains("repeatedTask");
        assertThat(output(log, "plot").ending().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(output(log, "other").ending().message()).contains("scan failed");
        assertThat(log.failures())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).startsWith(DOCUMENT).hasLineCount(1));
        try (HdfFile file = new HdfFile(out().resolve("reports.h5"))) {
            Node report = file.getByPath("/" + DOCUMENT + "/report");
            assertThat(texts(report, "sedmlDataSetDataTypes"))
                    .containsExactly("float64", "float64", "__None__", "__None__", "__None__");
            Dataset other = (Dataset) file.getByPath("/" + DOCUMENT + "/other");
            assertThat(other.getDimensions()).containsExactly(1, 0);
        }
    }

    @Test
    void taskThatNoOutputShowsIsSkipped() throws IOException, InterruptedException {
        ArchiveLog log = run(LinearArchive.of()
                .and("tasks", "<task id=\"idle\" modelReference=\"decay\" simulationReference=\"later\"/>"));

        assertThat(task(log, "idle").ending().status()).isEqualTo(Status.SKIPPED);
        assertThat(log.complete()).isTrue();
    }

    @Test
    void missingModelAndMissingSpeciesFailByName() throws IOException, InterruptedException {
        ArchiveLog log = run(
                LinearArchive.of()
                        .with(
                                "<model id=\"decay\" language=\"urn:sedml:language:sbml.level-3.version-1\" source=\"decay.xml\"/>",
                                "<model id=\"decay\" language=\"urn:sedml:language:sbml\" source=\"none.xml\"/>")
                        .with(
                                "<variable id=\"a1\" taskReference=\"first\" target=\"/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='A']\"/>",
                                "<variable id=\"a1\" taskReference=\"first\" target=\"/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='X']\"/>"));

        assertThat(task(log, "second").ending().message()).contains("study/none.xml");
        assertThat(output(log, "plot").ending().message()).contains("X is not in the model");
    }

    @Test
    void brokenDocumentLeavesTheOthers() throws IOException, InterruptedException {
        ArchiveLog log = run(LinearArchive.of().beside("broken.sedml", "<sedML"));

        assertThat(log.documents())
                .extracting(document -> document.ending().status())
                .containsExactly(Status.FAILED, Status.SUCCEEDED);
        assertThat(log.failures()).singleElement().asString().startsWith("study/broken.sedml: ");
    }

    @Test
    void idOfAnOutputCannotLeaveTheFolder() throws IOException, InterruptedException {
        run(LinearArchive.of().with("report id=\"report\"", "report id=\"../../../evil\""));

        assertThat(folder.resolve("evil.csv")).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a.omex", "out");
        }
    }

    @Test
    void archiveWithoutExperimentsIsRefusedAndLeavesNothing() throws IOException {
        Path archive = folder.resolve("a.omex");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("manifest.xml"));
            zip.write("<omexManifest/>".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> Kindling.runArchive(ArchiveOptions.of(archive), out()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no SED-ML");
        assertThat(out()).doesNotExist();
    }

    @Test
    void sameArchiveGivesTheSameBytes() throws IOException, InterruptedException {
        run(LinearArchive.of());
        List<byte[]> first = List.of(
                Files.readAllBytes(out().resolve("reports.h5")), Files.readAllBytes(out().resolve("reports.zip")));

        run(LinearArchive.of());

        assertThat(Files.readAllBytes(out().resolve("reports.h5"))).isEqualTo(first.get(0));
        assertThat(Files.readAllBytes(out().resolve("reports.zip"))).isEqualTo(first.get(1));
    }
}
