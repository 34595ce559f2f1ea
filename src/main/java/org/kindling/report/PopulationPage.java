package org.kindling.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kindling.analysis.NeighbourDistances;
import org.kindling.analysis.ParameterDifference;
import org.kindling.analysis.PopulationComparison;
import org.kindling.analysis.PopulationDivergence;
import org.kindling.analysis.PopulationFigures;
import org.kindling.analysis.SampleSpread;
import org.kindling.sampling.Population;

/** The page of a comparison of populations: which parameters differ, how the dynamics do, and how sets spread. Immutable. */
public final class PopulationPage {

    /** Parameters that are shown; the table beside the page holds all. */
    private static final int MOST_PARAMETERS = 20;

    /** Longer ids make tables too wide. */
    private static final int LONGEST_ID = 20;

    private static final String LIMIT = "limit";

    private final PopulationReport report;
    private final PopulationComparison comparison;
    private final String perTime;

    private PopulationPage(PopulationReport report) {
        this.report = report;
        this.comparison = report.comparison();
        this.perTime = ", per " + report.heading().timeUnit();
    }

    /**
     * The page of a report.
     *
     * @param report what it shows
     * @return the page
     */
    public static PopulationPage of(PopulationReport report) {
        return new PopulationPage(report);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        return new StudyPage(
                        report.heading(),
                        lead(),
                        List.of(
                                parameters(),
                                new SplitSection(report.split(), report.criterion(), perTime).section(),
                                dynamics(),
                                spread(),
                                provenance()))
                .html();
    }

    private String lead() {
        ParameterDifference most = comparison.ranking().get(0);
        return "Of " + comparison.parameters().size() + " parameters, "
                + most.coordinate().address() + " differs most between "
                + report.first().name() + " and " + report.second().name() + ": divergence "
                + NumberText.of(most.divergence()) + ", where noise alone makes " + NumberText.of(most.floor()) + ".";
    }

    private StudyPage.Section parameters() {
        List<ParameterDifference> rows =
                comparison.ranking().stream().limit(MOST_PARAMETERS).toList();
        PopulationDivergence divergence = comparison.divergence();
        String text = "Divergence of " + report.first().name() + " from "
                + report.second().name()
                + ", on the saturation 1/(1 + K/x*), in 100 bins. Its mean over all parameters is "
                + NumberText.of(divergence.mean()) + ", where noise alone makes "
                + NumberText.of(divergence.floor()) + "; its maximum is " + NumberText.of(divergence.maximum())
                + ", that of noise " + NumberText.of(divergence.floorMaximum())
                + ". The divergence of the histograms of means, as REKINDLE's publication takes it, is "
                + NumberText.of(comparison.published()) + ".";
        return new StudyPage.Section(
                "Which parameters differ",
                text,
                List.of(new DivergencePlot(rows)
                        .figure(
                                "Parameters that differ most",
                                "Noise is what two samples of the second population differ by that are as large as the "
                                        + "first.")),
                List.of("parameter", "reactions", "species", "divergence", "noise", "mean saturations"),
                rows.stream().map(PopulationPage::row).toList());
    }

    private static List<String> row(ParameterDifference difference) {
        return List.of(
                ParameterRangePlot.shortened(difference.coordinate().address(), LONGEST_ID),
                ParameterRangePlot.shortened(
                        String.join(" ", difference.coordinate().parameter().reactions()), LONGEST_ID),
                difference.coordinate().parameter().species().orElse(""),
                NumberText.ofColumn(difference.divergence()),
                NumberText.ofColumn(difference.floor()),
                NumberText.ofDistance(difference.first().saturation()) + " / "
                        + NumberText.ofDistance(difference.second().saturation()));
    }

    private StudyPage.Section dynamics() {
        double[] own = abscissae(report.first().population());
        double[] other = abscissae(report.second().population());
        List<Figure> figures = new ArrayList<>();
        figures.add(slowest(own, other));
        constants(own, other).ifPresent(figures::add);
        return new StudyPage.Section(
                "Dynamics",
                report.drawn().stream()
                        .map(fact -> fact.label() + ": " + fact.value() + ".")
                        .collect(Collectors.joining(" ")),
                figures,
                List.of("", report.first().name(), report.second().name()),
                List.of(
                        row("sets", each -> NumberText.ofCount(each.incidence().sets())),
                        row("slowest mode" + perTime, each -> words(each.abscissa())),
                        row(
                                "time constant of stable sets, "
                                        + report.heading().timeUnit(),
                                each -> each.timeConstant()
                                        .map(PopulationPage::words)
                                        .orElse("none is stable"))));
    }

