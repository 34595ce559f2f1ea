package org.kindling.dynamics;

import java.util.Arrays;

/** A constant matrix of which only the entries other than 0 are kept, row by row. Immutable. */
final class SparseRows {

    private final int[] start;
    private final int[] column;
    private final double[] value;

    private SparseRows(int[] start, int[] column, double[] value) {
        this.start = start;
        this.column = column;
        this.value = value;
    }

    static SparseRows of(double[][] dense) {
        int entries = Arrays.stream(dense)
                .mapToInt(row ->
                        (int) Arrays.stream(row).filter(entry -> entry != 0).count())
                .sum();
        int[] start = new int[dense.length + 1];
        int[] column = new int[entries];
        double[] value = new double[entries];
        int next = 0;
        for (int row = 0; row < dense.length; row++) {
            for (int place = 0; place < dense[row].length; place++) {
                if (dense[row][place] != 0) {
                    column[next] = place;
                    value[next] = dense[row][place];
                    next++;
                }
            }
            start[row + 1] = next;
        }
        return new SparseRows(start, column, value);
    }

    int rows() {
        return start.length - 1;
    }

    /** Where the entries of a row begin. */
    int start(int row) {
        return start[row];
    }

    int column(int entry) {
        return column[entry];
    }

    double value(int entry) {
        return value[entry];
    }

    /** Multiplies with a vector. */
    void times(double[] vector, double[] product) {
        for (int row = 0; row < start.length - 1; row++) {
            double sum = 0;
            for (int entry = start[row]; entry < start[row + 1]; entry++) {
                sum = Math.fma(value[entry], vector[column[entry]], sum);
            }
            product[row] = sum;
        }
    }
}
