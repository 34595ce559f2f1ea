package org.kindling.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.kindling.analysis.ParameterSplit;
import org.kindling.analysis.ParameterSplit.Group;
import org.kindling.analysis.SampleSpread;
import org.kindling.dynamics.Criterion;

/**
 * The spread of the slowest mode in groups of sets, one a row.
 *
 * @param split the groups
 * @param criterion what valid sets must meet
 * @param perTime the unit of the slowest mode, as it ends the label of the axis
 */
record SplitPlot(ParameterSplit split, Criterion criterion, String perTime) {

    private static final double WIDTH = 720;
    private static final double LEFT = 190;
    private static final double RIGHT = 650;
    private static final double TOP = 30;
    private static final double ROW = 22;
    private static final double BELOW = 56;

    /** The figure. */
    Figure figure(String title) {
        List<LegendEntry> legend = new ArrayList<>();
        legend.add(new LegendEntry("valid", "sets of the group"));
        if (criterion.highestAbscissa() < 0) {
            legend.add(new LegendEntry("floor", "limit of valid sets (dashed)"));
        }
        return new Figure(
                title,
                "Thin bars span 90 % of the sets, thick bars the middle half, ticks stand at the median. Groups rise with the "
                        + "parameter from top to bottom; the share of valid sets is on the right. Further left is faster; the "
                        + "axis is logarithmic on both sides of 0.",
                legend,
                svg(title));
    }

    private String svg(String description) {
        double bottom = TOP + ROW * split.groups().size();
        Drawing drawing = Drawing.of(
                WIDTH,
                bottom + BELOW,
                description + ". Spread of the slowest mode in "
                        + split.groups().size() + " groups.");
        Axis axis = axis();
        for (Axis.Tick tick : axis.ticks()) {
            double place = axis.pixel(tick.value());
            drawing.line("grid", place, TOP, place, bottom);
            drawing.power("tick middle", place, bottom + 18, tick.label(), tick.exponent());
        }
        double limit = axis.pixel(criterion.highestAbscissa());
        drawing.line("limit", limit, TOP - 6, limit, bottom);
        drawing.text("axis-title end", LEFT - 10, 18, "values");
        drawing.text("axis-title end", WIDTH - 4, 18, "valid");
        for (int index = 0; index < split.groups().size(); index++) {
            drawGroup(drawing, axis, split.groups().get(index), TOP + ROW * index);
        }
        drawing.line("axis", LEFT, bottom, RIGHT, bottom);
        drawing.subscripted(
                "axis-title middle",
                (LEFT + RIGHT) / 2,
                bottom + 42,
                new Drawing.Quantity("spectral abscissa λ", "max", perTime));
        return drawing.svg();
    }

    private Axis axis() {
        double[] all = DoubleStream.concat(
                        DoubleStream.of(0, criterion.highestAbscissa()),
                        split.groups().stream()
                                .map(Group::abscissa)
                                .flatMapToDouble(spread -> DoubleStream.of(
                                        spread.lowest(),
                                        spread.lower(),
                                        spread.median(),
                                        spread.upper(),
                                        spread.highest())))
                .toArray();
        Scale scale = SymmetricLogarithmicScale.of(all);
        double low = DoubleStream.of(all).map(scale::position).min().orElseThrow();
        double high = DoubleStream.of(all).map(scale::position).max().orElseThrow();
        double margin = Math.max(0.05, (high - low) / 50);
        return new Axis(scale, low - margin, high + margin, LEFT, RIGHT);
    }

    private static void drawGroup(Drawing drawing, Axis axis, Group group, double top) {
        double middle = top + ROW / 2;
        SampleSpread spread = group.abscissa();
        String explanation = "median " + NumberText.of(spread.median()) + ", middle half "
                + NumberText.of(spread.lower()) + " to " + NumberText.of(spread.upper());
        drawing.text(
                "name end",
                LEFT - 10,
                middle + 4,
                NumberText.of(group.lowest()) + " to " + NumberText.of(group.highest()));
        drawing.rectangle("valid", bar(axis, spread.lowest(), spread.highest(), middle, 2), explanation);
        drawing.rectangle("valid", bar(axis, spread.lower(), spread.upper(), middle, 10), explanation);
        double median = axis.pixel(spread.median());
        drawing.line("median", median, middle - 7, median, middle + 7);
        drawing.text(
                "tick end",
                WIDTH - 4,
                middle + 4,
                NumberText.ofPercentage(group.incidence().share()));
    }

    private static Drawing.Box bar(Axis axis, double low, double high, double middle, double thickness) {
        double left = axis.pixel(low);
        return new Drawing.Box(left, middle - thickness / 2, Math.max(1, axis.pixel(high) - left), thickness);
    }
}
