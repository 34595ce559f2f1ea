package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.ensemble.SedMlExperiment.Algorithm;
import org.kindling.ensemble.SedMlExperiment.Change;
import org.kindling.ensemble.SedMlExperiment.Model;
import org.kindling.ensemble.SedMlExperiment.Quantity;
import org.kindling.ensemble.SedMlExperiment.Solver;
import org.kindling.ensemble.SedMlExperiment.TimeCourse;
import org.kindling.ensemble.TimeCourseTask.Column;
import org.kindling.ensemble.TimeCourseTask.Course;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.sbml.SbmlReader;

class SedMlDocumentTest {

    private static final Path EXAMPLE = Path.of("src/test/resources/experiment.sedml");

    /** Whose models are refused, or lack a parameter that is changed: pi, which the study writes as a number. */
    private static final Set<String> BROKEN = Set.of(
            "JWS_levering2012_fig2-user__model0_levering1.sedml",
            "JWS_levering2012_fig2-user__model1_levering1.sedml",
            "JWS_kouril2017_fig3b__model0_kouril6.sedml");

    private static final Path STUDY = Path.of("../shared/conformance/reference");

    @TempDir
    private Path folder = Path.of("");

    static Stream<Path> study() throws IOException {
        if (!Files.exists(STUDY)) {
            return Stream.of(Path.of(""));
        }
        try (Stream<Path> files = Files.list(STUDY)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".sedml") && !BROKEN.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void timeCoursesAreReadWithTheirTolerances() {
        SedMlDocument document = SedMlDocument.read(EXAMPLE);

        assertThat(document.tasks()).extracting(TimeCourseTask::id).containsExactly("task1", "task2");
        assertThat(document.tasks().get(0).course())
                .isEqualTo(new Course(
                        0, 2, 10, 16, "KISAO:0000019", OptionalDouble.of(1e-8), OptionalDouble.of(1e-11), List.of()));
        assertThat(document.tasks().get(1).course().relative()).isEmpty();
    }

    @Test
    void changesOfAModelComeAfterThoseOfTheModelItIsMadeFrom() {
        List<TimeCourseTask> tasks = SedMlDocument.read(EXAMPLE).tasks();
        KineticModel model = SedMlDocument.read(EXAMPLE).model(tasks.get(1)).kinetics();

        assertThat(tasks.get(0).values(model)).containsExactly(Map.entry(new Symbol("S"), 4.0));
        assertThat(tasks.get(1).values(model))
                .containsOnly(
                        Map.entry(new Symbol("S"), 2.5),
                        Map.entry(new Symbol("cell"), 4.0),
                        Map.entry(new Symbol("R1.k"), 0.25));
    }

    @Test
    void columnsAreWhatIsReported() {
        List<Column> columns = SedMlDocument.read(EXAMPLE).tasks().get(0).columns();

        assertThat(columns).extracting(Column::label).containsExactly("time", "S", "part");
        assertThat(columns.get(0).expression()).isEqualTo(Symbol.TIME);
        assertThat(columns.get(1).expression()).isEqualTo(new Symbol("S"));
        Map<Symbol, Double> values = Map.of(new Symbol("S"), 3.0, new Symbol("P"), 1.0);
        assertThat(Expressions.evaluate(columns.get(2).expression(), values::get))
                .isEqualTo(100 * 3.0 / (3.0 + 1));
    }

    @Test
    void withoutAReportColumnsAreWhatIsPlotted() {
        assertThat(SedMlDocument.read(EXAMPLE).tasks().get(1).columns())
                .extracting(Column::label)
                .containsExactly("time2", "P2");
    }

    @Test
    void whatIsNotDoneIsNamed() {
        assertThat(SedMlDocument.read(EXAMPLE).remarks())
                .anySatisfy(remark -> assertThat(remark).contains("task scan", "repeatedTask"))
                .anySatisfy(remark -> assertThat(remark).contains("task rest", "steadyState"))
                .anySatisfy(remark -> assertThat(remark).contains("data generator ratio", "2 tasks"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<task id=\"task1\"|<repeatedTask id=\"task1\"|no time course",
                "KISAO:0000019|KISAO:0000029|stochastic",
                "outputEndTime=\"10\"|outputEndTime=\"1\"|not possible",
                "numberOfPoints=\"16\"|numberOfPoints=\"1e300\"|not possible",
                "newValue=\"4\"|newValue=\"0x4\"|not a number",
                "<changeAttribute |<computeChange |computeChange",
                "source=\"toy.xml\"|source=\"#model2\"|made from itself",
                "version=\"3\"|version=\"9\"|Version 9",
                "modelReference=\"model1\"|modelReference=\"none\"|'none'",
                "@initialConcentration|@name|no value at the start"
            })
    void whatCannotBeRunIsRefusedByName(String part, String instead, String reason) throws IOException {
        String text = Files.readString(EXAMPLE).replaceAll("(?s)<task id=\"task2\".*?/>", "");
        text = text.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead));
        Path file = Files.writeString(folder.resolve("other.sedml"), text);

        assertThatThrownBy(() -> SedMlDocument.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void entitiesAreRefused() throws IOException {
        String text = Files.readString(EXAMPLE)
                .replaceFirst("<sedML", "<!DOCTYPE sedML [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><sedML");
        Path file = Files.writeString(folder.resolve("entity.sedml"), text);

        assertThatThrownBy(() -> SedMlDocument.read(file)).hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/toy.xml", "urn:miriam:biomodels.db:BIOMD0000000010", "file:///toy.xml"})
    void modelsAreNotFetched(String source) throws IOException {
        String text = Files.readString(EXAMPLE).replace("\"toy.xml\"", '"' + source + '"');
        SedMlDocument document = SedMlDocument.read(Files.writeString(folder.resolve("remote.sedml"), text));

        assertThatThrownBy(() -> document.model(document.tasks().get(0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nothing is fetched");
    }

    @Test
    void quantitiesThatTheModelLacksAreNamed() throws IOException {
        Files.copy(EXAMPLE.resolveSibling("toy.xml"), folder.resolve("toy.xml"));
        String text = Files.readString(EXAMPLE).replace("species[@id='P']", "species[@id='Q']");
        SedMlDocument document = SedMlDocument.read(Files.writeString(folder.resolve("other.sedml"), text));

        assertThatThrownBy(() -> document.model(document.tasks().get(0))).hasMessageContaining("Q is not in the model");
    }

    @ParameterizedTest
    @CsvSource({
        "/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='S'],S,''",
        "/sbml/model/listOfSpecies/species[@id=\"S\"]/@initialAmount,S,initialAmount",
        "/s:sbml/s:model/s:listOfReactions/s:reaction[@id='R']/s:kineticLaw/s:listOfParameters/s:parameter[@id='k'],R.k,''",
        "/sbml:sbml/sbml:model/descendant::*[@id='J0'],J0,''",
        "/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:specie[@name='S'],S,''"
    })
    void pathsPointAtQuantities(String path, String address, String attribute) {
        assertThat(SbmlTarget.of(path)).contains(new SbmlTarget(new Symbol(address), attribute));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#time", "/sbml:sbml/sbml:model", "//*[@id='S']/..", "/sbml/model/listOfSpecies/species[1]"})
    void otherPathsPointAtNone(String path) {
        assertThat(SbmlTarget.of(path)).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path model = EXAMPLE.resolveSibling("toy.xml");
        KineticModel kinetics = SbmlReader.read(model).kinetics();
        Map<Symbol, Double> set = Map.of(new Symbol("S"), 2.25, new Symbol("P"), 0.5, new Symbol("R1.k"), 7.0);
        SedMlExperiment experiment = new SedMlExperiment(
                new SbmlLevel(3, 1),
                List.of(new Model(
                        "toy",
                        "models/toy.xml",
                        set.entrySet().stream()
                                .map(entry -> Change.of(kinetics, entry.getKey(), entry.getValue()))
                                .toList())),
                Stream.of("S", "P", "N", "R1", "cell")
                        .map(id -> Quantity.of(kinetics, id))
                        .toList(),
                Set.of("S"),
                new TimeCourse(1, 6, 50, new Solver(Algorithm.RADAU, 1e-7, 1e-13)));

        SedMlDocument document = SedMlDocument.read(archive(experiment, model));

        assertThat(document.remarks()).isEmpty();
        assertThat(document.tasks()).hasSize(1);
        TimeCourseTask task = document.tasks().get(0);
        assertThat(task.course())
                .isEqualTo(new Course(
                        0, 1, 6, 50, "KISAO:0000304", OptionalDouble.of(1e-7), OptionalDouble.of(1e-13), List.of()));
        assertThat(document.model(task).kinetics().initialValues()).isEqualTo(kinetics.initialValues());
        assertThat(task.values(kinetics)).isEqualTo(set);
        assertThat(task.columns()).extracting(Column::label).containsExactly("time", "S", "P", "N", "R1", "cell");
        assertThat(task.columns().get(4).expression()).isEqualTo(new Symbol("R1"));
        Map<Symbol, Double> values = Map.of(new Symbol("N"), 3.0, new Symbol("cell"), 2.0);
        assertThat(Expressions.evaluate(task.columns().get(3).expression(), values::get))
                .isEqualTo(1.5);
    }

    @Test
    void onlyFilesThatHoldExperimentsAreTakenForThem() throws IOException {
        assertThat(SedMlDocument.isIn(EXAMPLE)).isTrue();
        assertThat(SedMlDocument.isIn(EXAMPLE.resolveSibling("toy.xml"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("study")
    void experimentsOfTheSolverStudyAreRead(Path file) {
        boolean present = !file.toString().isEmpty();
        if (!present) {
            System.out.println("SKIPPED: experimentsOfTheSolverStudyAreRead, " + STUDY + " is absent");
        }
        Assumptions.assumeTrue(present);
        Path model = STUDY.resolveSibling("real")
                .resolve(file.getFileName().toString().replace(".sedml", ".xml"));
        KineticModel kinetics = SbmlReader.read(model).kinetics();

        SedMlDocument document = SedMlDocument.read(file);

        assertThat(document.tasks()).isNotEmpty();
        assertThat(document.tasks()).anySatisfy(task -> task.check(kinetics));
    }

    private Path archive(SedMlExperiment experiment, Path model) throws IOException {
        ByteArrayOutputStream sedMl = new ByteArrayOutputStream();
        SedMlWriter.write(experiment, sedMl);
        Path written = Files.writeString(folder.resolve("e.sedml"), sedMl.toString(StandardCharsets.UTF_8));
        List<ArchiveEntry> entries = List.of(
                new ArchiveEntry("e.sedml", written, ArchiveEntry.SED_ML, ArchiveEntry.Role.MASTER),
                new ArchiveEntry("models/toy.xml", model, experiment.level().archiveFormat(), ArchiveEntry.Role.PART));
        Instant date = Instant.parse("2026-01-02T03:04:05Z");
        Path archive = folder.resolve("e.omex");
        try (OutputStream out = Files.newOutputStream(archive)) {
            CombineArchiveWriter.write(entries, new ArchiveDescription("e", "e", List.of(), date, date), out);
        }
        return archive;
    }
}
