package org.kindling.numerics;

/**
 * Diagonal scaling of a matrix by powers of two that makes the norms of each row and column alike.
 *
 * <p>The scaling is a similarity without rounding errors. Source: B. N. Parlett, C. Reinsch, Balancing a matrix for
 * calculation of eigenvalues and eigenvectors, Numerische Mathematik 13 (1969) 293, doi:10.1007/BF02165404.
 */
final class Balancing {
    /** A scaling pays if it makes the sum of both norms smaller by this factor, as in the source. */
    private static final double GAIN = 0.95;

    private static final int MAXIMUM_PASSES = 5;

    private Balancing() {}

    /** Balances the matrix, an array of columns, in place. O(n^2) for each of at most five passes. */
    static void balance(double[][] columns) {
        boolean changed = true;
        for (int pass = 0; pass < MAXIMUM_PASSES && changed; pass++) {
            changed = false;
            for (int i = 0; i < columns.length; i++) {
                changed |= balance(columns, i);
            }
        }
    }

    private static boolean balance(double[][] columns, int i) {
        double rowNorm = 0;
        for (double[] column : columns) {
            rowNorm += Math.abs(column[i]);
        }
        double columnNorm = 0;
        for (double entry : columns[i]) {
            columnNorm += Math.abs(entry);
        }
        double diagonal = Math.abs(columns[i][i]);
        rowNorm -= diagonal;
        columnNorm -= diagonal;
        if (rowNorm <= 0 || columnNorm <= 0) {
            return false;
        }
        int exponent = (int) Math.rint((Math.getExponent(rowNorm) - Math.getExponent(columnNorm)) * 0.5);
        double factor = Math.scalb(1.0, exponent);
        if (columnNorm * factor + rowNorm / factor >= GAIN * (columnNorm + rowNorm)) {
            return false;
        }
        scale(columns, i, factor);
        return true;
    }

    private static void scale(double[][] columns, int i, double factor) {
        double[] column = columns[i];
        for (int k = 0; k < column.length; k++) {
            column[k] *= factor;
        }
        double inverse = 1 / factor;
        for (double[] other : columns) {
            other[i] *= inverse;
        }
    }
}
