package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.app.FolderContent;

/** {@code kindling train spectral --amortise}: one generator for many reference states. */
class AmortisedTrainingTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeStates() throws IOException {
        Files.write(
                folder.resolve("states.csv"),
                List.of("state,x.A,x.B,v.E1,v.E2,v.E3", "one,2,1,3,3,3", "two,2.4,1.1,2,2,2"));
    }

    private Captured train(String name, String... more) {
        Stream<String> all = Stream.concat(
                Stream.of("train", "spectral", MODEL, "--lambda-max", "-1", "--max-jacobians", "600", "-o", path(name)),
                Stream.of(more));
        return Captured.run(all.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void generatorServesAStateThatWasNotInTheTable() throws IOException {
        Captured trained = train("all", "--amortise", path("states.csv"), "--variations", "20", "-q");
        Files.writeString(folder.resolve("x.csv"), "species,concentration\nA,2.2\nB,1.05\n");
        Files.writeString(folder.resolve("v.csv"), "reaction,flux\nE1,2.5\nE2,2.5\nE3,2.5\n");
        String[] there = {
            "--concentrations", path("x.csv"), "--fluxes", path("v.csv"), "-n", "400", "--screen", "--json"
        };
        Captured drawn = Captured.run(Stream.concat(
                        Stream.of("generate", path("all") + "/generator.kgen", MODEL, "-o", path("there")),
                        Stream.of(there))
                .toArray(String[]::new));

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(drawn.code()).as(drawn.err()).isZero();
        JsonNode incidence = new ObjectMapper().readTree(drawn.out()).path("incidence");
        assertThat(incidence.path("value").asDouble()).isGreaterThan(0.9);
        JsonNode about =
                new ObjectMapper().readTree(folder.resolve("all/manifest.json").toFile());
        assertThat(about.toString()).contains("\"variations\":20", "states.csv");
    }

    @Test
    void tablesAreGivenOneByOneAndTheModelMayFollow() throws IOException {
        Files.copy(folder.resolve("states.csv"), folder.resolve("more.csv"));

        Captured trained = Captured.run(
                "train",
                "spectral",
                "-o",
                path("two"),
                "--max-jacobians",
                "100",
                "--variations",
                "0",
                "--amortise",
                path("states.csv"),
                "--amortise",
                path("more.csv"),
                MODEL);

        assertThat(trained.code()).as(trained.err()).isZero();
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("two/manifest.json").toFile());
        assertThat(manifest.toString()).contains("states.csv", "more.csv");
    }

    @Test
    void variationsFollowFromTheSeedOnAnyNumberOfThreads() throws IOException {
        String[] options = {"--amortise", path("states.csv"), "--variations", "5", "-q", "--threads"};
        train("one", Stream.concat(Stream.of(options), Stream.of("1")).toArray(String[]::new));
        train("three", Stream.concat(Stream.of(options), Stream.of("3")).toArray(String[]::new));

        Map<String, String> one = FolderContent.hashed(folder.resolve("one"));
        assertThat(FolderContent.hashed(folder.resolve("three"))).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--variations 5 | add --amortise",
                "--amortise STATES --variations -1 | must not be negative",
                "--amortise NONE | there is no such file",
            })
    void whatDoesNotGoTogetherIsRefusedAndLeavesNothing(String options, String message) throws IOException {
        Captured refused = train(
                "out",
                options.replace("STATES", path("states.csv"))
                        .replace("NONE", path("none.csv"))
                        .split(" "));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
