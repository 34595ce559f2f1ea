package org.kindling.copasi;

import java.util.List;

/** A time course as COPASI gives it: columns by SBML id, species as concentrations, what is constant left out. */
final class RecordedCourse {

    private final List<String> ids;
    private final double[][] rows;
    private final String failure;

    private RecordedCourse(List<String> ids, double[][] rows, String failure) {
        this.ids = ids;
        this.rows = rows;
        this.failure = failure;
    }

    /**
     * A course.
     *
     * @param ids the columns
     * @param rows the values, shape [rows reached, ids]; not copied
     * @param failure why not all rows were reached; empty if they were
     */
    static RecordedCourse of(List<String> ids, double[][] rows, String failure) {
        return new RecordedCourse(List.copyOf(ids), rows, failure);
    }

    List<String> ids() {
        return ids;
    }

    int size() {
        return rows.length;
    }

    double value(int row, int column) {
        return rows[row][column];
    }

    String failure() {
        return failure;
    }
}
