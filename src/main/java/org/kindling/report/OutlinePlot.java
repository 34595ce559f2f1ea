package org.kindling.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.kindling.numerics.Histogram;

/**
 * The outlines of two histograms over one axis, as shares of each sample, so that samples of different sizes can be compared.
 *
 * @param scale how values are laid out
 * @param quantity the label of the horizontal axis, with its unit
 * @param markers values to be marked by a line
 */
record OutlinePlot(Scale scale, Drawing.Quantity quantity, List<HistogramPlot.Marker> markers) {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 300;
    private static final double LEFT = 58;
    private static final double RIGHT = 692;
    private static final double FIRST_LABEL = 34;
    private static final double LINE = 15;
    private static final double BOTTOM = 244;
    private static final double MARKER_LABEL = 170;

    /** Fewer bins show no shape. */
    private static final int FEWEST_BINS = 12;

    /** More are too narrow to be told apart. */
    private static final int MOST_BINS = 80;

    /** In decades: closer values are one value to a reader. */
    private static final double SMALLEST_RANGE = 0.02;

    /** A sample with its name; it is not empty. */
    static final class Sample {

        private final String name;
        private final double[] values;

        Sample(String name, double... values) {
            this.name = name;
            this.values = values;
        }
    }

    /** The figure of two samples. */
    Figure figure(String title, String caption, Sample first, Sample second) {
        return new Figure(
                title,
                caption,
                List.of(legend("curve-0", first), legend("curve-1", second)),
                svg(title, first, second));
    }

    private static LegendEntry legend(String style, Sample sample) {
        return new LegendEntry(style, sample.name + " (" + NumberText.ofCount(sample.values.length) + ")");
    }

    private String svg(String title, Sample first, Sample second) {
        double[] edges = edges(first, second);
        double[] shares = shares(first, edges);
        double[] others = shares(second, edges);
        Axis axis = new Axis(scale, edges[0], edges[edges.length - 1], LEFT, RIGHT);
        Drawing drawing = Drawing.of(
                WIDTH,
                HEIGHT,
                title + ". Outlines of histograms of the " + quantity + ": " + first.name + "; " + second.name + ".");
        double highest = DoubleStream.concat(Arrays.stream(shares), Arrays.stream(others))
                .max()
                .orElseThrow();
        double step = RoundStep.below(highest / 3);
        double full = step * Math.ceil(highest / step);
        drawShares(drawing, step, full);
        drawAxis(drawing, axis);
        drawMarkers(drawing, axis);
        drawing.curve("curve curve-1", outline(axis, edges, others, full));
        drawing.curve("curve curve-0", outline(axis, edges, shares, full));
        return drawing.svg();
    }

    /** As many bins as Rice's rule gives the smaller sample. */
    private double[] edges(Sample first, Sample second) {
        double[] positions = DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(first.values), Arrays.stream(second.values)),
                        markers.stream().mapToDouble(HistogramPlot.Marker::value))
                .map(scale::position)
                .sorted()
                .toArray();
        double low = positions[0];
        double high = positions[positions.length - 1];
        double margin = Math.max(0, SMALLEST_RANGE - (high - low)) / 2;
        double rice = 2 * Math.cbrt(Math.min(first.values.length, second.values.length));
        int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, rice));
        return Histogram.evenEdges(low - margin, high + margin, bins);
    }

    private double[] shares(Sample sample, double... edges) {
        Histogram counts =
                Histogram.of(Arrays.stream(sample.values).map(scale::position).toArray(), edges);
        double[] shares = new double[counts.bins()];
        for (int bin = 0; bin < shares.length; bin++) {
            shares[bin] = counts.count(bin) / (double) sample.values.length;
        }
        return shares;
    }

    private double top() {
        return FIRST_LABEL - 4 + LINE * markers.size();
    }

    private double height(double share, double full) {
        return BOTTOM - share / full * (BOTTOM - top());
    }

    private List<Drawing.Point> outline(Axis axis, double[] edges, double[] shares, double full) {
        List<Drawing.Point> outline = new ArrayList<>();
        outline.add(new Drawing.Point(LEFT, BOTTOM));
        for (int bin = 0; bin < shares.length; bin++) {
            double height = height(shares[bin], full);
            outline.add(new Drawing.Point(axis.pixelOfPosition(edges[bin]), height));
            outline.add(new Drawing.Point(axis.pixelOfPosition(edges[bin + 1]), height));
        }
        outline.add(new Drawing.Point(RIGHT, BOTTOM));
        return outline;
    }

    private void drawShares(Drawing drawing, double step, double full) {
        drawing.text("axis-title start", 4, 14, "share of the sets per bin");
        long ticks = Math.round(full / step);
        for (int tick = 0; tick <= ticks; tick++) {
            double height = height(tick * step, full);
            drawing.line("grid", LEFT, height, RIGHT, height);
            drawing.text("tick end", LEFT - 8, height + 4, NumberText.of(100 * tick * step) + " %");
        }
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
            HistogramPlot.Marker marker = markers.get(index);
            double place = axis.pixel(marker.value());
            double baseline = FIRST_LABEL + LINE * index;
            drawing.line(marker.style(), place, baseline - 10, place, BOTTOM);
            boolean before = place > RIGHT - MARKER_LABEL;
            drawing.text(
                    "marker-label " + (before ? "end" : "start"), place + (before ? -6 : 6), baseline, marker.label());
        }
    }
}
