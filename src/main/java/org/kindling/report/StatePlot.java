package org.kindling.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kindling.analysis.CharacterisedState;
import org.kindling.analysis.StateMap.Place;

/** States as points of the plane, coloured by how fast they can be made. */
final class StatePlot {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 420;
    private static final double MARGIN = 36;

    /** The model's own state, the first, stands out. */
    private static final double OWN_RADIUS = 8;

    private static final double RADIUS = 5;

    /** From the fastest fifth to the slowest. */
    private static final List<String> STYLES = List.of("n4", "n2", "c0", "p2", "p4");

    private final List<CharacterisedState> states;
    private final String timeUnit;
    private final double[] sorted;

    /** A plot of states, the model's own first. */
    StatePlot(List<CharacterisedState> states, String timeUnit) {
        this.states = states;
        this.timeUnit = timeUnit;
        this.sorted = states.stream()
                .mapToDouble(state -> state.fastest().abscissa())
                .sorted()
                .toArray();
    }

    /** The figure of a map; the places are those of the states, in their order. */
    Figure figure(String title, String caption, Axes axes, List<Place> places) {
        Drawing drawing = Drawing.of(WIDTH, HEIGHT, title);
        drawing.line("axis", MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN);
        drawing.line("axis", MARGIN, HEIGHT - MARGIN, MARGIN, MARGIN);
        drawing.text("axis-title middle", WIDTH / 2, HEIGHT - 10, axes.across());
        drawing.text("axis-title start", MARGIN, 20, axes.up());
        double[] across = span(places, Place::right);
        double[] up = span(places, Place::up);
        for (int index = states.size() - 1; index >= 0; index--) {
            CharacterisedState state = states.get(index);
            Place place = places.get(index);
            double left = MARGIN + 12 + share(place.right(), across) * (WIDTH - 2 * MARGIN - 24);
            double top = HEIGHT - MARGIN - 12 - share(place.up(), up) * (HEIGHT - 2 * MARGIN - 24);
            drawing.disc(
                    "place " + style(state),
                    new Drawing.Point(left, top),
                    index == 0 ? OWN_RADIUS : RADIUS,
                    state.name() + ": " + NumberText.of(state.fastest().abscissa()) + " per " + timeUnit);
        }
        return new Figure(title, caption, legend(), drawing.svg());
    }

    /**
     * What the axes show.
     *
     * @param across the horizontal one
     * @param up the vertical one
     */
    record Axes(String across, String up) {}

    private static double[] span(List<Place> places, ToDoubleFunction<Place> coordinate) {
        double low = places.stream().mapToDouble(coordinate).min().orElse(0);
        double high = places.stream().mapToDouble(coordinate).max().orElse(1);
        return new double[] {low, high > low ? high : low + 1};
    }

    private static double share(double value, double... span) {
        return (value - span[0]) / (span[1] - span[0]);
    }

    private String style(CharacterisedState state) {
        int rank = Arrays.binarySearch(sorted, state.fastest().abscissa());
        return STYLES.get(Math.min(STYLES.size() - 1, Math.max(0, rank) * STYLES.size() / sorted.length));
    }

    private List<LegendEntry> legend() {
        List<LegendEntry> legend = new ArrayList<>();
        for (int k = 0; k < STYLES.size(); k++) {
            int first = (k * sorted.length + STYLES.size() - 1) / STYLES.size();
            int last = ((k + 1) * sorted.length + STYLES.size() - 1) / STYLES.size() - 1;
            if (first <= last) {
                legend.add(new LegendEntry(
                        STYLES.get(k), NumberText.of(sorted[first]) + " to " + NumberText.of(sorted[last])));
            }
        }
        return legend;
    }
}
