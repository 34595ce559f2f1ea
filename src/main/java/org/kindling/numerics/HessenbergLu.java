package org.kindling.numerics;

import java.util.Arrays;

/**
 * LU factors of \(H - \lambda I\) for an upper Hessenberg matrix H and a complex number, by elimination with exchanges of
 * neighbouring rows, O(n^2).
 *
 * <p>The matrix may be singular, since inverse iteration wants it to be: a pivot of 0 is replaced by one far below rounding.
 */
final class HessenbergLu {

    /** The smallest pivot beside the largest entry: far below rounding, and its inverse far from overflow. */
    private static final double SMALLEST = 0x1p-104;

    private final int order;
    private final double[][] real;
    private final double[][] imaginary;
    private final boolean[] exchanged;
    private final ComplexVector factor;
    private final ComplexVector inverse;
    private boolean complex;

    HessenbergLu(int order) {
        this.order = order;
        real = new double[order][order];
        imaginary = new double[order][order];
        exchanged = new boolean[order];
        factor = new ComplexVector(order);
        inverse = new ComplexVector(order);
    }

    /** Factors; whatever stands below the subdiagonal of the columns is ignored. */
    void factor(double[][] columns, double lambdaReal, double lambdaImaginary) {
        complex = lambdaImaginary != 0;
        double smallest = SMALLEST * load(columns, lambdaReal, lambdaImaginary);
        for (int k = 0; k < order; k++) {
            exchanged[k] = k + 1 < order && size(k + 1, k) > size(k, k);
            if (exchanged[k]) {
                exchange(real, k);
                exchange(imaginary, k);
            }
            invert(k, smallest);
            if (k + 1 < order) {
                eliminate(k);
            }
        }
    }

    /** Fills the rows and returns the largest entry. */
    private double load(double[][] columns, double lambdaReal, double lambdaImaginary) {
        double largest = Math.max(Math.abs(lambdaReal) + Math.abs(lambdaImaginary), Double.MIN_NORMAL / SMALLEST);
        for (int j = 0; j < order; j++) {
            double[] column = columns[j];
            int end = Math.min(j + 2, order);
            for (int i = 0; i < end; i++) {
                real[i][j] = column[i];
            }
            largest = Math.max(largest, DenseMatrices.largestMagnitude(column, 0, end));
            real[j][j] -= lambdaReal;
        }
        for (int i = 0; complex && i < order; i++) {
            Arrays.fill(imaginary[i], Math.max(i - 1, 0), order, 0);
            imaginary[i][i] = -lambdaImaginary;
        }
        return largest;
    }

    private double size(int i, int j) {
        return Math.abs(real[i][j]) + (complex ? Math.abs(imaginary[i][j]) : 0);
    }

    private static void exchange(double[][] rows, int k) {
        double[] row = rows[k];
        rows[k] = rows[k + 1];
        rows[k + 1] = row;
    }

    private void invert(int k, double smallest) {
        double re = real[k][k];
        double im = complex ? imaginary[k][k] : 0;
        if (Math.abs(re) + Math.abs(im) < smallest) {
            re = smallest;
            im = 0;
        }
        double square = re * re + im * im;
        inverse.real[k] = re / square;
        inverse.imaginary[k] = -im / square;
    }

    private void eliminate(int k) {
        double[] x = real[k];
        double[] y = real[k + 1];
        double re = y[k] * inverse.real[k];
        if (!complex) {
            factor.set(k, re, 0);
            DenseMatrices.addMultiple(y, -re, x, k + 1, order);
            return;
        }
        double[] xImaginary = imaginary[k];
        double[] yImaginary = imaginary[k + 1];
        re -= yImaginary[k] * inverse.imaginary[k];
        double im = y[k] * inverse.imaginary[k] + yImaginary[k] * inverse.real[k];
        factor.set(k, re, im);
        DenseMatrices.addMultiple(y, -re, x, k + 1, order);
        DenseMatrices.addMultiple(y, im, xImaginary, k + 1, order);
        DenseMatrices.addMultiple(yImaginary, -re, xImaginary, k + 1, order);
        DenseMatrices.addMultiple(yImaginary, -im, x, k + 1, order);
    }

    /** Solves \((H - \lambda I) x = b\) in place. */
    void solve(ComplexVector b) {
        for (int k = 0; k < order - 1; k++) {
            if (exchanged[k]) {
                b.exchange(k, k + 1);
            }
            subtract(b, k + 1, k, k);
        }
        solveUpper(b);
    }

    /** Solves with the upper triangular factor alone. */
    void solveUpper(ComplexVector b) {
        for (int i = order - 1; i >= 0; i--) {
            double re = b.real[i] - DenseMatrices.dot(real[i], b.real, i + 1, order);
            double im = b.imaginary[i];
            if (complex) {
                re += DenseMatrices.dot(imaginary[i], b.imaginary, i + 1, order);
                im -= DenseMatrices.dot(real[i], b.imaginary, i + 1, order)
                        + DenseMatrices.dot(imaginary[i], b.real, i + 1, order);
            }
            b.set(i, re, im);
            divide(b, i);
        }
    }

    /** Solves \((H - \lambda I)^T x = b\), transposed and not conjugated, in place. */
    void solveTransposed(ComplexVector b) {
        for (int i = 0; i < order; i++) {
            divide(b, i);
            DenseMatrices.addMultiple(b.real, -b.real[i], real[i], i + 1, order);
            if (complex) {
                DenseMatrices.addMultiple(b.real, b.imaginary[i], imaginary[i], i + 1, order);
                DenseMatrices.addMultiple(b.imaginary, -b.real[i], imaginary[i], i + 1, order);
                DenseMatrices.addMultiple(b.imaginary, -b.imaginary[i], real[i], i + 1, order);
            }
        }
        for (int k = order - 2; k >= 0; k--) {
            subtract(b, k, k + 1, k);
            if (exchanged[k]) {
                b.exchange(k, k + 1);
            }
        }
    }

    /** Subtracts from entry i of a vector the multiple of entry j that eliminated below pivot k. */
    private void subtract(ComplexVector b, int i, int j, int k) {
        double re = factor.real[k];
        double im = factor.imaginary[k];
        double x = b.real[j];
        double y = b.imaginary[j];
        b.set(i, b.real[i] - (re * x - im * y), b.imaginary[i] - (re * y + im * x));
    }

    private void divide(ComplexVector b, int i) {
        double re = inverse.real[i];
        double im = inverse.imaginary[i];
        double x = b.real[i];
        double y = b.imaginary[i];
        b.set(i, re * x - im * y, re * y + im * x);
    }
}
