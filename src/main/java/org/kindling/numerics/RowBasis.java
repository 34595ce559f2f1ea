package org.kindling.numerics;

import java.util.Arrays;

/**
 * A growing basis of rows: an orthonormal one, and the triangle that gives it from the rows themselves.
 *
 * <p>Row k of the basis is \(\sum_{j \le k} T_{kj} q_j\) with orthonormal \(q_j\).
 */
final class RowBasis {
    private final double tolerance;
    private final double[][] orthonormal;
    private final double[][] triangle;
    private final double[] rest;
    private final double[] projection;
    private int size;

    RowBasis(int columns, int capacity, double tolerance) {
        this.tolerance = tolerance;
        orthonormal = new double[capacity][columns];
        triangle = new double[capacity][capacity];
        rest = new double[columns];
        projection = new double[capacity];
    }

    /** Adds a row if it is independent of those before; returns whether it was. */
    boolean add(double[] row) {
        int columns = row.length;
        System.arraycopy(row, 0, rest, 0, columns);
        Arrays.fill(projection, 0);
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < size; k++) {
                double s = DenseMatrices.dot(orthonormal[k], rest, 0, columns);
                projection[k] += s;
                DenseMatrices.addMultiple(rest, -s, orthonormal[k], 0, columns);
            }
        }
        double length = Math.sqrt(DenseMatrices.dot(row, row, 0, columns));
        double restLength = Math.sqrt(DenseMatrices.dot(rest, rest, 0, columns));
        if (restLength <= tolerance * length) {
            return false;
        }
        for (int j = 0; j < columns; j++) {
            orthonormal[size][j] = rest[j] / restLength;
        }
        System.arraycopy(projection, 0, triangle[size], 0, size);
        triangle[size][size] = restLength;
        size++;
        return true;
    }

    /** The last refused row as a combination of the rows of the basis, length: size of the basis then. */
    double[] combination() {
        double[] x = Arrays.copyOf(projection, size);
        for (int k = size - 1; k >= 0; k--) {
            x[k] /= triangle[k][k];
            DenseMatrices.addMultiple(x, -x[k], triangle[k], 0, k);
        }
        return x;
    }
}
