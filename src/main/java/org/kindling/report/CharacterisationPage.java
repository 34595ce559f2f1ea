package org.kindling.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kindling.analysis.Characterisation;
import org.kindling.analysis.CharacterisedState;
import org.kindling.analysis.ConcentrationRange;
import org.kindling.analysis.ConcentrationRange.Range;
import org.kindling.analysis.StateMap;
import org.kindling.dynamics.ModeShares;
import org.kindling.generators.spectral.FastestSet;
import org.kindling.generators.spectral.FastestSet.Origin;

/** The page of a characterisation: how fast states can be made, what holds them there, and where they lie. Immutable. */
public final class CharacterisationPage {

    /** States that are named one by one; the tables beside the page hold all. */
    private static final int MOST_STATES = 20;

    /** Species that are shown; likewise. */
    private static final int MOST_SPECIES = 25;

    private static final int STRONGEST = 5;

    private final Heading heading;
    private final Characterisation result;
    private final List<Fact> facts;

    private CharacterisationPage(Heading heading, Characterisation result, List<Fact> facts) {
        this.heading = heading;
        this.result = result;
        this.facts = List.copyOf(facts);
    }

    /**
     * The page of a characterisation.
     *
     * @param heading what it is about
     * @param result what was found
     * @param facts how it was made
     * @return the page
     */
    public static CharacterisationPage of(Heading heading, Characterisation result, List<Fact> facts) {
        return new CharacterisationPage(heading, result, facts);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        List<StudyPage.Section> sections = new ArrayList<>();
        sections.add(states());
        sections.add(holding());
        result.map().ifPresent(map -> sections.add(maps(map)));
        if (result.states().size() > 1) {
            sections.add(ranges());
        }
        sections.add(descents());
        sections.add(new StudyPage.Section(
                "How it was made",
                "",
                List.of(),
                List.of("", ""),
                facts.stream().map(fact -> List.of(fact.label(), fact.value())).toList()));
        return new StudyPage(heading, lead(), sections).html();
    }

    private String lead() {
        FastestSet own = result.states().get(0).fastest();
        String lead = "The fastest set that was found for the model's own state has its slowest mode at "
                + perTime(own.abscissa()) + ", a time constant of " + NumberText.of(own.timeConstant()) + " "
                + heading.timeUnit() + ".";
        return result.states().size() == 1
                ? lead
                : lead + " Of " + NumberText.ofCount(result.states().size()) + " states, "
                        + NumberText.ofCount(result.feasible()) + " can be brought to "
                        + perTime(result.highestAbscissa()) + " or below.";
    }

    private String perTime(double value) {
        return NumberText.of(value) + " per " + heading.timeUnit();
    }

    private StudyPage.Section states() {
        List<CharacterisedState> fastest = result.fastestFirst();
        List<List<String>> rows = fastest.stream()
                .limit(MOST_STATES)
                .map(state -> List.of(
                        state.name(),
                        NumberText.ofColumn(state.fastest().abscissa()),
                        NumberText.ofColumn(state.fastest().timeConstant()),
                        spread(state.fastest().reached(Origin.PRIOR)),
                        spread(state.fastest().reached(Origin.PERTURBED)),
                        NumberText.ofCount(state.fastest().jacobians())))
                .toList();
        List<Figure> figures = fastest.size() > 2 ? List.of(curve(fastest)) : List.of();
        return new StudyPage.Section(
                "How fast each state can be made",
                "The abscissa has many local minima: what was found can be reached, and more may be possible. How far descents from "
                        + "the prior, which know nothing of each other, agree says how far to trust it."
                        + (fastest.size() > MOST_STATES ? " The " + MOST_STATES + " fastest states are listed." : ""),
                figures,
                List.of(
                        "state",
                        "slowest mode, per " + heading.timeUnit(),
                        "time constant, " + heading.timeUnit(),
                        "descents from the prior",
                        "from the best, perturbed",
                        "Jacobians"),
                rows);
    }

    private static String spread(List<Double> reached) {
        return reached.isEmpty()
                ? "none"
                : NumberText.of(reached.get(0)) + " to " + NumberText.of(reached.get(reached.size() - 1));
    }

