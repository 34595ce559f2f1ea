package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.app.FolderContent;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.SetsTable;

/** What {@code kindling rules} prints, writes and refuses, and {@code kindling sample --within} makes of it. */
class RulesCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    /** The constants of the model that are drawn, with the concentration that each measures. */
    private static final Map<String, Double> REFERENCES =
            Map.of("Km_E1_S", 4.0, "Km_E1_A", 2.0, "Km_E2_A", 2.0, "Km_E2_B", 0.5, "Km_E3_B", 0.5, "Km_E3_P", 0.5);

    @TempDir
    private Path folder;

    @BeforeEach
    void sample() {
        assertThat(Captured.run(
                                "sample",
                                MODEL,
                                "-n",
                                "1500",
                                "--lambda-max",
                                "-3",
                                "--members",
                                "none",
                                "-q",
                                "-o",
                                path("run"))
                        .code())
                .isZero();
    }

    @Test
    void rulesArePrintedWithTheirFigures() {
        Captured captured = Captured.run("rules", path("run"), "-o", path("rules.json"));

        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        assertThat(captured.out())
                .contains("wanted     lambda_max <= -3 per minute", "of 1,500 sets", "purity", "coverage", "lift")
                .contains("saturation by A", "Km_E1_A", path("rules.json"));
    }

    @Test
    void jsonOfRulesIsThatOfTheFile() throws IOException {
        JsonNode answer = json("rules", path("run"), "--json", "-o", path("rules.json"));
        JsonNode file = new ObjectMapper().readTree(folder.resolve("rules.json").toFile());

        assertThat(answer.get("rules")).isEqualTo(file.get("rules"));
        assertThat(answer.get("population")).isEqualTo(file.get("population"));
        assertThat(answer.get("property").asText()).isEqualTo("lambda_max <= -3 per minute");
        JsonNode best = answer.at("/rules/0");
        assertThat(best.at("/purity/value").asDouble()).isGreaterThan(0.75);
        assertThat(best.at("/purity/low").asDouble())
                .isLessThan(best.at("/purity/value").asDouble());
        assertThat(best.get("lift").asDouble()).isGreaterThan(2);
        assertThat(answer.at("/population/grown").asInt()
                        + answer.at("/population/heldOut").asInt())
                .isEqualTo(1500);
        assertThat(file.at("/provenance/inputs")).hasSize(2);
    }

    @Test
    void setsWithinARuleLieInItsRangesAndAreValidMoreOften() throws IOException {
        JsonNode rule = rules().at("/rules/0");

        Captured captured = Captured.run(
                "sample", MODEL, "--within", path("rules.json"), "--seed", "5", "-n", "800", "-o", path("in"));

        assertThat(captured.code()).as(captured.err()).isZero();
        assertThat(captured.out()).contains("lambda_max <= -3 per minute").contains("lift ");
        Manifest.Incidence incidence = Manifest.read(folder.resolve("in")).incidence();
        Manifest.Lift lift = incidence.lift().orElseThrow();
        assertThat(lift.value()).isCloseTo(incidence.value() / lift.population(), within(1e-12));
        assertThat(lift.low()).isGreaterThan(1.5);
        assertThat(lift.population()).isCloseTo(0.26, within(0.05));
        assertThat(incidence.value()).isCloseTo(rule.at("/purity/value").asDouble(), within(0.15));
        assertThat(rule.get("ranges")).isNotEmpty();
        for (JsonNode range : rule.get("ranges")) {
            String parameter = range.get("parameter").asText();
            for (double constant : column("in", parameter)) {
                assertThat(1 / (1 + constant / REFERENCES.getOrDefault(parameter, Double.NaN)))
                        .isBetween(
                                range.get("lowestSaturation").asDouble() - 1e-12,
                                range.get("highestSaturation").asDouble() + 1e-12);
            }
        }
    }

    @Test
    void runWithinARuleSaysSoAndCanBeRepeated() throws IOException {
        rules();
        for (String threads : List.of("1", "2")) {
            assertThat(Captured.run(
                                    "sample",
                                    MODEL,
                                    "--within",
                                    path("rules.json"),
                                    "--rule",
                                    "2",
                                    "-n",
                                    "300",
                                    "--threads",
                                    threads,
                                    "-q",
                                    "-o",
                                    path("in" + threads))
                            .code())
                    .isZero();
        }

        assertThat(FolderContent.hashed(folder.resolve("in2"))).isEqualTo(FolderContent.hashed(folder.resolve("in1")));
        Manifest.Provenance provenance = Manifest.read(folder.resolve("in1")).provenance();
        assertThat(provenance.inputs()).extracting(Manifest.FileEntry::path).endsWith("rules.json");
        assertThat(provenance.configuration())
                .containsEntry("generator", "ORACLE sampling of saturations within rule 2 of rules.json");
        assertThat(provenance.configuration().toString()).contains("within=[saturation of Km_");
        assertThat(folder.resolve("in1/report.html")).content().contains("Lift", "the incidence within the rule over");
        assertThat(folder.resolve("in1/parameters.csv"))
                .content()
                .containsPattern("saturation uniform in \\[0\\.[1-9]");
    }

    @Test
    void liftIsSilentWhereThePopulationWasDrawnOrJudgedOtherwise() throws IOException {
        rules();
        String[] criterion = {"--lambda-max", "-2"};
        String[] fixed = {"--fix", free()};

        for (String[] other : List.of(criterion, fixed)) {
            List<String> arguments =
                    new ArrayList<>(List.of("sample", MODEL, "--within", path("rules.json"), "-n", "100"));
            arguments.addAll(List.of(other));
            arguments.addAll(List.of("--force", "-o", path("in")));
            Captured captured = Captured.run(arguments.toArray(String[]::new));
            assertThat(captured.code()).as(captured.err()).isZero();
            assertThat(captured.out()).doesNotContain("lift");
            assertThat(Manifest.read(folder.resolve("in")).incidence().lift()).isEmpty();
        }
    }

    @Test
    void setsThatAreLabelledAnewHaveTheSameRules() throws IOException {
        JsonNode again =
                json("rules", path("run"), "--model", MODEL, "--lambda-max", "-3", "--json", "-o", path("again.json"));

        assertThat(again.get("rules")).isEqualTo(rules().get("rules"));
    }

    @Test
    void criterionOfTimeConstantsIsThatOfTheRules() throws IOException {
        json("rules", path("run"), "--tau-min", "0.33", "--json", "-o", path("rules.json"));

        Captured captured = Captured.run(
                "sample", MODEL, "--within", path("rules.json"), "--seed", "5", "-n", "200", "-o", path("in"));

        assertThat(captured.out()).contains("lambda_max <= 0 and >= -3.03").contains("lift ");
    }

    @Test
    void whateverATableSaysOfSetsCanBeExplained() throws IOException {
        StringBuilder table = new StringBuilder("index,gain\n");
        double[] constants = column("run", "Km_E2_B");
        for (int set = 0; set < constants.length; set += 2) {
            table.append(set)
                    .append(',')
                    .append(set % 10 == 0 ? "NaN" : constants[set])
                    .append('\n');
        }
        Files.writeString(folder.resolve("gain.csv"), table);

        JsonNode answer = json(
                "rules",
                path("run"),
                "--property",
                path("gain.csv") + ":gain",
                "--above",
                "0.25",
                "--below",
                "1",
                "--json",
                "-o",
                path("rules.json"));

        assertThat(answer.get("property").asText()).isEqualTo("gain > 0.25 and gain < 1.0");
        assertThat(answer.at("/population/sets").asInt()).isEqualTo(600);
        assertThat(answer.get("rules")).hasSize(1);
        JsonNode range = answer.at("/rules/0/ranges/0");
        assertThat(range.get("parameter").asText()).isEqualTo("Km_E2_B");
        assertThat(range.get("lowestConstant").asDouble()).isCloseTo(0.25, within(0.03));
        assertThat(range.get("highestConstant").asDouble()).isCloseTo(1, within(0.05));
        assertThat(answer.at("/rules/0/purity/value").asDouble()).isGreaterThan(0.95);
        Captured within = Captured.run("sample", MODEL, "--within", path("rules.json"), "-n", "50", "-o", path("in"));
        assertThat(within.out()).contains("lambda_max <= 0").doesNotContain("lift");
    }

    @Test
    void tablesOfPropertiesThatSayNothingAreRefused() throws IOException {
        assertThat(refusedTable("set,gain\n1,2\n")).contains("has no column index");
        assertThat(refusedTable("index,loss\n1,2\n")).contains("has no column gain");
        assertThat(refusedTable("index,gain\n0.5,2\n")).contains("row 2", "is no index of a set");
        assertThat(refusedTable("index,gain\n1,2\n1,3\n")).contains("row 3", "has a number already");
        assertThat(refusedTable("index,gain\n1,high\n")).contains("row 2", "is no number");
        assertThat(refusedTable("index,gain\n9000,2\n")).contains("for any set of the population");
        assertThat(refusedTable("index,gain\n1,2\n2,3\n")).contains("each of its 2 sets has the property gain > 1.0");
        assertThat(refusedTable("index,gain\n1,0\n")).contains("none of its 1 sets");
    }

    @Test
    void rulesOfAnotherNetworkOrWithoutTheirConstantsAreRefused() throws IOException {
        String ranged = rules().at("/rules/0/ranges/0/parameter").asText();

        assertThat(refusedSample("test-models/yeast_glycolysis.xml"))
                .contains("not of the network that the rules were learnt");
        assertThat(refusedSample(MODEL, "--rule", "17")).contains("has no rule 17");
        assertThat(refusedSample(MODEL, "--rule", "0")).contains("has no rule 0");
        assertThat(refusedSample(MODEL, "--fix", ranged)).contains("parameter " + ranged, "does not vary");
        Path measured = Files.writeString(folder.resolve("measured.csv"), "parameter,lower,upper\nKm_E1_A,1000,2000\n");
        assertThat(refusedSample(MODEL, "--measured", measured.toString()))
                .contains("parameter Km_E1_A", "cannot lie between");
    }

    @Test
    void populationWithoutContrastAndFilesThatAreThereAreRefused() throws IOException {
        Captured all = Captured.run("rules", path("run"), "--lambda-max", "-0.1", "-o", path("none.json"));
        rules();
        Captured again = Captured.run("rules", path("run"), "-o", path("rules.json"));

        assertThat(all.code()).isEqualTo(2);
        assertThat(all.err()).contains("each of its 1500 sets has the property lambda_max <= -0.1 per minute");
        assertThat(folder.resolve("none.json")).doesNotExist();
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already", "--force");
        assertThat(Captured.run("rules", path("run"), "-q", "--force", "-o", path("rules.json")))
                .isEqualTo(new Captured(0, "", ""));
    }

    private JsonNode rules() throws IOException {
        return json("rules", path("run"), "--json", "-o", path("rules.json"));
    }

    /** A constant that the first rule does not ask anything of. */
    private String free() throws IOException {
        String rule = new ObjectMapper()
                .readTree(folder.resolve("rules.json").toFile())
                .at("/rules/0/ranges")
                .toString();
        return REFERENCES.keySet().stream()
                .filter(address -> !rule.contains(address))
                .findFirst()
                .orElseThrow();
    }

    private String refusedTable(String text) throws IOException {
        Path table = Files.writeString(folder.resolve("gain.csv"), text);
        Captured captured = Captured.run(
                "rules", path("run"), "--property", table + ":gain", "--above", "1", "-o", path("refused.json"));
        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1);
        assertThat(folder.resolve("refused.json")).doesNotExist();
        return captured.err();
    }

    private String refusedSample(String model, String... more) {
        List<String> arguments = new ArrayList<>(List.of("sample", model, "--within", path("rules.json")));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("-n", "10", "-o", path("refused")));
        Captured captured = Captured.run(arguments.toArray(String[]::new));
        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1);
        assertThat(folder.resolve("refused")).doesNotExist();
        assertThat(folder.resolve("refused.partial")).doesNotExist();
        return captured.err();
    }

    private double[] column(String run, String parameter) throws IOException {
        SetsTable table = SetsTable.ofSets(folder.resolve(run));
        int column = table.column(parameter).orElseThrow();
        List<Double> numbers = new ArrayList<>();
        table.read(row -> numbers.add(row[column]));
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(String... arguments) throws IOException {
        Captured captured = Captured.run(arguments);
        assertThat(captured.code()).as(captured.err()).isZero();
        return new ObjectMapper().readTree(captured.out());
    }
}
