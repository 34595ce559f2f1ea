package org.kindling.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kindling.analysis.CoefficientSpread;
import org.kindling.analysis.ControlSpread;

/**
 * The drawing of control coefficients as a matrix of squares: colour is the median, size how far the members agree on its
 * sign.
 *
 * <p>The strongest controllers stand on the left. Rows are put together by their strongest controller, so that what one
 * process controls makes a block below it.
 */
final class HeatMap {

    /** More columns than this would leave no room for their names. */
    private static final int MOST_COLUMNS = 30;

    private static final int MOST_ROWS = 45;
    private static final int LONGEST_NAME = 20;
    private static final double WIDTH = 720;
    private static final double LEFT = 150;

    /** A little more than the width of a character of a name, which is 11.5 pixels high. */
    private static final double CHARACTER = 7;

    private static final double LARGEST_CELL = 18;

    /** Members that agree on a sign no better than by chance still leave a square to be seen. */
    private static final double SMALLEST = 0.3;

    /** Where the colour changes; 1 is full control of a flux by one enzyme. */
    private static final double[] STEPS = {0.05, 0.2, 0.5, 1};

    private static final List<LegendEntry> LEGEND = List.of(
            new LegendEntry("n4", "below −1"),
            new LegendEntry("n3", "−1 to −0.5"),
            new LegendEntry("n2", "−0.5 to −0.2"),
            new LegendEntry("n1", "−0.2 to −0.05"),
            new LegendEntry("c0", "−0.05 to 0.05"),
            new LegendEntry("p1", "0.05 to 0.2"),
            new LegendEntry("p2", "0.2 to 0.5"),
            new LegendEntry("p3", "0.5 to 1"),
            new LegendEntry("p4", "above 1"));

    private final ControlSpread spread;
    private final String subject;
    private final List<Integer> columns;
    private final List<Integer> rows;
    private final double cell;
    private final double top;

    private HeatMap(ControlSpread spread, String subject) {
        this.spread = spread;
        this.subject = subject;
        this.columns = spread.controllers().stream().limit(MOST_COLUMNS).toList();
        this.rows = rows();
        this.cell = Math.min(LARGEST_CELL, (WIDTH - LEFT - 4) / columns.size());
        this.top = 12
                + CHARACTER
                        * columns.stream()
                                .mapToInt(column ->
                                        name(spread.processes(), column).length())
                                .max()
                                .orElse(0);
    }

    private static String name(List<String> ids, int index) {
        return ParameterRangePlot.shortened(ids.get(index), LONGEST_NAME);
    }

    /** A heat map; the subject is what responds, such as "flux". */
    static HeatMap of(ControlSpread spread, String subject) {
        return new HeatMap(spread, subject);
    }

    private List<Integer> rows() {
        List<Integer> strongest = IntStream.range(0, spread.responses().size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -columns.stream()
                        .mapToDouble(column -> Math.min(1, magnitude(row, column)))
                        .sum()))
                .limit(MOST_ROWS)
                .toList();
        return strongest.stream()
                .sorted(Comparator.<Integer>comparingInt(row -> columns.indexOf(controller(row)))
                        .thenComparingDouble(
                                row -> -spread.at(row, controller(row)).median()))
                .toList();
    }

    private double magnitude(int row, int column) {
        return Math.abs(spread.at(row, column).median());
    }

    /** The strongest of the shown columns. */
    private Integer controller(int row) {
        return columns.stream()
                .max(Comparator.comparingDouble(column -> magnitude(row, column)))
                .orElseThrow();
    }

    Figure figure() {
        String parts = rows.size() == spread.responses().size()
                        && columns.size() == spread.processes().size()
                ? "All " + rows.size() + " rows and " + columns.size() + " columns."
                : "The " + columns.size() + " strongest of "
                        + spread.processes().size() + " processes and "
                        + rows.size() + " of " + spread.responses().size()
                        + " rows; the table beside this page holds all.";
        return new Figure(
                "Control of each " + subject + " (row) by each process (column)",
                parts + " Colour is the median of the scaled control coefficient: the change of the " + subject
                        + " in per cent when the process is one per cent more active. A square fills its cell where all"
                        + " members agree on the sign and is smallest where they are divided. Strong controllers stand on"
                        + " the left, and rows with the same strongest controller together.",
                LEGEND,
                svg());
    }

    private String svg() {
        Drawing drawing = Drawing.of(
                WIDTH,
                top + rows.size() * cell + 6,
                "Heat map of the control of " + rows.size() + " of the responses by " + columns.size()
                        + " processes, strongest first: "
                        + columns.stream().map(spread.processes()::get).collect(Collectors.joining(", ")) + ".");
        for (int index = 0; index < columns.size(); index++) {
            drawing.upwards(
                    "name start",
                    LEFT + (index + 0.5) * cell + 4,
                    top - 7,
                    name(spread.processes(), columns.get(index)));
        }
        for (int row = 0; row < rows.size(); row++) {
            drawing.text("name end", LEFT - 7, top + (row + 0.5) * cell + 4, name(spread.responses(), rows.get(row)));
            for (int column = 0; column < columns.size(); column++) {
                drawCell(drawing, row, column);
            }
        }
        return drawing.svg();
    }

    private void drawCell(Drawing drawing, int row, int column) {
        CoefficientSpread coefficient = spread.at(rows.get(row), columns.get(column));
        double agreement = Math.max(0, 2 * coefficient.signAgreement() - 1);
        double share = style(coefficient.median()).equals("c0") ? 1 : SMALLEST + (1 - SMALLEST) * agreement;
        double side = (cell - 1) * share;
        double left = LEFT + (column + 0.5) * cell - side / 2;
        drawing.rectangle(
                style(coefficient.median()),
                new Drawing.Box(left, top + (row + 0.5) * cell - side / 2, side, side),
                spread.responses().get(rows.get(row)) + " by "
                        + spread.processes().get(columns.get(column)) + ": " + inWords(coefficient));
    }

    /** The numbers of a coefficient for a reader. */
    static String inWords(CoefficientSpread coefficient) {
        return String.format(
                Locale.ROOT,
                "median %s, middle half %s to %s, sign agreement %.0f %%",
                NumberText.of(coefficient.median()),
                NumberText.of(coefficient.lower()),
                NumberText.of(coefficient.upper()),
                100 * coefficient.signAgreement());
    }

    private static String style(double median) {
        int step = 0;
        while (step < STEPS.length && Math.abs(median) >= STEPS[step]) {
            step++;
        }
        return step == 0 ? "c0" : (median < 0 ? "n" : "p") + step;
    }
}
