package org.kindling.report;

import java.util.List;
import org.kindling.analysis.ParameterDifference;

/**
 * Horizontal bars for the divergences of parameters, each with a tick at what noise alone makes.
 *
 * @param rows the parameters, from top to bottom, at least one
 */
record DivergencePlot(List<ParameterDifference> rows) {

    private static final double WIDTH = 720;
    private static final double LEFT = 232;
    private static final double RIGHT = 640;
    private static final double TOP = 10;
    private static final double ROW = 18;
    private static final double BAR = 11;
    private static final double BELOW = 56;
    private static final int LONGEST_LABEL = 28;

    /** The figure. */
    Figure figure(String title, String caption) {
        return new Figure(
                title,
                caption,
                List.of(new LegendEntry("valid", "divergence"), new LegendEntry("floor", "what noise alone makes")),
                svg(title));
    }

    private String svg(String description) {
        double bottom = TOP + ROW * rows.size();
        Drawing drawing = Drawing.of(WIDTH, bottom + BELOW, description + ". Bars of divergences, largest first.");
        double largest = rows.stream()
                .mapToDouble(row -> Math.max(row.divergence(), row.floor()))
                .max()
                .orElseThrow();
        double full = largest > 0 ? largest : 1;
        double step = RoundStep.below(full / 3);
        for (int tick = 0; tick * step <= full; tick++) {
            double place = place(tick * step / full);
            drawing.line("grid", place, TOP, place, bottom);
            drawing.text("tick middle", place, bottom + 18, NumberText.of(tick * step));
        }
        for (int row = 0; row < rows.size(); row++) {
            drawRow(drawing, rows.get(row), TOP + ROW * row, full);
        }
        drawing.line("axis", LEFT, TOP, LEFT, bottom);
        drawing.text("axis-title middle", (LEFT + RIGHT) / 2, bottom + 42, "Kullback-Leibler divergence");
        return drawing.svg();
    }

    private static void drawRow(Drawing drawing, ParameterDifference row, double top, double full) {
        String address = row.coordinate().address();
        String divergence = NumberText.of(row.divergence());
        drawing.text("name end", LEFT - 10, top + ROW / 2 + 4, ParameterRangePlot.shortened(address, LONGEST_LABEL));
        drawing.rectangle(
                "valid",
                new Drawing.Box(LEFT, top + (ROW - BAR) / 2, place(row.divergence() / full) - LEFT, BAR),
                address + ": " + divergence + ", of which noise " + NumberText.of(row.floor()));
        double floor = place(row.floor() / full);
        drawing.line("median", floor, top + 1, floor, top + ROW - 1);
        drawing.text("tick end", WIDTH - 12, top + ROW / 2 + 4, divergence);
    }

    private static double place(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }
}
