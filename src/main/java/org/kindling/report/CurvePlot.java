package org.kindling.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Curves over one axis, such as quantities over time. The vertical axis is linear, or logarithmic where the values are positive
 * and span more than three powers of ten.
 */
final class CurvePlot {

    /** As many curves as colours can tell apart. */
    static final int MOST_CURVES = 7;

    private static final double WIDTH = 720;
    private static final double HEIGHT = 320;
    private static final double LEFT = 76;
    private static final double RIGHT = 692;
    private static final double TOP = 30;
    private static final double BOTTOM = 260;

    /** Spans beyond this are drawn on a logarithmic axis. */
    private static final double WIDE = 1e3;

    private final String across;
    private final String up;
    private final List<Curve> curves = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();
    private boolean linear;

    /** A curve: its label, and its values, which may end before those of others. */
    private static final class Curve {

        private final String label;
        private final double[] x;
        private final double[] y;

        Curve(String label, double[] x, double[] y) {
            this.label = label;
            this.x = x;
            this.y = y;
        }
    }

    /** What lies between two curves: its label, its style, and the two as one way round it. */
    private static final class Band {

        private final LegendEntry legend;
        private final double[] x;
        private final double[] y;

        Band(LegendEntry legend, double[] x, double[] y) {
            this.legend = legend;
            this.x = x;
            this.y = y;
        }
    }

    /**
     * A measured point.
     *
     * @param x where
     * @param y its value
     * @param deviation its standard deviation; 0 for none
     */
    record Measured(double x, double y, double deviation) {

        private String explanation() {
            return NumberText.of(y) + (deviation > 0 ? " ± " + NumberText.of(deviation) : "") + " at "
                    + NumberText.of(x);
        }
    }

    /**
     * An empty plot.
     *
     * @param across what the horizontal axis shows, with its unit
     * @param up what the vertical axis shows, with its unit
     */
    CurvePlot(String across, String up) {
        this.across = across;
        this.up = up;
    }

    /** Adds a curve; curves of the same label have the same colour. */
    CurvePlot curve(String label, double[] x, double[] y) {
        curves.add(new Curve(label, x, y));
        return this;
    }

