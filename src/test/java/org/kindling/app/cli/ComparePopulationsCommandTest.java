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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code compare-populations}: its folder, its numbers, its refusals. */
class ComparePopulationsCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    @TempDir
    private Path folder;

    private String run(String name, String... more) {
        String target = folder.resolve(name).toString();
        Captured captured = Captured.run(joined(
                new String[] {
                    "sample", MODEL, "-n", "600", "--lambda-max", "-2.7", "--members", "all", "-q", "-o", target
                },
                more));
        assertThat(captured.code()).as(captured.err()).isZero();
        return target;
    }

    private Captured compare(String... arguments) {
        return Captured.run(joined(
                new String[] {"compare-populations"},
                joined(arguments, "-o", folder.resolve("out").toString())));
    }

    private static String[] joined(String[] first, String... second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
    }

    private JsonNode json(String... arguments) throws IOException {
        Captured captured = compare(joined(arguments, "--json"));
        assertThat(captured.code()).as(captured.err()).isZero();
        return new ObjectMapper().readTree(captured.out());
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    void validSetsOfARunAreComparedWithItsOthers() throws IOException {
        Captured captured = compare(run("run"));

        assertThat(captured.code()).as(captured.err()).isZero();
        assertThat(captured.out())
                .contains("criterion  lambda_max <= -2.7 per", "drawn      run: 600 sets, ", "first      valid sets: ")
                .contains("second     other sets: ", "divergence mean ", "split      into 10 by ", "incidence from ");
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**comparison.json")
                .isDirectoryContaining("glob:**groups.csv");
        assertThat(lines("parameters.csv"))
                .first()
                .isEqualTo("parameter,role,reactions,species,rank,divergence,floor,first_mean_saturation,"
                        + "second_mean_saturation,first_mean_ln,second_mean_ln");
        assertThat(lines("parameters.csv").get(1)).contains(",saturation,", ",1,0.");
        assertThat(lines("groups.csv")).hasSize(11);
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains(
                        "Which parameters differ", "How the dynamics go with ", "Slowest mode", "Principal components")
                .doesNotContain("http:", "https:", "<script", "src=", "href=", "url(", "NaN", "Infinity");
    }

    @Test
    void jsonIsWhatTheFolderSays() throws IOException {
        JsonNode answer = json(run("run"), "--lambda-max", "-2.5", "--split-by", "Km_E2_A", "--groups", "4");
        JsonNode written = new ObjectMapper()
                .readTree(folder.resolve("out/comparison.json").toFile());

        assertThat(answer.path("criterion").asText()).startsWith("lambda_max <= -2.5 per");
        assertThat(answer.path("split").path("parameter").asText()).isEqualTo("Km_E2_A");
        assertThat(answer.path("split").path("groups")).hasSize(4);
        assertThat(answer.path("split").path("spearman").asDouble()).isBetween(-1.0, 1.0);
        assertThat(answer.path("drawn").get(0).path("sets").asInt()).isEqualTo(600);
        assertThat(answer.path("first").path("sets").asInt())
                .isEqualTo(answer.path("drawn").get(0).path("valid").asInt());
        for (String member : List.of("criterion", "drawn", "first", "second", "divergence", "neighbours", "ranking")) {
            assertThat(answer.has(member)).as(member).isTrue();
            assertThat(answer.path(member)).isEqualTo(written.path(member));
        }
        assertThat(written.path("inputs")).isNotEmpty();
    }

    @Test
    void runsOfOnePriorDifferByNoise() throws IOException {
        JsonNode answer = json(run("one"), run("two", "--seed", "2"));

        assertThat(answer.path("drawn")).hasSize(2);
        assertThat(answer.path("second").path("name").asText()).isEqualTo("two");
        double noise = answer.path("divergence").path("floor").asDouble();
        assertThat(answer.path("divergence").path("mean").asDouble()).isCloseTo(noise, within(0.5 * noise));
        assertThat(answer.path("divergence").path("published").asDouble()).isLessThan(0.5);
    }

    @Test
    void setsOfAFileAreLabelledAtTheModelThatIsGiven() throws IOException {
        String run = run("run");
        String file = folder.resolve("members.h5").toString();
        assertThat(Captured.run("export", run, "--as", "skimpy", "-o", file).code())
                .isZero();

        JsonNode answer = json(file, run, "--model", MODEL, "--valid-only");

        // The members are the valid sets.
        assertThat(answer.path("drawn").get(0).path("incidence").asDouble()).isEqualTo(1);
        assertThat(answer.path("first").path("sets"))
                .isEqualTo(answer.path("second").path("sets"));
        assertThat(answer.path("first").path("effectiveRank").asDouble())
                .isCloseTo(answer.path("second").path("effectiveRank").asDouble(), within(1e-6));
        assertThat(answer.path("second").path("name").asText()).isEqualTo("valid sets of run");
        assertThat(answer.path("divergence").path("published").asDouble()).isCloseTo(0, within(1e-6));
    }

    @Test
    void setsOfOneNameAreToldApartByTheirPaths() throws IOException {
        Files.createDirectory(folder.resolve("other"));
        JsonNode answer = json(run("run"), run("other/run", "--seed", "2"));

        assertThat(answer.path("first").path("name").asText())
                .isEqualTo(folder.resolve("run").toString());
    }

    @Test
    void weightsOfAGeneratorCountUnlessAllCountAlike() throws IOException {
        Captured.run(
                "train",
                "spectral",
                MODEL,
                "--lambda-max",
                "-2.7",
                "--max-jacobians",
                "400",
                "--fresh",
                "200",
                "-q",
                "-o",
                folder.resolve("trained").toString());
        String drawn = folder.resolve("drawn").toString();
        Captured.run(
                "generate",
                folder.resolve("trained/generator.kgen").toString(),
                "-n",
                "600",
                "--screen",
                "-q",
                "-o",
                drawn);
        String reference = run("run");

        JsonNode weighted = json(drawn, reference, "--valid-only");
        JsonNode alike = json(drawn, reference, "--valid-only", "--alike", "--force");

        assertThat(weighted.path("first").path("effectiveSize").asDouble())
                .isLessThan(alike.path("first").path("effectiveSize").asDouble());
        assertThat(alike.path("first").path("effectiveSize").asDouble())
                .isCloseTo(alike.path("first").path("sets").asDouble(), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN --groups 1 | --groups must be at least 2",
                "RUN --groups 601 | 600 sets do not fill 601 groups",
                "RUN --split-by Km_none | parameter Km_none: does not vary",
                "RUN --valid-only | name a second one",
                "RUN --model test-models/textbook_pathway.xml | leave it out",
                "RUN --names test-models/README.md | leave it out",
                "RUN --lambda-max -1e9 | valid sets: 0 of them count",
                "RUN --threads 0 | --threads must be at least 1",
                "RUN no_such_run | does not exist",
                "RUN OTHER | does not vary in both populations",
                "test-models/README.md | give the SBML file with --model",
            })
    void whatCannotBeComparedIsRefused(String line, String message) {
        String run = run("run");
        String other = folder.resolve("other").toString();
        if (line.contains("OTHER")) {
            Captured.run("sample", "test-models/shared_constant.xml", "-n", "50", "-q", "-o", other);
        }

        Captured captured =
                compare(line.replace("RUN", run).replace("OTHER", other).split(" "));

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.out()).isEmpty();
        assertThat(captured.err()).hasLineCount(1).startsWith("kindling: ").contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void parameterThatOnePopulationLacksIsNamed() {
        String run = run("run");
        String fewer = run("fewer", "--fix", "Km_E2_A");

        assertThat(compare(run, fewer).err()).contains("parameter ").contains("the same parameters vary");
    }

    @Test
    void populationsMayBelongToTwoStatesOfANetwork() throws IOException {
        Path concentrations = Files.writeString(folder.resolve("x.csv"), "species,concentration\nA,2.5\nB,1.2\n");
        Path fluxes = Files.writeString(folder.resolve("v.csv"), "reaction,flux\nE1,3\nE2,3\nE3,3\n");
        String tight = run("tight", "--concentrations", concentrations.toString(), "--fluxes", fluxes.toString());

        JsonNode answer = json(run("run"), tight);

        // The same seed draws the same saturations, of which others are valid.
        assertThat(answer.path("divergence").path("maximum").asDouble()).isCloseTo(0, within(1e-9));
        assertThat(answer.path("drawn").get(0).path("valid"))
                .isNotEqualTo(answer.path("drawn").get(1).path("valid"));
        assertThat(lines("parameters.csv").stream().filter(line -> line.startsWith("Km_E2_A,")))
                .singleElement()
                .satisfies(line -> {
                    String[] cells = line.split(",");
                    double shift = Double.parseDouble(cells[10]) - Double.parseDouble(cells[9]);
                    assertThat(shift).isCloseTo(Math.log(2.5 / 2), within(1e-9));
                });
    }

    @Test
    void modelsWithOtherUnitsOfTimeAreRefused() throws IOException {
        Path hours = Files.writeString(
                folder.resolve("hours.xml"),
                Files.readString(Path.of(MODEL))
                        .replace("multiplier=\"60\"", "multiplier=\"3600\"")
                        .replace("minute", "hour"));
        String target = folder.resolve("hours").toString();
        assertThat(Captured.run("sample", hours.toString(), "-n", "50", "-q", "-o", target)
                        .code())
                .isZero();

        assertThat(compare(run("run"), target).err()).contains("counts time in hour, that of the other in minute");
    }

    @Test
    void folderThatIsThereIsKeptUnlessItMayBeReplaced() {
        String run = run("run");
        assertThat(compare(run, "-q").code()).isZero();

        assertThat(compare(run).err()).contains("is there already");
        assertThat(compare(run, "--force").code()).isZero();
    }
}
