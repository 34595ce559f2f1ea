package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.app.CriterionOptions;
import org.kindling.app.FolderContent;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.PopulationOptions;
import org.kindling.app.TrainerChoice;
import org.kindling.app.TrainingOptions;
import org.kindling.ensemble.SetsHdf5Reader;
import org.kindling.ensemble.SetsTable;
import org.kindling.generators.rekindle.AdversarialMethod;
import org.kindling.sampling.Progress;

/** What {@code kindling train rekindle} prints, writes and refuses, and what is drawn from its generators. */
class TrainRekindleCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    @TempDir
    private Path folder;

    @BeforeEach
    void sample() {
        assertThat(Captured.run(
                                "sample",
                                MODEL,
                                "-n",
                                "400",
                                "--lambda-max",
                                "-2",
                                "--members",
                                "none",
                                "-q",
                                "-o",
                                path("run"))
                        .code())
                .isZero();
    }

    @Test
    void generatorIsTrainedForTheCriterionOfTheRun() throws IOException {
        Captured captured = train("one", "run");

        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        assertThat(captured.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly("trained", "valid", "worth", "folder");
        assertThat(captured.out())
                .contains("200 Jacobians", "of 100 fresh sets", "lambda_max <= -2 per minute", "no density");
        assertThat(FolderContent.names(folder.resolve("one")))
                .containsExactly("generator.kgen", "manifest.json", "report.html", "training.csv");
        assertThat(Files.readAllLines(folder.resolve("one/training.csv")))
                .hasSize(13)
                .startsWith("round,jacobians,valid,evaluated,median_lambda_max,loss,discriminator_loss,accuracy,kl,"
                        + "effective_rank");
        assertThat(folder.resolve("one/report.html")).content().contains("Incidence at checkpoints");
        assertThat(Captured.run("info", path("one")).out()).contains("all as written");
    }

    @Test
    void jsonSaysWhatFreshSetsAre() throws IOException {
        JsonNode answer = json(train("one", "run", "--as-published", "--json"));

        assertThat(answer.path("generator").asText()).endsWith("generator.kgen");
        assertThat(answer.path("jacobians").asInt()).isEqualTo(200);
        assertThat(answer.at("/fresh/sets").asInt()).isEqualTo(100);
        assertThat(answer.at("/fresh/weighted").isMissingNode()).isTrue();
        assertThat(Files.readString(folder.resolve("one/manifest.json"))).contains("as-published");
    }

    @Test
    void trainingGivesTheSameGeneratorOnAnyNumberOfThreads() throws IOException {
        train("one", "run", "--threads", "1");
        train("three", "run", "--threads", "3");

        assertThat(FolderContent.hashed(folder.resolve("three")))
                .isEqualTo(FolderContent.hashed(folder.resolve("one")));
    }

    @Test
    void interruptedTrainingGoesOnToTheSameGenerator() throws IOException {
        train("whole", "run");
        TrainingOptions options = new TrainingOptions(
                new TrainerChoice.Rekindle(12, 64, AdversarialMethod.GUIDED, 100),
                Long.MAX_VALUE,
                CriterionOptions.STABLE,
                100,
                1,
                2);
        OutputOptions output =
                new OutputOptions(folder.resolve("broken"), false, false, Optional.empty(), List.of("train"));
        assertThatThrownBy(() -> Kindling.learn(
                        PopulationOptions.ofRun(folder.resolve("run")), options, output, Progress.NONE, figures -> {
                            if (figures.round() == 11) {
                                Thread.currentThread().interrupt();
                            }
                        }))
                .isInstanceOf(InterruptedException.class);
        assertThat(folder.resolve("broken")).doesNotExist();

        Captured resumed = train("broken", "run", "--resume");

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(FolderContent.hashed(folder.resolve("broken")))
                .isEqualTo(FolderContent.hashed(folder.resolve("whole")));
    }

    @Test
    void setsAreDrawnFromTheGenerator() throws IOException {
        train("one", "run");
        String generator = path("one") + "/generator.kgen";

        Captured few = Captured.run("generate", generator, "-n", "50", "-q", "-o", path("few"));
        Captured screened = Captured.run(
                "generate", generator, "-n", "50", "--screen", "--members", "top:2", "-o", path("screened"));
        Captured many = Captured.run("generate", generator, "-n", "100500", "-q", "-o", path("many"));

        assertThat(few.code()).isZero();
        assertThat(many.code()).isZero();
        assertThat(screened.out()).contains("written    2 members as SBML");
        List<double[]> rows = new ArrayList<>();
        SetsTable.ofSets(folder.resolve("few")).read(rows::add);
        try (SetsHdf5Reader reader = SetsHdf5Reader.of(folder.resolve("many/sets.h5"))) {
            double[][] first = reader.read(0, 50);
            // Many sets go through a library for matrices, whose sums round in another order.
            for (int set = 0; set < 50; set++) {
                for (int k = 0; k < first[set].length; k++) {
                    assertThat(first[set][k] / rows.get(set)[k]).isCloseTo(1, within(1e-4));
                }
            }
        }
    }

    @Test
    void setsThatDoNotSayTheirModelAreLearntFromWithIt() {
        assertThat(Captured.run("export", path("run"), "--as", "skimpy", "-q", "-o", path("sets.h5"))
                        .code())
                .isZero();

        Captured captured = train("one", "sets.h5", "--model", MODEL, "--lambda-max", "-3");

        assertThat(captured.err()).isEmpty();
        assertThat(captured.out()).contains("lambda_max <= -3 per minute");
        Captured without = train("two", "sets.h5");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).hasLineCount(1).contains("sets.h5", "give the SBML file with --model");
        assertThat(folder.resolve("two")).doesNotExist();
        assertThat(folder.resolve("two.partial")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lambda-max 0 | has 400 valid sets among 400",
                "--lambda-max -1e9 | has 0 valid sets among 400",
                "--epochs 0 | --epochs must be at least 1, not 0",
                "--batch 1 | --batch must be at least 2, not 1",
                "--judged 0 | --judged must be at least 1, not 0",
                "--tau 2min --tau-max 1 | --tau",
                "--resume | there is no interrupted run to resume"
            })
    void whatCannotBeTrainedIsRefusedAndLeavesNothing(String options, String message) {
        Captured captured = Captured.run(Stream.concat(
                        Stream.of("train", "rekindle", path("run"), "-o", path("refused")),
                        Stream.of(options.split(" ")))
                .toArray(String[]::new));

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1).contains(message);
        assertThat(folder.resolve("refused")).doesNotExist();
        assertThat(folder.resolve("refused.partial")).doesNotExist();
    }

    /** Twelve epochs, which are judged after the tenth and the last. */
    @Test
    void seedsSideBySideGiveWhatEachGivesAlone() throws IOException {
        Captured repeated = train("three", "run", "--repeats=3", "--seed=4", "--threads=2");
        train("alone", "run", "--seed=5");

        assertThat(repeated.err()).isEmpty();
        assertThat(repeated.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly("seed", "seed", "seed", "mean", "folder");
        assertThat(folder.resolve("three/seed-5/generator.kgen"))
                .hasSameBinaryContentAs(folder.resolve("alone/generator.kgen"));
        assertThat(Files.readAllLines(folder.resolve("three/repeats.csv"))).hasSize(4);
        assertThat(Captured.run("generate", path("three/generator.kgen"), "-n", "3", "-q", "-o", path("drawn"))
                        .code())
                .isZero();
    }

    @Test
    void seedsThatAreDoneAreNotTrainedAgain() throws IOException {
        train("three", "run", "--repeats=3");
        Path partial = folder.resolve("three.partial");
        Files.move(folder.resolve("three"), partial);
        Files.move(partial.resolve("seed-3"), folder.resolve("lost"));
        byte[] table = Files.readAllBytes(partial.resolve("repeats.csv"));
        Files.writeString(partial.resolve("seed-2/manifest.json"), "{}");

        Captured resumed = train("three", "run", "--repeats=3", "--resume");

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(folder.resolve("three/seed-2/manifest.json")).hasContent("{}");
        assertThat(folder.resolve("three/repeats.csv")).hasBinaryContent(table);
    }

    private Captured train(String target, String population, String... more) {
        return Captured.run(Stream.concat(
                        Stream.of(
                                "train",
                                "rekindle",
                                path(population),
                                "--epochs=12",
                                "--batch=64",
                                "--judged=100",
                                "--fresh=100",
                                "-o",
                                path(target)),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(Captured captured) throws IOException {
        assertThat(captured.code()).as(captured.err()).isZero();
        return new ObjectMapper().readTree(captured.out());
    }
}