    private List<String> row(String label, Function<PopulationFigures, String> words) {
        return List.of(label, words.apply(comparison.first()), words.apply(comparison.second()));
    }

    private static String words(SampleSpread spread) {
        return "median " + NumberText.of(spread.median()) + ", middle half " + NumberText.of(spread.lower()) + " to "
                + NumberText.of(spread.upper());
    }

    private static double[] abscissae(Population population) {
        return IntStream.range(0, population.size())
                .mapToDouble(population::abscissa)
                .toArray();
    }

    private OutlinePlot.Sample sample(PopulationReport.Named of, double... values) {
        return new OutlinePlot.Sample(of.name(), values);
    }

    private Figure slowest(double[] own, double[] other) {
        List<HistogramPlot.Marker> markers = new ArrayList<>();
        double highest = report.criterion().highestAbscissa();
        if (highest < 0) {
            markers.add(new HistogramPlot.Marker(
                    highest,
                    "limit " + NumberText.of(highest) + " per "
                            + report.heading().timeUnit(),
                    LIMIT));
        }
        markers.add(new HistogramPlot.Marker(0, "stable below 0", "zero"));
        Scale scale = SymmetricLogarithmicScale.of(
                DoubleStream.concat(Arrays.stream(own), Arrays.stream(other)).toArray());
        return new OutlinePlot(scale, new Drawing.Quantity("spectral abscissa λ", "max", perTime), markers)
                .figure(
                        "Slowest mode",
                        "Spectral abscissa, the real part of the slowest mode. Left of 0 a disturbance dies out, faster the "
                                + "further left.",
                        sample(report.first(), own),
                        sample(report.second(), other));
    }

    private Optional<Figure> constants(double[] own, double[] other) {
        double[] first = constants(own);
        double[] second = constants(other);
        if (first.length == 0 || second.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new OutlinePlot(
                        new LogarithmicScale(),
                        new Drawing.Quantity(
                                "time constant τ = −1 / λ",
                                "max",
                                ", " + report.heading().timeUnit()),
                        List.of())
                .figure(
                        "Time constant of the stable sets",
                        "The time in which the slowest disturbance of a stable reference state falls to 37 %.",
                        sample(report.first(), first),
                        sample(report.second(), second)));
    }

    private static double[] constants(double... abscissae) {
        return Arrays.stream(abscissae)
                .filter(abscissa -> abscissa < 0)
                .map(abscissa -> -1 / abscissa)
                .toArray();
    }

    private StudyPage.Section spread() {
        NeighbourDistances neighbours = comparison.neighbours();
        List<Figure> figures = comparison
                .map()
                .map(
                        map -> List.of(
                                new PopulationMapPlot(
                                                map,
                                                report.first().name(),
                                                report.second().name())
                                        .figure(
                                                "Principal components",
                                                "Of the coordinates u = ln(K/x*) of sets of both populations, evenly spaced over them.")))
                .orElse(List.of());
        return new StudyPage.Section(
                "How the sets spread",
                "Distances are Euclidean in the saturations, between " + NumberText.ofCount(neighbours.sets())
                        + " sets of each, evenly spaced over them. A population that has collapsed has nearer "
                        + "neighbours within, and a lower effective rank.",
                figures,
                List.of("", report.first().name(), report.second().name()),
                List.of(
                        row("effective rank", each -> NumberText.of(each.effectiveRank())),
                        List.of(
                                "mean distance to the nearest of its own",
                                NumberText.of(neighbours.firstWithin()),
                                NumberText.of(neighbours.secondWithin())),
                        List.of(
                                "to the nearest of the other",
                                NumberText.of(neighbours.firstToSecond()),
                                NumberText.of(neighbours.secondToFirst())),
                        row("sets that count", each -> NumberText.ofCount(Math.round(each.effectiveSize())))));
    }

    private StudyPage.Section provenance() {
        return new StudyPage.Section(
                "How it was made",
                "",
                List.of(),
                List.of("", ""),
                report.facts().stream()
                        .map(fact -> List.of(fact.label(), fact.value()))
                        .toList());
    }
}
