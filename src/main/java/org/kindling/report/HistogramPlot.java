package org.kindling.report;

import java.util.List;

/**
 * The drawing of a histogram with stacked groups.
 *
 * @param histogram what is drawn
 * @param quantity the label of the horizontal axis, with its unit
 * @param markers values to be marked by a line
 */
record HistogramPlot(StackedHistogram histogram, Drawing.Quantity quantity, List<Marker> markers) {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 300;
    private static final double LEFT = 58;
    private static final double RIGHT = 692;
    /** The baseline of the first marker's label, below the title of the counts. */
    private static final double FIRST_LABEL = 34;

    private static final double LINE = 15;
    private static final double BOTTOM = 244;
    /** Between neighbouring bars. */
    private static final double GAP = 0.6;
    /** A marker's label is at most about this wide, so nearer to the right end it stands left of its line. */
    private static final double MARKER_LABEL = 170;

    /** The drawing, with a description for those who cannot see it. */
    String svg(String description) {
        Drawing drawing = Drawing.of(WIDTH, HEIGHT, description);
        Axis axis = new Axis(histogram.scale(), histogram.edge(0), histogram.edge(histogram.bins()), LEFT, RIGHT);
        // Three to eight labelled counts.
        long step = (long) Math.max(1, RoundStep.below(histogram.highest() / 3.0));
        double full = step * Math.ceil((double) histogram.highest() / step);
        drawCounts(drawing, step, full);
        drawBars(drawing, axis, full);
        drawAxis(drawing, axis);
        drawMarkers(drawing, axis);
        return drawing.svg();
    }

    /** The height of the largest labelled count, below the labels of the markers. */
    private double top() {
        return FIRST_LABEL - 4 + LINE * markers.size();
    }

    private void drawCounts(Drawing drawing, long step, double full) {
        drawing.text("axis-title start", 4, 14, "parameter sets per bin");
        for (long count = 0; count <= full; count += step) {
            double height = BOTTOM - count / full * (BOTTOM - top());
            drawing.line("grid", LEFT, height, RIGHT, height);
            drawing.text("tick end", LEFT - 8, height + 4, NumberText.ofCount(count));
        }
    }

    private void drawBars(Drawing drawing, Axis axis, double full) {
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double left = axis.pixelOfPosition(histogram.edge(bin));
            double width = axis.pixelOfPosition(histogram.edge(bin + 1)) - left - GAP;
            double bottom = BOTTOM;
            for (Group group : Group.values()) {
                long count = histogram.count(group, bin);
                double height = count / full * (BOTTOM - top());
                bottom -= height;
                if (count > 0) {
                    drawing.rectangle(
                            group.style(), new Drawing.Box(left, bottom, width, height), explanation(group, bin));
                }
            }
        }
    }

    private String explanation(Group group, int bin) {
        Scale scale = histogram.scale();
        return NumberText.of(scale.value(histogram.edge(bin))) + " to "
                + NumberText.of(scale.value(histogram.edge(bin + 1))) + ": "
                + NumberText.ofCount(histogram.count(group, bin)) + " " + group.label();
    }

    private void drawAxis(Drawing drawing, Axis axis) {
        drawing.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (Axis.Tick tick : axis.ticks()) {
            double place = axis.pixel(tick.value());
            drawing.line("axis", place, BOTTOM, place, BOTTOM + 5);
            drawing.power("tick middle", place, BOTTOM + 21, tick.label(), tick.exponent());
        }
        drawing.subscripted("axis-title middle", (LEFT + RIGHT) / 2, HEIGHT - 10, quantity);
    }

    private void drawMarkers(Drawing drawing, Axis axis) {
        for (int index = 0; index < markers.size(); index++) {
            Marker marker = markers.get(index);
            double place = axis.pixel(marker.value());
            // One below the other, since two limits may lie close together.
            double baseline = FIRST_LABEL + LINE * index;
            drawing.line(marker.style(), place, baseline - 10, place, BOTTOM);
            boolean before = place > RIGHT - MARKER_LABEL;
            drawing.text(
                    "marker-label " + (before ? "end" : "start"), place + (before ? -6 : 6), baseline, marker.label());
        }
    }

    /** A value to be marked. */
    record Marker(double value, String label, String style) {}
}
