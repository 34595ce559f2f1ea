package org.kindling.numerics;

import java.util.Arrays;

/**
 * Diagonal scaling of a matrix by powers of two that makes the norms of each row and column alike.
 *
 * <p>The scaling is a similarity without rounding errors. Source: B. N. Parlett, C. Reinsch, Balancing a matrix for
 * calculation of eigenvalues and eigenvectors, Numerische Mathematik 13 (1969) 293, doi:10.1007/BF02165404.
 */
final class Balancing {
    /** A scaling pays if it makes the sum of both norms smaller by this factor, as in the source. */
    private static final double GAIN = 0.95;

    /** More passes do not make the eigenvalues of kinetic Jacobians more accurate, fewer do. */
    private static final int MAXIMUM_PASSES = 3;

    private Balancing() {}

    /**
     * Overwrites a matrix A, an array of columns, by \(D^{-1} A D\). O(n^2) for each of at most three passes.
     *
     * @param columns the matrix
     * @param scale receives the diagonal of D
     */
    static void balance(double[][] columns, double[] scale) {
        Arrays.fill(scale, 1);
        boolean changed = true;
        for (int pass = 0; pass < MAXIMUM_PASSES && changed; pass++) {
            changed = false;
            for (int i = 0; i < columns.length; i++) {
                double factor = factor(columns, i);
                if (factor != 1) {
                    scale(columns, i, factor);
                    scale[i] *= factor;
                    changed = true;
                }
            }
        }
    }

    private static double factor(double[][] columns, int i) {
        double diagonal = columns[i][i];
        columns[i][i] = 0;
        double columnNorm = columnNorm(columns[i]);
        double rowNorm = rowNorm(columns, i);
        columns[i][i] = diagonal;
        if (rowNorm == 0 || columnNorm == 0) {
            return 1;
        }
        int exponent = (Math.getExponent(rowNorm) - Math.getExponent(columnNorm)) / 2;
        double factor = Math.scalb(1.0, exponent);
        boolean pays = columnNorm * factor + rowNorm / factor < GAIN * (columnNorm + rowNorm);
        return pays ? factor : 1;
    }

    /** Sum of magnitudes in four independent sums, since Java may not reorder a single one. */
    private static double columnNorm(double[] column) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < column.length - 3; i += 4) {
            s0 += Math.abs(column[i]);
            s1 += Math.abs(column[i + 1]);
            s2 += Math.abs(column[i + 2]);
            s3 += Math.abs(column[i + 3]);
        }
        for (; i < column.length; i++) {
            s0 += Math.abs(column[i]);
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double rowNorm(double[][] columns, int i) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j < columns.length - 3; j += 4) {
            s0 += Math.abs(columns[j][i]);
            s1 += Math.abs(columns[j + 1][i]);
            s2 += Math.abs(columns[j + 2][i]);
            s3 += Math.abs(columns[j + 3][i]);
        }
        for (; j < columns.length; j++) {
            s0 += Math.abs(columns[j][i]);
        }
        return (s0 + s1) + (s2 + s3);
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
