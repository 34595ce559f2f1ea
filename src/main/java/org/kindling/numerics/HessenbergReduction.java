package org.kindling.numerics;

import java.util.Arrays;

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
    private final double[] factors = new double[4];

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
        double scale = DenseMatrices.largestMagnitude(column, first + 1, order);
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
        Arrays.fill(v, 0, first, 0);
        column[first] = beta * scale;
        return (beta - head) / beta;
    }

    /** Four columns at once, since the vectors are short and entering a loop costs as much as running it. */
    private void applyLeftAndAccumulate(double[][] columns, int first, double tau) {
        int order = columns.length;
        Arrays.fill(w, 0);
        int j = first;
        for (; j < order - 3; j += 4) {
            double[] c0 = columns[j];
            double[] c1 = columns[j + 1];
            double[] c2 = columns[j + 2];
            double[] c3 = columns[j + 3];
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int i = first; i < order; i++) {
                double vi = v[i];
                s0 = Math.fma(vi, c0[i], s0);
                s1 = Math.fma(vi, c1[i], s1);
                s2 = Math.fma(vi, c2[i], s2);
                s3 = Math.fma(vi, c3[i], s3);
            }
            factors[0] = -tau * s0;
            factors[1] = -tau * s1;
            factors[2] = -tau * s2;
            factors[3] = -tau * s3;
            updateAndAccumulate(columns, j);
        }
        for (; j < order; j++) {
            double s = tau * DenseMatrices.dot(v, columns[j], first, order);
            DenseMatrices.addMultiple(columns[j], -s, v, first, order);
            DenseMatrices.addMultiple(w, v[j], columns[j], 0, order);
        }
    }

    /** Adds multiples of v, by the factors, to four columns, and multiples of the results, by entries of v, to w. */
    private void updateAndAccumulate(double[][] columns, int j) {
        double[] c0 = columns[j];
        double[] c1 = columns[j + 1];
        double[] c2 = columns[j + 2];
        double[] c3 = columns[j + 3];
        double s0 = factors[0];
        double s1 = factors[1];
        double s2 = factors[2];
        double s3 = factors[3];
        double v0 = v[j];
        double v1 = v[j + 1];
        double v2 = v[j + 2];
        double v3 = v[j + 3];
        double[] x = v;
        double[] sum = w;
        for (int i = 0; i < sum.length; i++) {
            double xi = x[i];
            double y0 = Math.fma(s0, xi, c0[i]);
            double y1 = Math.fma(s1, xi, c1[i]);
            double y2 = Math.fma(s2, xi, c2[i]);
            double y3 = Math.fma(s3, xi, c3[i]);
            c0[i] = y0;
            c1[i] = y1;
            c2[i] = y2;
            c3[i] = y3;
            sum[i] = Math.fma(v0, y0, Math.fma(v1, y1, Math.fma(v2, y2, Math.fma(v3, y3, sum[i]))));
        }
    }

    private void applyRight(double[][] columns, int first, double tau) {
        int order = columns.length;
        int j = first;
        for (; j < order - 3; j += 4) {
            for (int k = 0; k < 4; k++) {
                factors[k] = -tau * v[j + k];
            }
            DenseMatrices.addMultiples(columns, j, factors, w, 0, order);
        }
        for (; j < order; j++) {
            DenseMatrices.addMultiple(columns[j], -tau * v[j], w, 0, order);
        }
    }
}