    private Figure curve(List<CharacterisedState> fastest) {
        double[] rank =
                IntStream.rangeClosed(1, fastest.size()).asDoubleStream().toArray();
        double[] best = new double[rank.length];
        double[] low = new double[rank.length];
        double[] high = new double[rank.length];
        for (int k = 0; k < rank.length; k++) {
            List<Double> prior = fastest.get(k).fastest().reached(Origin.PRIOR);
            best[k] = fastest.get(k).fastest().abscissa();
            low[k] = prior.get(0);
            high[k] = prior.get(prior.size() - 1);
        }
        return new CurvePlot("states, fastest first", "slowest mode, per " + heading.timeUnit())
                .linear()
                .band(new LegendEntry("all", "where descents from the prior ended"), rank, low, high)
                .curve("the fastest set found", rank, best)
                .figure("How fast each state can be made", "Lower is faster.");
    }

    private StudyPage.Section holding() {
        List<List<String>> rows = new ArrayList<>();
        for (CharacterisedState state : result.fastestFirst()
                .subList(0, Math.min(MOST_STATES, result.states().size()))) {
            state.slow()
                    .ifPresent(slow -> rows.add(List.of(
                            state.name(),
                            Integer.toString(slow.modes().size()),
                            NumberText.of(slow.mean()),
                            words(slow.species()),
                            words(slow.reactions()))));
        }
        return new StudyPage.Section(
                "What holds it there",
                "Means over the slowest modes of the fastest set: as many as it takes to tell them from the others. A species' "
                        + "share is by how much the modes would become faster, relative to their rate, were the pool smaller; shares add up "
                        + "to 1. A reaction's contribution is the change of the modes' rate with the logarithm of its flux, per "
                        + heading.timeUnit()
                        + "; contributions add up to the mean rate. Those below 0 let the modes decay, those above 0 keep them.",
                List.of(),
                List.of("state", "modes", "mean rate", "species", "reactions"),
                rows);
    }

    private static String words(List<ModeShares.Share> shares) {
        return shares.stream()
                .limit(STRONGEST)
                .map(share -> share.id() + " " + NumberText.of(share.value()))
                .collect(Collectors.joining(", "));
    }

    private StudyPage.Section maps(StateMap map) {
        StatePlot plot = new StatePlot(result.states(), heading.timeUnit());
        String colours = " Colour is the slowest mode of the fastest set, per " + heading.timeUnit()
                + ", in fifths of the states; the large disc is the model's own state.";
        Figure components = plot.figure(
                "Principal components",
                "Of logarithms of concentrations and equilibrium constants, and of fluxes, each standardised over the states."
                        + colours,
                new StatePlot.Axes(
                        "first component, "
                                + NumberText.ofPercentage(map.explained().right()) + " of the variance",
                        "second component, "
                                + NumberText.ofPercentage(map.explained().up())),
                map.components());
        Figure neighbours = plot.figure(
                "Neighbours",
                "The same by t-SNE: states that are alike lie together; distances between groups mean little."
                        + colours,
                new StatePlot.Axes("", ""),
                map.neighbours());
        return new StudyPage.Section("Where the states lie", "", List.of(components, neighbours), List.of(), List.of());
    }

    private StudyPage.Section ranges() {
        List<List<String>> rows = result.ranges().stream()
                .sorted(Comparator.comparingDouble(range -> -shift(range)))
                .limit(MOST_SPECIES)
                .map(range -> List.of(
                        range.species(),
                        words(range.all()),
                        range.feasible().map(CharacterisationPage::words).orElse("none")))
                .toList();
        return new StudyPage.Section(
                "Concentrations of the states that can be made fast enough",
                "Least, median and largest concentration over all states, and over those that can be brought to "
                        + perTime(result.highestAbscissa())
                        + " or below; species whose median moves most come first.",
                List.of(),
                List.of("species", "all states", "fast enough"),
                rows);
    }

    private static String words(Range range) {
        return NumberText.of(range.lowest()) + " / " + NumberText.of(range.median()) + " / "
                + NumberText.of(range.highest());
    }

    private static double shift(ConcentrationRange range) {
        double ratio = range.feasible()
                .map(feasible -> feasible.median() / range.all().median())
                .orElse(1.0);
        return ratio > 0 ? Math.abs(Math.log(ratio)) : 0;
    }

    private StudyPage.Section descents() {
        List<List<String>> rows = result.states().get(0).fastest().descents().stream()
                .map(descent -> List.of(
                        descent.origin() == Origin.PRIOR ? "the prior" : "the best set before, perturbed",
                        NumberText.ofColumn(descent.abscissa()),
                        NumberText.ofCount(descent.jacobians()),
                        descent.status().words()))
                .toList();
        return new StudyPage.Section(
                "Descents for the model's own state",
                "",
                List.of(),
                List.of("from", "slowest mode, per " + heading.timeUnit(), "Jacobians", "ended because"),
                rows);
    }
}
