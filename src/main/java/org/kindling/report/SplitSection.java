package org.kindling.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindling.analysis.Incidence;
import org.kindling.analysis.ParameterSplit;
import org.kindling.analysis.ParameterSplit.Group;
import org.kindling.dynamics.Criterion;

/**
 * The part of a page that says how dynamics go with a parameter.
 *
 * @param split the groups of sets
 * @param criterion what valid sets must meet
 * @param perTime the unit of the slowest mode, as it ends a label
 */
record SplitSection(ParameterSplit split, Criterion criterion, String perTime) {

    /** The section. */
    StudyPage.Section section() {
        String address = split.coordinate().address();
        return new StudyPage.Section(
                "How the dynamics go with " + address,
                "The sets in " + split.groups().size() + " groups of equal size, by the value of " + address
                        + ". The medians of the slowest mode " + trend() + correlation() + ".",
                List.of(
                        new SplitPlot(split, criterion, perTime).figure("Slowest mode by " + address),
                        incidence(address)),
                List.of(
                        "group",
                        "values",
                        "sets",
                        "valid",
                        "lower quartile",
                        "median (95 %)",
                        "upper quartile" + perTime),
                IntStream.range(0, split.groups().size())
                        .mapToObj(index -> row(index, split.groups().get(index)))
                        .toList());
    }

    private String trend() {
        String noise = split.strict() ? "" : ", but for noise";
        return switch (split.trend()) {
            case RISING -> "rise from group to group" + noise;
            case FALLING -> "fall from group to group" + noise;
            case NONE -> "go neither up nor down";
        };
    }

    private String correlation() {
        return split.correlation().isEmpty()
                ? ""
                : "; the rank correlation of the two over all sets is "
                        + NumberText.of(split.correlation().getAsDouble());
    }

    private static List<String> row(int index, Group group) {
        return List.of(
                Integer.toString(index + 1),
                NumberText.of(group.lowest()) + " to " + NumberText.of(group.highest()),
                NumberText.ofCount(group.incidence().sets()),
                share(group.incidence()),
                NumberText.ofColumn(group.abscissa().lower()),
                NumberText.ofColumn(group.abscissa().median()) + " ("
                        + NumberText.of(group.median().lower()) + " to "
                        + NumberText.of(group.median().upper()) + ")",
                NumberText.ofColumn(group.abscissa().upper()));
    }

    private Figure incidence(String address) {
        double[] groups =
                IntStream.rangeClosed(1, split.groups().size()).asDoubleStream().toArray();
        return new CurvePlot("group, from the lowest values of " + address + " to the highest", "incidence")
                .linear()
                .band(
                        new LegendEntry("all", "95 % confidence interval"),
                        groups,
                        over(incidence -> incidence.interval().lower()),
                        over(incidence -> incidence.interval().upper()))
                .curve("share of valid sets", groups, over(Incidence::share))
                .figure("Incidence by " + address, "The share of each group that is valid.");
    }

    private double[] over(ToDoubleFunction<Incidence> number) {
        return split.groups().stream().map(Group::incidence).mapToDouble(number).toArray();
    }

    private static String share(Incidence incidence) {
        Interval interval = new Interval(
                incidence.share(),
                incidence.interval().lower(),
                incidence.interval().upper());
        return NumberText.ofShare(interval.value(), interval) + " (" + NumberText.ofShare(interval.low(), interval)
                + " to " + NumberText.ofShare(interval.high(), interval) + ")";
    }
}
