package org.kindling.report;

import java.util.List;
import java.util.stream.Stream;
import org.kindling.analysis.PopulationMap;
import org.kindling.analysis.StateMap.Place;

/**
 * Sets of two populations as points of the plane.
 *
 * @param map where they lie
 * @param first what the first population is called
 * @param second what the second is called
 */
record PopulationMapPlot(PopulationMap map, String first, String second) {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 420;
    private static final double MARGIN = 36;
    private static final double RADIUS = 2.6;

    /** More points of each would cover each other. */
    private static final int MOST_POINTS = 500;

    /** The figure. */
    Figure figure(String title, String caption) {
        return new Figure(
                title,
                caption,
                List.of(new LegendEntry("curve-0", first), new LegendEntry("curve-1", second)),
                svg(title));
    }

    private String svg(String title) {
        Drawing drawing = Drawing.of(WIDTH, HEIGHT, title);
        drawing.line("axis", MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN);
        drawing.line("axis", MARGIN, HEIGHT - MARGIN, MARGIN, MARGIN);
        drawing.text(
                "axis-title middle",
                WIDTH / 2,
                HEIGHT - 10,
                "first component, " + percent(map.explained().right()));
        drawing.text(
                "axis-title start",
                MARGIN,
                20,
                "second component, " + percent(map.explained().up()));
        List<Place> own = shown(map.first());
        List<Place> other = shown(map.second());
        double across = Stream.concat(own.stream(), other.stream())
                .mapToDouble(place -> Math.abs(place.right()))
                .max()
                .orElse(1);
        double up = Stream.concat(own.stream(), other.stream())
                .mapToDouble(place -> Math.abs(place.up()))
                .max()
                .orElse(1);
        draw(drawing, "second-set", other, new Place(across, up));
        draw(drawing, "first-set", own, new Place(across, up));
        return drawing.svg();
    }

    private static String percent(double share) {
        return NumberText.of(Math.rint(1000 * share) / 10) + " % of the variance";
    }

    private static List<Place> shown(List<Place> places) {
        return places.subList(0, Math.min(MOST_POINTS, places.size()));
    }

    private void draw(Drawing drawing, String style, List<Place> places, Place largest) {
        for (Place place : places) {
            double left = WIDTH / 2 + share(place.right(), largest.right()) * (WIDTH / 2 - MARGIN - 8);
            double top = HEIGHT / 2 - share(place.up(), largest.up()) * (HEIGHT / 2 - MARGIN - 8);
            drawing.disc(style, new Drawing.Point(left, top), RADIUS, style.startsWith("first") ? first : second);
        }
    }

    private static double share(double value, double largest) {
        return largest > 0 ? value / largest : 0;
    }
}
