package org.kindling.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kindling.analysis.TransferOutcome;
import org.kindling.generators.FreshSample;

/** The page of a transfer: what a generator reaches at another physiology, by the number of its sets. Immutable. */
public final class TransferPage {

    private final Heading heading;
    private final String criterion;
    private final FreshSample.Incidence before;
    private final List<TransferOutcome> outcomes;
    private final List<Fact> facts;

    private TransferPage(
            Heading heading,
            String criterion,
            FreshSample.Incidence before,
            List<TransferOutcome> outcomes,
            List<Fact> facts) {
        this.heading = heading;
        this.criterion = criterion;
        this.before = before;
        this.outcomes = outcomes;
        this.facts = facts;
    }

    /**
     * The page of a transfer.
     *
     * @param heading what it is about
     * @param criterion what a valid set must meet, in words
     * @param before what the generator reached as it was
     * @param outcomes every training, at least one
     * @param facts how it was made
     * @return the page
     */
    public static TransferPage of(
            Heading heading,
            String criterion,
            FreshSample.Incidence before,
            List<TransferOutcome> outcomes,
            List<Fact> facts) {
        return new TransferPage(heading, criterion, before, List.copyOf(outcomes), List.copyOf(facts));
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        List<List<String>> rows = new ArrayList<>();
        for (int sets : sizes()) {
            rows.add(List.of(NumberText.ofCount(sets), words(sets, true), words(sets, false)));
        }
        List<List<String>> made =
                facts.stream().map(fact -> List.of(fact.label(), fact.value())).toList();
        return new StudyPage(
                        heading,
                        lead(),
                        List.of(
                                new StudyPage.Section(
                                        "Incidence by the number of sets",
                                        "Means over the repeats, with the least and the largest in brackets, of fresh sets that "
                                                + "no choice was made by.",
                                        sizes().size() > 1 ? List.of(figure()) : List.of(),
                                        List.of("sets", "from the generator", "from scratch"),
                                        rows),
                                new StudyPage.Section("How it was made", "", List.of(), List.of("", ""), made)))
                .html();
    }

    private String lead() {
        return "As it was, " + NumberText.of(before.value()) + " of the generator's sets meet " + criterion
                + " at this physiology. With " + NumberText.ofCount(sizes().get(0)) + " sets of it: "
                + words(sizes().get(0), true) + "; a generator that began from scratch: "
                + words(sizes().get(0), false) + ".";
    }

    private List<Integer> sizes() {
        return outcomes.stream().map(TransferOutcome::sets).distinct().sorted().toList();
    }

    private List<TransferOutcome> of(int sets, boolean pretrained) {
        return outcomes.stream()
                .filter(outcome -> outcome.sets() == sets && outcome.pretrained() == pretrained)
                .toList();
    }

    private String words(int sets, boolean pretrained) {
        Spread spread = spread(sets, pretrained);
        return NumberText.of(rounded(spread.mean)) + " [" + NumberText.of(rounded(spread.least)) + ", "
                + NumberText.of(rounded(spread.largest)) + "]";
    }

    private static double rounded(double share) {
        return Math.rint(1e4 * share) / 1e4;
    }

    /** A mean with the range around it. */
    private record Spread(double mean, double least, double largest) {}

    private Spread spread(int sets, boolean pretrained) {
        var summary = of(sets, pretrained).stream()
                .mapToDouble(outcome -> outcome.incidence().value())
                .summaryStatistics();
        return new Spread(summary.getAverage(), summary.getMin(), summary.getMax());
    }

    private Figure figure() {
        double[] across = sizes().stream().mapToDouble(sets -> Math.log10(sets)).toArray();
        CurvePlot plot = new CurvePlot("decimal logarithm of the number of sets", "incidence of fresh sets").linear();
        plot.band(
                new LegendEntry("all", "range over the repeats, from the generator"),
                across,
                values(true, spread -> spread.least),
                values(true, spread -> spread.largest));
        plot.curve("from the generator", across, values(true, spread -> spread.mean));
        plot.curve("from scratch", across, values(false, spread -> spread.mean));
        return plot.figure(
                "Incidence by the number of sets", "Of fresh sets, after the best checkpoint was chosen by others.");
    }

    private double[] values(boolean pretrained, ToDoubleFunction<Spread> of) {
        return sizes().stream()
                .mapToDouble(sets -> of.applyAsDouble(spread(sets, pretrained)))
                .toArray();
    }
}
