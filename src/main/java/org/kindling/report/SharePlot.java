package org.kindling.report;

import java.util.List;

/**
 * Horizontal bars for shares, each with its label on the left and its share on the right.
 *
 * @param across what the axis shows
 * @param rows the bars, from top to bottom
 */
record SharePlot(String across, List<Row> rows) {

    private static final double WIDTH = 720;
    private static final double LEFT = 170;
    private static final double RIGHT = 640;
    private static final double TOP = 10;
    private static final double ROW = 18;
    private static final double BAR = 11;
    private static final double BELOW = 56;
    private static final int LONGEST_LABEL = 22;

    /**
     * A bar.
     *
     * @param style the class of its shape
     * @param label what it is about
     * @param share its length, from 0 to 1
     */
    record Row(String style, String label, double share) {}

    /** The figure. */
    Figure figure(String title, String caption) {
        return new Figure(title, caption, List.of(), svg(title));
    }

    private String svg(String description) {
        double bottom = TOP + ROW * rows.size();
        Drawing drawing = Drawing.of(WIDTH, bottom + BELOW, description + ". Bars of the " + across + ".");
        for (int percent = 0; percent <= 100; percent += 20) {
            double place = place(percent / 100.0);
            drawing.line("grid", place, TOP, place, bottom);
            drawing.text("tick middle", place, bottom + 18, percent + " %");
        }
        for (int row = 0; row < rows.size(); row++) {
            drawRow(drawing, rows.get(row), TOP + ROW * row);
        }
        drawing.line("axis", LEFT, TOP, LEFT, bottom);
        drawing.text("axis-title middle", (LEFT + RIGHT) / 2, bottom + 42, across);
        return drawing.svg();
    }

    private static void drawRow(Drawing drawing, Row row, double top) {
        String share = NumberText.of(Math.rint(1000 * row.share()) / 10) + " %";
        drawing.text(
                "name end", LEFT - 10, top + ROW / 2 + 4, ParameterRangePlot.shortened(row.label(), LONGEST_LABEL));
        drawing.rectangle(
                row.style(),
                new Drawing.Box(LEFT, top + (ROW - BAR) / 2, place(row.share()) - LEFT, BAR),
                row.label() + ": " + share);
        drawing.text("tick end", WIDTH - 12, top + ROW / 2 + 4, share);
    }

    private static double place(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }
}
