package org.kindling.report;

import java.util.List;

/**
 * A plot to be placed in the page.
 *
 * @param title what it shows, in a few words
 * @param caption how to read it
 * @param legend what its colours stand for
 * @param svg the drawing, an element whose text is already escaped
 */
public record Figure(String title, String caption, List<LegendEntry> legend, String svg) {

    /** Copies the legend. */
    public Figure {
        legend = List.copyOf(legend);
    }
}
