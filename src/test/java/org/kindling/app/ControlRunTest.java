package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.ensemble.MemberSelection;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;

/** Control coefficients from a file or run folder to a folder. */
class ControlRunTest {

    private static final Path TEXTBOOK = Path.of("test-models/textbook_pathway.xml");

    @TempDir
    private Path folder;

    @Test
    void controlOfAModelIsInTheTables() throws IOException, InterruptedException {
        ControlSummary summary = control(ModelOptions.of(TEXTBOOK), "all", 1, "control");

        assertThat(summary.ensemble().consistent()).isTrue();
        List<String> rows = Files.readAllLines(summary.folder().resolve("flux_control.csv"));
        assertThat(rows).hasSize(10);
        assertThat(rows.get(0)).isEqualTo("response,enzyme,median,q25,q75,sign_agreement");
        assertThat(rows.get(2)).startsWith("E1,E2,0.42228").endsWith(",1");
        assertThat(Double.parseDouble(rows.get(2).split(",")[2])).isCloseTo(144.0 / 341, within(1e-14));
        assertThat(Files.readAllLines(summary.folder().resolve("concentration_control.csv")))
                .hasSize(7);
        assertThat(Files.readString(summary.folder().resolve("control.json")))
                .contains("\"consistent\" : true", "\"textbook_pathway\"");
        assertThat(Files.readString(summary.folder().resolve("control.html"))).contains("<svg");
        assertThat(folder.resolve("control.partial")).doesNotExist();
    }

    @Test
    void filesDoNotDependOnThreads() throws IOException, InterruptedException {
        Path run = SampleJob.of("yeast_glycolysis")
                .sets(60)
                .into(folder.resolve("run"))
                .folder();

        Path one = control(ModelOptions.of(run), "all", 1, "one").folder();
        Path three = control(ModelOptions.of(run), "all", 3, "three").folder();

        for (String file : List.of("flux_control.csv", "concentration_control.csv", "control.html", "control.json")) {
            assertThat(three.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    @Test
    void membersAreThoseChosen() throws IOException, InterruptedException {
        Path run = SampleJob.of("textbook_pathway")
                .sets(50)
                .into(folder.resolve("run"))
                .folder();

        ControlSummary summary = control(ModelOptions.of(run), "top:7", 2, "control");

        assertThat(summary.ensemble().members()).isEqualTo(7);
        assertThat(summary.ensemble().consistent()).isTrue();
    }

    @Test
    void steadyStateIsGoneToWhereAsked() throws IOException, InterruptedException {
        Path unsteady = Path.of("test-models/unsteady.xml");
        assertThatThrownBy(() -> control(ModelOptions.of(unsteady), "all", 1, "control"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--steady-state");

        ModelOptions options = new ModelOptions(
                unsteady,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                true);
        assertThat(control(options, "all", 1, "control").ensemble().consistent())
                .isTrue();
    }

    @Test
    void whatIsThereIsKeptUnlessItMayBeReplaced() throws IOException, InterruptedException {
        control(ModelOptions.of(TEXTBOOK), "all", 1, "control");

        assertThatThrownBy(() -> control(ModelOptions.of(TEXTBOOK), "all", 1, "control"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--force");
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThatThrownBy(() -> Kindling.control(
                        options(ModelOptions.of(TEXTBOOK), "all", 1), output(other, true), Progress.NONE))
                .isInstanceOf(InputException.class);
        Kindling.control(
                options(ModelOptions.of(TEXTBOOK), "all", 1), output(folder.resolve("control"), true), Progress.NONE);
    }

    @Test
    void unknownAndFluxlessReactionsAreRefused() {
        for (String wrong : List.of("none", "E3")) {
            ControlOptions options = new ControlOptions(
                    ModelOptions.of(Path.of("test-models/zero_flux.xml")),
                    MemberSelection.parse("all"),
                    Optional.of(wrong),
                    1);
            assertThatThrownBy(() -> Kindling.control(options, output(folder.resolve("control"), false), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(wrong);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private ControlSummary control(ModelOptions subject, String members, int threads, String name)
            throws IOException, InterruptedException {
        return Kindling.control(options(subject, members, threads), output(folder.resolve(name), false), Progress.NONE);
    }

    private static ControlOptions options(ModelOptions subject, String members, int threads) {
        return new ControlOptions(subject, MemberSelection.parse(members), Optional.empty(), threads);
    }

    private static OutputOptions output(Path target, boolean force) {
        return new OutputOptions(target, force, false, Optional.empty(), List.of("control"));
    }
}
