package org.kindling.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ranges of the parameters that the screen changed most, before and after it. Immutable. */
public final class ParameterRangePlot {

    /** What fits on a printed page. */
    static final int MOST_ROWS = 30;

    private static final double WIDTH = 720;
    private static final double LEFT = 232;
    private static final double RIGHT = 640;
    private static final double TOP = 30;
    private static final double ROW = 24;
    /** Longer ids would reach into the plot. */
    private static final int LONGEST_LABEL = 28;

    private final List<ParameterRange> rows;

    private ParameterRangePlot(List<ParameterRange> rows) {
        this.rows = rows;
    }

    /**
     * The plot of parameters.
     *
     * @param parameters the ranges of all parameters, in any order
     * @return the plot of those whose distributions before and after differ most, in falling order
     */
    public static ParameterRangePlot of(List<ParameterRange> parameters) {
        return new ParameterRangePlot(parameters.stream()
                .filter(parameter -> parameter.before().isPresent())
                .sorted(Comparator.comparingDouble(ParameterRange::distance)
                        .reversed()
                        .thenComparing(parameter -> parameter.name().id()))
                .limit(MOST_ROWS)
                .toList());
    }

    /**
     * The parameters shown, in the order of the rows.
     *
     * @return the ranges
     */
    public List<ParameterRange> rows() {
        return rows;
    }

    /**
     * The figure.
     *
     * @return the figure, or none if no parameter has a range
     */
    public Optional<Figure> figure() {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double bottom = TOP + ROW * rows.size();
        Drawing drawing = Drawing.of(WIDTH, bottom + 56, description());
        Axis axis = axis();
        drawAxis(drawing, axis, bottom);
        drawing.text("axis-title end", WIDTH - 4, 18, "distance");
        for (int row = 0; row < rows.size(); row++) {
            drawRow(drawing, axis, rows.get(row), TOP + ROW * row);
        }
        return Optional.of(new Figure(
                "Parameter ranges before and after the screen",
                "Thin bars span 90 % of the sets, thick bars the middle half, ticks stand at the median. The distance on the "
                        + "right is that of Kolmogorov and Smirnov between the two distributions; rows are sorted by it.",
                legend(),
                drawing.svg()));
    }

    private List<LegendEntry> legend() {
        LegendEntry before = new LegendEntry("before", "all sets drawn");
        boolean anyValid = rows.stream().anyMatch(row -> row.after().isPresent());
        return anyValid ? List.of(before, new LegendEntry("valid", "valid sets")) : List.of(before);
    }

    private String description() {
        return "Ranges of " + rows.size()
                + " parameters among all sets drawn and among the valid ones, most changed first: "
                + String.join(", ", rows.stream().map(row -> row.name().id()).toList())
                + ".";
    }

    private Axis axis() {
        double low = spreads().mapToDouble(Spread::lowest).min().orElseThrow();
        double high = spreads().mapToDouble(Spread::highest).max().orElseThrow();
        double margin = Math.max(0.1, (1 - (high - low)) / 2);
        return new Axis(new LogarithmicScale(), low - margin, high + margin, LEFT, RIGHT);
    }

    private Stream<Spread> spreads() {
        return rows.stream().flatMap(row -> Stream.concat(row.before().stream(), row.after().stream()));
    }

    private void drawAxis(Drawing drawing, Axis axis, double bottom) {
        for (Axis.Tick tick : axis.ticks()) {
            double place = axis.pixel(tick.value());
            drawing.line("grid", place, TOP, place, bottom);
            drawing.power("tick middle", place, bottom + 20, tick.label(), tick.exponent());
        }
        drawing.line("axis", LEFT, bottom, RIGHT, bottom);
        List<String> units =
                rows.stream().map(row -> row.name().unit()).distinct().toList();
        String unit = units.size() == 1 && !units.get(0).isBlank() ? units.get(0) : "each in its own unit";
        drawing.text("axis-title middle", (LEFT + RIGHT) / 2, bottom + 45, "parameter value, " + unit);
    }

    private static void drawRow(Drawing drawing, Axis axis, ParameterRange row, double top) {
        drawing.text(
                "name end", LEFT - 12, top + ROW / 2 + 4, shortened(row.name().id(), LONGEST_LABEL));
        row.before().ifPresent(spread -> drawSpread(drawing, axis, "before", spread, top + 7.5));
        row.after().ifPresent(spread -> drawSpread(drawing, axis, "valid", spread, top + 16.5));
        drawing.text("tick end", WIDTH - 4, top + ROW / 2 + 4, NumberText.ofDistance(row.distance()));
    }

    private static void drawSpread(Drawing drawing, Axis axis, String style, Spread spread, double middle) {
        String explanation = "median " + NumberText.of(Math.pow(10, spread.median())) + ", 90 % within "
                + NumberText.of(Math.pow(10, spread.lowest())) + " to " + NumberText.of(Math.pow(10, spread.highest()));
        drawing.rectangle(style, bar(axis, spread.lowest(), spread.highest(), middle, 2), explanation);
        drawing.rectangle(style, bar(axis, spread.lower(), spread.upper(), middle, 7), explanation);
        double place = axis.pixelOfPosition(spread.median());
        drawing.line("median", place, middle - 3.5, place, middle + 3.5);
    }

    private static Drawing.Box bar(Axis axis, double low, double high, double middle, double thickness) {
        double left = axis.pixelOfPosition(low);
        // A range of one value is still to be seen.
        double width = Math.max(1, axis.pixelOfPosition(high) - left);
        return new Drawing.Box(left, middle - thickness / 2, width, thickness);
    }

    /** An id that fits, without its middle where it is too long. */
    static String shortened(String id, int longest) {
        if (id.codePointCount(0, id.length()) <= longest) {
            return id;
        }
        // The end of an id often tells more than its middle.
        int kept = longest / 2;
        return id.substring(0, id.offsetByCodePoints(0, kept - 1))
                + "…"
                + id.substring(id.offsetByCodePoints(id.length(), -kept));
    }
}
