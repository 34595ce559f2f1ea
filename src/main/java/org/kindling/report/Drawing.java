package org.kindling.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An SVG drawing under construction: shapes carry classes of the page's style sheet instead of colours and fonts, so that
 * one drawing serves light, dark and printed pages, and its bytes depend on no installed font.
 */
final class Drawing {

    private final StringBuilder text = new StringBuilder();

    private Drawing() {}

    /** An empty drawing that says in words, for those who cannot see it, what it shows. */
    static Drawing of(double width, double height, String description) {
        Drawing drawing = new Drawing();
        drawing.append(
                "<svg class=\"plot\" role=\"img\" viewBox=\"0 0 %s %s\" aria-label=\"%s\">\n",
                width, height, description);
        return drawing;
    }

    /** Adds a rectangle that explains itself when pointed at. */
    void rectangle(String style, Box box, String explanation) {
        append(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>\n",
                style, box.left(), box.top(), box.width(), box.height(), explanation);
    }

    /** Adds a straight line. */
    void line(String style, double left, double top, double right, double bottom) {
        append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n", style, left, top, right, bottom);
    }

    /** Adds a line of text whose baseline starts, is centred or ends at a point, as its style says. */
    void text(String style, double left, double baseline, String line) {
        append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n", style, left, baseline, line);
    }

    /** Adds a line of text that runs upwards from a point. */
    void upwards(String style, double left, double bottom, String line) {
        append("<text class=\"%s\" transform=\"translate(%s %s) rotate(-90)\">%s</text>\n", style, left, bottom, line);
    }

    /** Adds a label with a raised exponent. */
    void power(String style, double left, double baseline, String base, String exponent) {
        append(
                "<text class=\"%s\" x=\"%s\" y=\"%s\">%s<tspan class=\"exponent\" dy=\"-5\">%s</tspan></text>\n",
                style, left, baseline, base, exponent);
    }

    /** Adds a label of three parts, the second lowered. */
    void subscripted(String style, double left, double baseline, Quantity quantity) {
        append(
                "<text class=\"%s\" x=\"%s\" y=\"%s\">%s<tspan class=\"exponent\" dy=\"4\">%s</tspan>"
                        + "<tspan dy=\"-4\">%s</tspan></text>\n",
                style, left, baseline, quantity.symbol(), quantity.index(), quantity.unit());
    }

    /** Adds a line through points. */
    void curve(String style, List<Point> points) {
        append("<polyline class=\"%s\" points=\"%s\"/>\n", style, path(points));
    }

    /** Adds an area within points. */
    void area(String style, List<Point> points) {
        append("<polygon class=\"%s\" points=\"%s\"/>\n", style, path(points));
    }

    /** Adds a disc that explains itself when pointed at. */
    void disc(String style, Point centre, double radius, String explanation) {
        append(
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"><title>%s</title></circle>\n",
                style, centre.left(), centre.top(), radius, explanation);
    }

    private static String path(List<Point> points) {
        return points.stream()
                .map(point -> number(point.left()) + "," + number(point.top()))
                .collect(Collectors.joining(" "));
    }

    /** Shapes to be placed in a drawing. */
    static Drawing fragment() {
        return new Drawing();
    }

    /** The shapes alone. */
    String shapes() {
        return text.toString();
    }

    /** The drawing as an element to be placed in an HTML page. */
    String svg() {
        return text + "</svg>";
    }

    private void append(String pattern, Object... values) {
        Object[] written = new Object[values.length];
        for (int index = 0; index < values.length; index++) {
            written[index] =
                    values[index] instanceof Double number ? number(number) : escaped(values[index].toString());
        }
        text.append(String.format(Locale.ROOT, pattern, written));
    }

    private static String number(double value) {
        String rounded = String.format(Locale.ROOT, "%.2f", value);
        return rounded.endsWith(".00") ? rounded.substring(0, rounded.length() - 3) : rounded;
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * What an axis shows.
     *
     * @param symbol its name and symbol
     * @param index the symbol's index
     * @param unit the rest, with the unit
     */
    record Quantity(String symbol, String index, String unit) {

        @Override
        public String toString() {
            return symbol + index + unit;
        }
    }

    /** A place on the page. */
    record Point(double left, double top) {}

    /** A rectangle's place. */
    record Box(double left, double top, double width, double height) {}
}
