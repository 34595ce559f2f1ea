package org.kindling.numerics;

/**
 * Reduction of a square matrix to upper Hessenberg form by Householder reflections.
 *
 * <p>The matrix is an array of columns, so that every inner loop runs down arrays of the same index, which is the
 * form the just-in-time compiler turns into vector instructions. Each reflection \(P = I - \tau v v^T\) is applied
 * from both sides in two passes over the trailing columns: the first applies it from the left and accumulates
 * \(w = A v\), the second subtracts \(\tau w v^T\).
 *
 * <p>Source: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th edition, algorithm 7.4.2, ISBN 978-1-4214-0794-4.
 */
final class HessenbergReduction {
    private final double[] v;
    private final double[] w;

    HessenbergReduction(int order) {
        v = new double[order];
        w = new double[order];
    }

    /** Overwrites {@code columns} by an upper Hessenberg matrix that is similar to it. O(10/3 n^3). */
    void reduce(double[][] columns) {
        int order = columns.length;
        for (int k = 0; k < order - 2; k++) {
            double tau = reflection(columns[k], k + 1);
            if (tau != 0) {
                applyLeftAndAccumulate(columns, k + 1, tau);
                applyRight(columns, k + 1, tau);
            }
        }
    }

    /** Sets v so that the entries of {@code column} below row {@code first} vanish; returns tau. */
    private double reflection(double[] column, int first) {
        int order = column.length;
        double scale = 0;
        for (int i = first + 1; i < order; i++) {
            scale = Math.max(scale, Math.abs(column[i]));
        }
        if (scale == 0) {
            return 0;
        }
        scale = Math.max(scale, Math.abs(column[first]));
        double sum = 0;
        for (int i = first; i < order; i++) {
            double x = column[i] / scale;
            v[i] = x;
            sum += x * x;
        }
        double head = v[first];
        double beta = -Math.copySign(Math.sqrt(sum), head);
        double divisor = 1 / (head - beta);
        for (int i = first + 1; i < order; i++) {
            v[i] *= divisor;
            column[i] = 0;
        }
        v[first] = 1;
        column[first] = beta * scale;
        return (beta - head) / beta;
    }

    private void applyLeftAndAccumulate(double[][] columns, int first, double tau) {
        int order = columns.length;
        for (int i = 0; i < order; i++) {
            w[i] = 0;
        }
        for (int j = first; j < order; j++) {
            double[] column = columns[j];
            double s = tau * DenseMatrices.dot(v, column, first, order);
            DenseMatrices.addMultiple(column, -s, v, first, order);
            DenseMatrices.addMultiple(w, v[j], column, 0, order);
        }
    }

    private void applyRight(double[][] columns, int first, double tau) {
        int order = columns.length;
        for (int j = first; j < order; j++) {
            DenseMatrices.addMultiple(columns[j], -tau * v[j], w, 0, order);
        }
    }
}
