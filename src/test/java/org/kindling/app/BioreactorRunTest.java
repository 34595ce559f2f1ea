package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.ensemble.MemberSelection;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;

/** Fermentations from a file or run folder to a folder. */
class BioreactorRunTest {

    private static final Path MODELS = Path.of("test-models/monod_batch");
    private static final Path MODEL = MODELS.resolve("monod_batch.xml");
    private static final Path SETUP = MODELS.resolve("batch.yaml");
    private static final Path MEASURED = MODELS.resolve("measured.csv");

    @TempDir
    private Path folder;

    private BioreactorSummary run(BioreactorOptions options, String name) throws IOException, InterruptedException {
        OutputOptions output = new OutputOptions(folder.resolve(name), false, false, Optional.empty(), List.of());
        return Kindling.bioreactor(options, output, Progress.NONE);
    }

    private static BioreactorOptions options(Path source, Path setup, Optional<Path> measured, int threads) {
        return new BioreactorOptions(source, setup, measured, MemberSelection.parse("all"), 1e-9, threads);
    }

    @Test
    void modelThatTheCurvesWereMadeFromFitsThem() throws IOException, InterruptedException {
        BioreactorSummary summary = run(options(MODEL, SETUP, Optional.of(MEASURED), 1), "batch");

        // The curves have six digits, and deviations of 3 %: observed 1.2e-5.
        assertThat(summary.outcome().best().get(0).distance().orElseThrow()).isLessThan(1e-4);
        assertThat(summary.outcome().best().get(0).finalBiomass()).isCloseTo(1.05, within(1e-8));
        List<String> courses = Files.readAllLines(summary.folder().resolve("courses.csv"));
        assertThat(courses.get(0)).isEqualTo("member,time,biomass,growth_rate,glc_e,ac_e,int_c,UP");
        // Every measured time is among the 101 even ones.
        assertThat(courses).hasSize(102);
        assertThat(courses.get(1)).startsWith("monod_batch,0,0.05,0.4878048780487");
        assertThat(Files.readAllLines(summary.folder().resolve("ranking.csv")).get(1))
                .startsWith("monod_batch,complete,,1,");
        assertThat(Files.readString(summary.folder().resolve("bioreactor.json")))
                .contains("\"finalBiomass\"", "root mean square");
        assertThat(Files.readString(summary.folder().resolve("bioreactor.html")))
                .contains("<svg", "circle", "root mean square", "350.0 (gDW per litre of cell)");
        assertThat(folder.resolve("batch.partial")).doesNotExist();
    }

    @Test
    void filesDoNotDependOnThreads() throws IOException, InterruptedException {
        Path run = SampleJob.of(MODEL).sets(30).into(folder.resolve("run")).folder();

        Path one = run(options(run, SETUP, Optional.of(MEASURED), 1), "one").folder();
        Path three = run(options(run, SETUP, Optional.of(MEASURED), 3), "three").folder();

        assertThat(Files.readAllLines(one.resolve("ranking.csv"))).hasSize(31);
        for (String file : List.of("courses.csv", "ranking.csv", "bioreactor.html", "bioreactor.json")) {
            assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    @Test
    void everyMemberKeepsTheGrowthRateAtTheReferenceState() throws IOException, InterruptedException {
        Path run = SampleJob.of(MODEL).sets(20).into(folder.resolve("run")).folder();
        Path setup = written("reference.yaml", Files.readString(SETUP).replace("20 mM", "500 uM"));

        BioreactorSummary summary = run(options(run, setup, Optional.empty(), 2), "batch");

        assertThat(summary.outcome().distance()).isEmpty();
        assertThat(Files.readAllLines(summary.folder().resolve("courses.csv")))
                .filteredOn(row -> row.split(",")[1].equals("0"))
                .hasSize(20)
                .allSatisfy(
                        row -> assertThat(Double.parseDouble(row.split(",")[3])).isCloseTo(0.25, within(1e-12)));
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "density: 350         | densty: 350             | 'densty' is no key here",
                "density: 350         | density: heavy          | 'heavy' is no number",
                "density: 350         | density: 0              | density is 0.0",
                "density: 350         | density: 350\\ndensity: 351 | Duplicate field",
                "unit: gDW/l          | unit: OD                | 'OD' is no unit of biomass",
                "initial: 0.05        | start: 0.05             | 'start' is no key here",
                "initial: 0.05        | initial: -1             | biomass is -1.0",
                "reaction: UP         | reaction: NONE          | growth, NONE: the model has no such reaction",
                "reference_rate: 0.25 | rate_per_flux: x        | 'x' is no number",
                "reference_rate: 0.25 | rate_per_flux: 1, reference_rate: 2 | it needs one of",
                "glc_e: 20 mM         | glucose: 20 mM          | medium, glucose: the model has no such species",
                "glc_e: 20 mM         | glc_e: 20 g             | the unit 'g' cannot be converted",
                "glc_e: 20 mM         | glc_e: many             | 'many' is no number",
                "[o2_e]               | o2_e                    | is no list",
                "[o2_e]               | [o3_e]                  | clamped, o3_e: the model has no such species",
                "duration: 10h        | duration: soon          | 'soon' is no duration",
                "duration: 10h        | \"\"                    | the key duration is missing",
                "points: 100          | points: 0               | '0' is no number from 1",
                "int_c, UP            | int_c, OUT              | record, OUT: the model has no such quantity",
            })
    void setupThatCannotBeUsedIsRefusedInOneLine(String right, String wrong, String problem) throws IOException {
        String text = Files.readString(SETUP);
        assertThat(text).contains(right);
        Path setup = written("wrong.yaml", text.replace(right, wrong.replace("\\n", "\n")));

        assertThatThrownBy(() -> run(options(MODEL, setup, Optional.empty(), 1), "batch"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(problem);
        assertThat(folder.resolve("batch")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6,none,1,,         | row 2: the model has no quantity none",
                "11,biomass,1,,     | row 2: the time 11.0 is after the end",
                "-1,biomass,1,,     | row 2: the time is -1.0",
                "6,biomass,1,0,     | row 2: the standard deviation is 0.0",
                "6,biomass,1,,mM    | row 2: the unit 'mM' cannot be converted",
                "6,glc_e,1,,gDW/l   | row 2: the unit 'gDW/l' cannot be converted",
                "6,biomass,high,,   | row 2: 'high' is no number",
                "6,biomass,0,,      | every value of biomass is 0"
            })
    void measuredCurvesThatCannotBeUsedAreRefusedByRow(String row, String problem) throws IOException {
        Path measured = written("measured.csv", "time_h,quantity,value,sd,unit\n" + row + "\n");

        assertThatThrownBy(() -> run(options(MODEL, SETUP, Optional.of(measured), 1), "batch"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void unitsOfMeasuredCurvesAreConverted() throws IOException, InterruptedException {
        Path measured = written("measured.csv", """
                time_min,quantity,value,sd,unit
                300,biomass,565.126,17,mgDW/l
                300,glc_e,9697.47,,uM
                """);

        BioreactorSummary summary = run(options(MODEL, SETUP, Optional.of(measured), 1), "batch");

        assertThat(summary.outcome().best().get(0).distance().orElseThrow()).isLessThan(1e-4);
    }
}
