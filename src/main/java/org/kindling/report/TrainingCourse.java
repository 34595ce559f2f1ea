package org.kindling.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindling.generators.TrainingFigures;
import org.kindling.numerics.SpearmanCorrelation;

/**
 * How a training went, round by round: against the Jacobians that it spent, or against epochs where it is judged at checkpoints
 * only, whose figures tell the divergence from what is learnt from.
 *
 * <p>That incidence rises as the divergence falls, so that the divergence may stand for the incidence, was published by
 * S. Choudhury et al., Nature Machine Intelligence 4, 710 (2022), doi:10.1038/s42256-022-00519-y.
 */
final class TrainingCourse {

    /** Points of a curve: what a figure can show. Rounds between two points are taken together, which smooths small batches. */
    private static final int POINTS = 60;

    /** By these names a training against a discriminator tells its figures; the last two at checkpoints only. */
    private static final String DISCRIMINATOR_LOSS = "discriminator_loss";

    private static final String ACCURACY = "accuracy";
    private static final String DIVERGENCE = "kl";
    private static final String EFFECTIVE_RANK = "effective_rank";

    /** The correlation of two pairs is 1 or -1 whatever they are. */
    private static final int FEWEST = 3;

    private static final String TITLE = "Training";

    private final List<TrainingFigures> rounds;
    private final String timeUnit;

    private TrainingCourse(List<TrainingFigures> rounds, String timeUnit) {
        this.rounds = rounds;
        this.timeUnit = timeUnit;
    }

    /**
     * The course of a training.
     *
     * @param rounds the figures of its rounds, at least one
     * @param timeUnit the model's unit of time
     */
    static TrainingCourse of(List<TrainingFigures> rounds, String timeUnit) {
        return new TrainingCourse(rounds, timeUnit);
    }

    /** The part of the page that shows it. */
    StudyPage.Section section() {
        boolean atCheckpoints =
                rounds.stream().anyMatch(figures -> figures.further().containsKey(DIVERGENCE));
        return atCheckpoints ? byEpochs() : byJacobians();
    }

    private StudyPage.Section byJacobians() {
        List<List<TrainingFigures>> groups = groups();
        double[] jacobians =
                column(groups, group -> (double) group.get(group.size() - 1).jacobians());
        Figure incidence = new CurvePlot("Jacobians spent", "share of valid sets")
                .linear()
                .curve("sets of the training", jacobians, column(groups, TrainingCourse::incidence))
                .figure("Incidence as the training went on", "Of the sets that the training itself evaluated.");
        Figure slowest = new CurvePlot("Jacobians spent", slowestMode())
                .linear()
                .curve("median of the training's sets", jacobians, column(groups, TrainingCourse::medianAbscissa))
                .figure("The slowest mode as the training went on", "Below the bound of the criterion sets are valid.");
        return new StudyPage.Section(TITLE, "", List.of(incidence, slowest), List.of(), List.of());
    }

    private List<List<TrainingFigures>> groups() {
        int groups = Math.min(POINTS, rounds.size());
        return IntStream.range(0, groups)
                .mapToObj(group -> rounds.subList(group * rounds.size() / groups, (group + 1) * rounds.size() / groups))
                .toList();
    }

    private static double incidence(List<TrainingFigures> some) {
        long evaluated = some.stream().mapToLong(TrainingFigures::evaluated).sum();
        long valid = some.stream().mapToLong(TrainingFigures::valid).sum();
        return evaluated == 0 ? Double.NaN : (double) valid / evaluated;
    }

    /** The mean of the medians of those rounds that evaluated sets. */
    private static double medianAbscissa(List<TrainingFigures> some) {
        return some.stream()
                .filter(figures -> figures.evaluated() > 0)
                .mapToDouble(TrainingFigures::medianAbscissa)
                .average()
                .orElse(Double.NaN);
    }

    private StudyPage.Section byEpochs() {
        List<TrainingFigures> checkpoints = rounds.stream()
                .filter(figures -> figures.further().containsKey(DIVERGENCE))
                .toList();
        List<Figure> figures = new ArrayList<>();
        if (checkpoints.size() > 1) {
            figures.addAll(ofCheckpoints());
        }
        figures.addAll(ofEpochs());
        return new StudyPage.Section(TITLE, relation(checkpoints), figures, List.of(), List.of());
    }

    private List<Figure> ofCheckpoints() {
        return List.of(
                epochs("share of valid sets", "at checkpoints", round -> incidence(List.of(round)))
                        .figure("Incidence at checkpoints", "Of sets that are drawn to judge the generator."),
                epochs("divergence", "at checkpoints", told(DIVERGENCE))
                        .figure(
                                "Divergence from the population",
                                "Kullback-Leibler, of the generator's sets from the valid sets that it learns from, mean of "
                                        + "all parameters. The nearer to 0, the more alike they are."),
                epochs("effective rank, relative", "at checkpoints", told(EFFECTIVE_RANK))
                        .figure(
                                "Effective rank",
                                "In how many directions the generator's sets spread, beside the population's valid sets: "
                                        + "far below 1 they have collapsed onto few."),
                epochs(slowestMode(), "median at checkpoints", round -> medianAbscissa(List.of(round)))
                        .figure("The slowest mode", "Below the bound of the criterion sets are valid."));
    }

    private List<Figure> ofEpochs() {
        return List.of(
                epochs("loss", "generator", TrainingFigures::loss)
                        .curve("discriminator", epochs(), column(rounds, told(DISCRIMINATOR_LOSS)))
                        .figure("Losses", "Cross entropy: what each of the two lowers at the other's expense."),
                epochs("share of right answers", "discriminator", told(ACCURACY))
                        .figure(
                                "The discriminator's accuracy",
                                "How often it tells sets of the population from those of the generator. At 0.5 it cannot; "
                                        + "near 1 the generator learns nothing from it."));
    }

    private static String relation(List<TrainingFigures> checkpoints) {
        OptionalDouble correlation = checkpoints.size() < FEWEST
                ? OptionalDouble.empty()
                : SpearmanCorrelation.of(
                        column(checkpoints, round -> incidence(List.of(round))), column(checkpoints, told(DIVERGENCE)));
        return "Checkpoints at which the generator was judged: " + NumberText.ofCount(checkpoints.size()) + ". "
                + (correlation.isPresent()
                        ? "Over these, Spearman's rank correlation of incidence and divergence is "
                                + NumberText.of(correlation.getAsDouble())
                                + ". The publication of REKINDLE found that incidence rises as the divergence falls, a "
                                + "correlation near " + NumberText.of(-1) + "."
                        : "They are too few, or too alike, for a correlation of incidence and divergence.");
    }

    private CurvePlot epochs(String up, String label, ToDoubleFunction<TrainingFigures> value) {
        return new CurvePlot("epochs", up).linear().curve(label, epochs(), column(rounds, value));
    }

    private double[] epochs() {
        return column(rounds, round -> (double) round.round());
    }

    private String slowestMode() {
        return "slowest mode, per " + timeUnit;
    }

    /** What a training tells by this name; not a number, and so not drawn, where it does not. */
    private static ToDoubleFunction<TrainingFigures> told(String name) {
        return round -> round.further().getOrDefault(name, Double.NaN);
    }

    private static <T> double[] column(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
