package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The command {@code characterise}: its folder, its numbers, its refusals. */
class CharacteriseCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    private static final String[] SHORT = {"--starts", "2", "--generations", "2", "--max-jacobians", "120"};

    private static final String STATES = "state,x.A,x.B,v.E1,v.E2,v.E3";

    @TempDir
    private Path folder;

    private Captured characterise(String... more) {
        Stream<String> all = Stream.of(
                        Stream.of("characterise", MODEL),
                        Arrays.stream(SHORT),
                        Arrays.stream(more),
                        Stream.of("-o", folder.resolve("out").toString()))
                .flatMap(part -> part);
        return Captured.run(all.toArray(String[]::new));
    }

    private String table(String... lines) throws IOException {
        return Files.write(folder.resolve("states.csv"), List.of(lines)).toString();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    void modelAloneHasItsOwnState() throws IOException {
        Captured captured = characterise();

        assertThat(captured.code()).as(captured.err()).isZero();
        assertThat(captured.out())
                .contains("fastest    lambda_max -", "from prior 2 descents", "perturbed  2 descents", "species", "E2");
        assertThat(folder.resolve("out"))
                .isDirectoryContaining("glob:**report.html")
                .isDirectoryContaining("glob:**characterisation.json")
                .isDirectoryContaining("glob:**fastest_sets.csv");
        assertThat(lines("states.csv")).hasSize(2).element(1).asString().startsWith("model,-");
        assertThat(lines("holding.csv")).hasSize(1 + 2 + 3);
    }

    @Test
    void statesOfATableHaveRowsRangesAndMaps() throws IOException {
        String states = table(STATES, "tight,2.5,1.2,3,3,3", "wide,1.5,0.8,3,3,3", "third,2.2,0.9,3,3,3");

        Captured captured = characterise("--states", states, "--lambda-max", "-1", "--json");

        assertThat(captured.code()).as(captured.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(captured.out());
        assertThat(answer.path("states")).hasSize(4);
        assertThat(answer.path("states").get(1).path("state").asText()).isEqualTo("tight");
        assertThat(answer.path("feasible").asInt()).isEqualTo(4);
        assertThat(lines("states.csv"))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("state,lambda_max,feasible,")
                .endsWith("pc1,pc2,map1,map2");
        assertThat(lines("ranges.csv"))
                .contains("A,1.5,2.1,2.5,1.5,2.1,2.5")
                .startsWith("species,lowest,median,highest,feasible_lowest,feasible_median,feasible_highest");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("Where the states lie", "Principal components", "What holds it there", "fast enough")
                .doesNotContain("http:", "https:", "<script", "src=", "href=", "url(", "NaN", "Infinity");
    }

    @Test
    void noStateIsFastEnoughForAnImpossibleWish() throws IOException {
        String states = table(STATES, "tight,2.5,1.2,3,3,3", "wide,1.5,0.8,3,3,3");

        Captured captured = characterise("--states", states, "--lambda-max", "-1e9");

        assertThat(captured.code()).as(captured.err()).isZero();
        assertThat(captured.out()).contains("of which 0 reach");
        assertThat(lines("ranges.csv")).startsWith("species,lowest,median,highest");
        assertThat(lines("states.csv")).first().asString().doesNotContain("pc1");
    }

    @Test
    void filesDoNotDependOnTheNumberOfThreads() throws IOException {
        characterise("--threads", "1", "-q");
        List<String> one = lines("fastest_sets.csv");
        characterise("--threads", "3", "-q", "--force");

        assertThat(lines("fastest_sets.csv")).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state,x.Z | first,1 | column x.Z",
                "state,x.A | first,much | row 2",
                "state,x.A | | no row",
                "state,x.A | first,3 | not steady",
                "state,x.A,v.E1,v.E2,v.E3 | against the flux,100,3,3,3 | row 2",
            })
    void wrongTableIsRefused(String header, String row, String message) throws IOException {
        String states = row == null ? table(header) : table(header, row);

        Captured captured = characterise("--states", states);

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"--starts,0", "--generations,0", "--max-jacobians,3", "--box,0", "--threads,0"})
    void wrongOptionIsRefused(String option, String value) {
        Captured captured = Captured.run(
                "characterise",
                MODEL,
                option,
                value,
                "-o",
                folder.resolve("out").toString());

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).contains(option);
    }
}