    /** Adds the area between two curves; what is added first lies below. */
    CurvePlot band(LegendEntry legend, double[] x, double[] low, double[] high) {
        int rows = x.length;
        double[] around = new double[2 * rows];
        double[] edge = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            around[row] = x[row];
            edge[row] = high[row];
            around[2 * rows - 1 - row] = x[row];
            edge[2 * rows - 1 - row] = low[row];
        }
        bands.add(new Band(legend, around, edge));
        return this;
    }

    /** Adds measured points with their standard deviations. */
    CurvePlot measured(List<Measured> points) {
        measured.addAll(points);
        return this;
    }

    /** Keeps the vertical axis linear, as curves that fall to nothing need it. */
    CurvePlot linear() {
        linear = true;
        return this;
    }

    /** The labels in the order in which they came. */
    private List<String> labels() {
        return curves.stream().map(curve -> curve.label).distinct().toList();
    }

    /** The figure. */
    Figure figure(String title, String caption) {
        List<String> labels = labels();
        List<LegendEntry> legend = new ArrayList<>();
        bands.forEach(band -> legend.add(band.legend));
        for (int index = 0; index < labels.size(); index++) {
            legend.add(new LegendEntry(style(index), labels.get(index)));
        }
        if (!measured.isEmpty()) {
            legend.add(new LegendEntry("measured", "measured, with standard deviation where known"));
        }
        return new Figure(title, caption, legend, svg(title, labels));
    }

    private static String style(int label) {
        return "curve-" + label % MOST_CURVES;
    }

    private String svg(String description, List<String> labels) {
        Drawing drawing = Drawing.of(WIDTH, HEIGHT, description);
        Span horizontal = Span.of(acrossValues(), LEFT, RIGHT, Span.Kind.EXACT);
        Span vertical = Span.of(upValues(), BOTTOM, TOP, linear ? Span.Kind.LINEAR : Span.Kind.ANY);
        drawing.text("axis-title start", 4, 14, up);
        for (double value : vertical.ticks()) {
            drawing.line("grid", LEFT, vertical.place(value), RIGHT, vertical.place(value));
            drawing.text("tick end", LEFT - 8, vertical.place(value) + 4, NumberText.of(value));
        }
        drawing.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (double value : horizontal.ticks()) {
            drawing.line("axis", horizontal.place(value), BOTTOM, horizontal.place(value), BOTTOM + 5);
            drawing.text("tick middle", horizontal.place(value), BOTTOM + 21, NumberText.of(value));
        }
        drawing.text("axis-title middle", (LEFT + RIGHT) / 2, HEIGHT - 12, across);
        for (Band band : bands) {
            drawing.area(band.legend.style(), points(band.x, band.y, horizontal, vertical));
        }
        for (Curve curve : curves) {
            drawing.curve(
                    "curve " + style(labels.indexOf(curve.label)), points(curve.x, curve.y, horizontal, vertical));
        }
        measured.forEach(point -> drawMeasured(drawing, point, horizontal, vertical));
        return drawing.svg();
    }

    private DoubleStream acrossValues() {
        return DoubleStream.concat(
                curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.x)),
                measured.stream().mapToDouble(Measured::x));
    }

    private DoubleStream upValues() {
        DoubleStream points = measured.stream()
                .flatMapToDouble(
                        point -> DoubleStream.of(point.y() - point.deviation(), point.y() + point.deviation()));
        return Stream.of(
                        curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.y)),
                        bands.stream().flatMapToDouble(band -> Arrays.stream(band.y)),
                        points)
                .flatMapToDouble(values -> values);
    }

    private static void drawMeasured(Drawing drawing, Measured point, Span horizontal, Span vertical) {
        double left = horizontal.place(point.x());
        double high = vertical.place(point.y() + point.deviation());
        double low = vertical.place(point.y() - point.deviation());
        if (point.deviation() > 0) {
            drawing.line("measured", left, low, left, high);
            drawing.line("measured", left - 3, low, left + 3, low);
            drawing.line("measured", left - 3, high, left + 3, high);
        }
        drawing.disc("measured", new Drawing.Point(left, vertical.place(point.y())), 3.5, point.explanation());
    }

    private static List<Drawing.Point> points(double[] x, double[] y, Span horizontal, Span vertical) {
        return IntStream.range(0, x.length)
                .filter(k -> Double.isFinite(y[k]))
                .mapToObj(k -> new Drawing.Point(horizontal.place(x[k]), vertical.place(y[k])))
                .toList();
    }

    /**
     * An axis: what it spans, and where on the page.
     *
     * @param low the value at its start
     * @param high the value at its end
     * @param from the start on the page, pixels
     * @param to the end on the page, pixels
     * @param logarithmic whether equal distances are equal ratios
     */
    private record Span(double low, double high, double from, double to, boolean logarithmic) {

        /** How a span follows from the values in it. */
        enum Kind {
            /** From the least to the largest. */
            EXACT,
            /** From 0 where the values come near to it. */
            LINEAR,
            /** As that, or logarithmic where the values span more than three powers of ten. */
            ANY
        }

        static Span of(DoubleStream values, double from, double to, Kind kind) {
            double[] finite = values.filter(Double::isFinite).toArray();
            double low = Arrays.stream(finite).min().orElse(0);
            double high = Arrays.stream(finite).max().orElse(1);
            if (kind == Kind.ANY && low > 0 && high / low > WIDE) {
                return new Span(
                        Math.pow(10, Math.floor(Math.log10(low))),
                        Math.pow(10, Math.ceil(Math.log10(high))),
                        from,
                        to,
                        true);
            }
            // What is nearly constant is shown as constant, not its rounding errors.
            double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-6;
            if (high - low <= least) {
                double margin = high == 0 ? 1 : Math.abs(high) / 2;
                return new Span(low - margin, high + margin, from, to, false);
            }
            return new Span(kind != Kind.EXACT && low > 0 && low < high / 2 ? 0 : low, high, from, to, false);
        }

        double place(double value) {
            double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
            return from + share * (to - from);
        }

        /** Three to eight round values; on a logarithmic axis powers of ten. */
        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            if (logarithmic) {
                long decades = Math.round(Math.log10(high / low));
                long step = (decades + 7) / 8;
                for (long decade = 0; decade <= decades; decade += step) {
                    ticks.add(low * Math.pow(10, (double) decade));
                }
                return ticks;
            }
            double step = RoundStep.below((high - low) / 3);
            for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
                ticks.add(k * step);
            }
            return ticks;
        }
    }
}
