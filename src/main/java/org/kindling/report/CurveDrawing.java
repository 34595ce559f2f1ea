package org.kindling.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Curves as a drawing of its own: SVG that needs no page around it. Not thread-safe. */
public final class CurveDrawing {

    private static final int WIDTH = 720;
    private static final int PLOT_HEIGHT = 320;
    private static final int LINE_HEIGHT = 18;

    /** Entries of the legend beside each other, and how wide each is. */
    private static final int ENTRIES = 3;

    private static final int ENTRY_WIDTH = 210;
    private static final int LEFT = 76;

    /** The colours of the pages in daylight. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b58900", "#56b4e9", "#59616b");

    private final String title;
    private final CurvePlot plot;

    private CurveDrawing(String title, CurvePlot plot) {
        this.title = title;
        this.plot = plot;
    }

    /**
     * An empty drawing.
     *
     * @param title what it shows
     * @param across what the horizontal axis shows
     * @param up what the vertical axis shows
     * @return the drawing
     */
    public static CurveDrawing of(String title, String across, String up) {
        return new CurveDrawing(title, new CurvePlot(across, up));
    }

    /**
     * Adds a curve. Points that are no numbers, or have no partner, are left out.
     *
     * @param label what the legend calls it
     * @param x where, shape [points]
     * @param y its values, shape [points]
     * @return this drawing
     */
    public CurveDrawing curve(String label, double[] x, double[] y) {
        int[] points = IntStream.range(0, Math.min(x.length, y.length))
                .filter(k -> Double.isFinite(x[k]) && Double.isFinite(y[k]))
                .toArray();
        plot.curve(
                label,
                IntStream.of(points).mapToDouble(k -> x[k]).toArray(),
                IntStream.of(points).mapToDouble(k -> y[k]).toArray());
        return this;
    }

    /**
     * The drawing's text, to be written in UTF-8.
     *
     * @return the drawing
     */
    public String svg() {
        Figure figure = plot.figure(title, "");
        int lines = (figure.legend().size() + ENTRIES - 1) / ENTRIES;
        int height = PLOT_HEIGHT + LINE_HEIGHT * (lines + 1);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\">\n",
                WIDTH,
                height));
        text.append("<style>\n").append(style()).append("</style>\n");
        text.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        String size = String.format(Locale.ROOT, "<svg width=\"%d\" height=\"%d\" ", WIDTH, PLOT_HEIGHT);
        text.append(figure.svg().replaceFirst("^<svg ", size)).append('\n');
        for (int entry = 0; entry < figure.legend().size(); entry++) {
            int left = LEFT + ENTRY_WIDTH * (entry % ENTRIES);
            int baseline = PLOT_HEIGHT + LINE_HEIGHT * (entry / ENTRIES + 1);
            text.append(entry(figure.legend().get(entry), left, baseline));
        }
        return text.append("</svg>\n").toString();
    }

    private static String entry(LegendEntry entry, int left, int baseline) {
        Drawing drawing = Drawing.fragment();
        drawing.line("curve " + entry.style(), left, baseline - 4, left + 18, baseline - 4);
        drawing.text("start", left + 24, baseline, entry.label());
        return drawing.shapes();
    }

    private static String style() {
        StringBuilder style = new StringBuilder();
        style.append("text { font: 13px system-ui, sans-serif; fill: #59616b; }\n");
        style.append(".axis-title { fill: #1b1f24; }\n.middle { text-anchor: middle; }\n.end { text-anchor: end; }\n");
        style.append(".axis { stroke: #59616b; }\n.grid { stroke: #d5d9de; stroke-width: .7; }\n");
        style.append(".curve { fill: none; stroke-width: 1.7; stroke-linejoin: round; }\n");
        for (int k = 0; k < COLOURS.size(); k++) {
            style.append(String.format(Locale.ROOT, ".curve-%d { stroke: %s; }\n", k, COLOURS.get(k)));
        }
        return style.toString();
    }
}
