package org.kindling.ensemble;

import java.util.List;

/**
 * An output of a SED-ML document: a report or a plot.
 *
 * @param id its id
 * @param name its name, empty if it has none
 * @param kind what it is
 * @param dataSets what a report shows, in its order; of a plot the data generators that its curves show, in the order of
 *     their ids
 * @param curves the curves or surfaces of a plot
 */
public record SedMlOutput(String id, String name, Kind kind, List<DataSet> dataSets, List<Curve> curves) {

    /** Copies the lists. */
    public SedMlOutput {
        dataSets = List.copyOf(dataSets);
        curves = List.copyOf(curves);
    }

    /** What an output is. */
    public enum Kind {
        /** A table. */
        REPORT,
        /** Curves in a plane. */
        PLOT_2D,
        /** Surfaces in space. */
        PLOT_3D
    }

    /**
     * A row of an output.
     *
     * @param id its id
     * @param label what it is called where it is shown
     * @param name its name, empty if it has none
     * @param generator the id of the data generator that gives its values
     */
    public record DataSet(String id, String label, String name, String generator) {}

    /**
     * A curve or surface.
     *
     * @param id its id
     * @param label what it is called where it is shown
     * @param generators the ids of the data generators of its axes: two of a curve, three of a surface
     */
    public record Curve(String id, String label, List<String> generators) {

        /** Copies the list. */
        public Curve {
            generators = List.copyOf(generators);
        }
    }
}
