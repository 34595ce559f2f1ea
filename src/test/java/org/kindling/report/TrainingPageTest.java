package org.kindling.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.Criterion;
import org.kindling.generators.FreshSample;
import org.kindling.generators.GeneratorRecord;
import org.kindling.generators.Latent;
import org.kindling.generators.TrainingFigures;

class TrainingPageTest {

    private static String page(List<TrainingFigures> rounds) {
        GeneratorRecord record = new GeneratorRecord(
                GeneratorRecord.FORMAT_VERSION,
                "Kindling test",
                new GeneratorRecord.Shape("conditional", Latent.NORMAL, 3),
                "0".repeat(64),
                List.of(),
                Map.of(),
                new GeneratorRecord.TrainingEntry(
                        "rekindle",
                        Map.of("how", "</title><script>alert(1)</script>"),
                        1,
                        GeneratorRecord.Goal.of(Criterion.abscissaBelow(-9), "lambda_max <= -9 per hour"),
                        500,
                        rounds),
                new FreshSample.Outcome(
                        100, 100, 95, 90, new FreshSample.Incidence(0.9, 0.8, 0.95), -10, Optional.empty(), 1e-12));
        return TrainingPage.of(new Heading("Training", "m", "hour", ""), record).html();
    }

    /** Judged every five epochs, the divergence as given. */
    private static List<TrainingFigures> epochs(double... divergences) {
        return IntStream.rangeClosed(1, 5 * divergences.length)
                .mapToObj(epoch -> epoch % 5 == 0
                        ? new TrainingFigures(
                                epoch,
                                10L * epoch,
                                40 + epoch,
                                100,
                                -8.5,
                                0.7,
                                Map.of(
                                        "discriminator_loss",
                                        0.6,
                                        "accuracy",
                                        0.75,
                                        "kl",
                                        divergences[epoch / 5 - 1],
                                        "effective_rank",
                                        0.9))
                        : new TrainingFigures(
                                epoch, 10L * epoch, 0, 0, 0, 0.7, Map.of("discriminator_loss", 0.6, "accuracy", 0.75)))
                .toList();
    }

    /** What the vertical axis of the figure with this title says: its numbers. */
    private static List<String> upwards(String page, String title) {
        String figure = page.substring(page.indexOf(title));
        String drawing = figure.substring(0, figure.indexOf("</svg>"));
        return Pattern.compile("tick end[^>]*>([^<]*)<")
                .matcher(drawing)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void trainingThatIsJudgedAtCheckpointsIsShownByEpochs() {
        String page = page(epochs(0.4, 0.3, 0.2));

        assertThat(page)
                .contains("Incidence at checkpoints", "Divergence from the population", "Effective rank", "Losses")
                .contains("s accuracy", "Checkpoints at which the generator was judged: 3.")
                .contains("rank correlation of incidence and divergence is −1.")
                .doesNotContain("Jacobians spent", "<script");
    }

    @Test
    void correlationIsStatedAlsoWhereItIsNotThatOfThePublication() {
        assertThat(page(epochs(0.2, 0.3, 0.4))).contains("rank correlation of incidence and divergence is 1.");
    }

    @Test
    void twoCheckpointsHaveNoCorrelation() {
        assertThat(page(epochs(0.4, 0.3))).contains("too few, or too alike, for a correlation");
    }

    @Test
    void oneCheckpointIsNoCurve() {
        assertThat(page(epochs(0.4))).contains("Losses").doesNotContain("Incidence at checkpoints");
    }

    @Test
    void roundsWithoutSetsDoNotCountInTheMedian() {
        List<TrainingFigures> rounds = IntStream.rangeClosed(1, 240)
                .mapToObj(round -> new TrainingFigures(
                        round,
                        10L * round,
                        round % 4 == 0 ? 5 : 0,
                        round % 4 == 0 ? 10 : 0,
                        round % 4 == 0 ? -8 : 0,
                        1))
                .toList();

        String page = page(rounds);

        assertThat(page).contains("Jacobians spent").doesNotContain("Spearman");
        assertThat(upwards(page, "The slowest mode as the training went on"))
                .isNotEmpty()
                .contains("−8")
                .doesNotContain("−2");
    }
}
