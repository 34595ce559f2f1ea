package org.kindling.numerics;

/**
 * LU factors of a dense complex matrix with equilibrated rows and partial pivoting.
 *
 * <p>Real and imaginary parts are separate rows; when the matrix is real only the real parts are worked on, which
 * makes the factorisation four times cheaper.
 */
final class ComplexLu {
    private final int order;
    private final double[][] real;
    private final double[][] imaginary;
    private final int[] permutation;
    private final double[] rowScale;
    private final double[] inverseReal;
    private final double[] inverseImaginary;
    private final double[] workReal;
    private final double[] workImaginary;
    private final double[] factors = new double[4];
    private boolean complex;

    ComplexLu(int order) {
        this.order = order;
        real = new double[order][order];
        imaginary = new double[order][order];
        permutation = new int[order];
        rowScale = new double[order];
        inverseReal = new double[order];
        inverseImaginary = new double[order];
        workReal = new double[order];
        workImaginary = new double[order];
    }

    /** The real part of row i, to be filled before {@link #factor}. */
    double[] realRow(int i) {
        return real[i];
    }

    /** The imaginary part of row i, to be filled before {@link #factor}. */
    double[] imaginaryRow(int i) {
        return imaginary[i];
    }

    /** Factors what is in the rows; {@code complex} says whether imaginary parts count. Returns false if singular. */
    boolean factor(boolean complex) {
        this.complex = complex;
        for (int i = 0; i < order; i++) {
            permutation[i] = i;
            if (!equilibrate(i)) {
                return false;
            }
        }
        for (int k = 0; k < order; k++) {
            exchange(k, pivotRow(k));
            double re = real[k][k];
            double im = complex ? imaginary[k][k] : 0;
            double size = Math.hypot(re, im);
            if (size == 0 || !Double.isFinite(size)) {
                return false;
            }
            inverseReal[k] = re / size / size;
            inverseImaginary[k] = -im / size / size;
            if (complex) {
                eliminateComplex(k);
            } else {
                eliminateReal(k);
            }
        }
        return true;
    }

    /** Scales a row by a power of two so that its largest entry is near one; the row index is the original one. */
    private boolean equilibrate(int i) {
        double largest = DenseMatrices.largestMagnitude(real[i], 0, order);
        if (complex) {
            largest = Math.max(largest, DenseMatrices.largestMagnitude(imaginary[i], 0, order));
        }
        if (largest == 0) {
            return false;
        }
        double scale = Math.scalb(1.0, -Math.getExponent(largest));
        rowScale[i] = scale;
        scale(real[i], scale);
        if (complex) {
            scale(imaginary[i], scale);
        }
        return true;
    }

    private static void scale(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= factor;
        }
    }

    private int pivotRow(int k) {
        int pivot = k;
        double largest = -1;
        for (int i = k; i < order; i++) {
            double size = Math.abs(real[i][k]) + (complex ? Math.abs(imaginary[i][k]) : 0);
            if (size > largest) {
                largest = size;
                pivot = i;
            }
        }
        return pivot;
    }

    private void exchange(int i, int k) {
        double[] row = real[i];
        real[i] = real[k];
        real[k] = row;
        row = imaginary[i];
        imaginary[i] = imaginary[k];
        imaginary[k] = row;
        int index = permutation[i];
        permutation[i] = permutation[k];
        permutation[k] = index;
    }

    private void eliminateComplex(int k) {
        for (int i = k + 1; i < order; i++) {
            double re = real[i][k];
            double im = imaginary[i][k];
            double factorReal = re * inverseReal[k] - im * inverseImaginary[k];
            double factorImaginary = re * inverseImaginary[k] + im * inverseReal[k];
            real[i][k] = factorReal;
            imaginary[i][k] = factorImaginary;
            subtractPivotRow(i, k, factorReal, factorImaginary);
        }
    }

    private void subtractPivotRow(int i, int k, double re, double im) {
        double[] x = real[k];
        double[] xImaginary = imaginary[k];
        double[] y = real[i];
        double[] yImaginary = imaginary[i];
        for (int j = k + 1; j < y.length; j++) {
            y[j] = Math.fma(-re, x[j], Math.fma(im, xImaginary[j], y[j]));
            yImaginary[j] = Math.fma(-re, xImaginary[j], Math.fma(-im, x[j], yImaginary[j]));
        }
    }

    private void eliminateReal(int k) {
        int i = k + 1;
        for (; i < order - 3; i += 4) {
            for (int r = 0; r < 4; r++) {
                real[i + r][k] *= inverseReal[k];
                factors[r] = -real[i + r][k];
            }
            DenseMatrices.addMultiples(real, i, factors, real[k], k + 1, order);
        }
        for (; i < order; i++) {
            real[i][k] *= inverseReal[k];
            DenseMatrices.addMultiple(real[i], -real[i][k], real[k], k + 1, order);
        }
    }

    /** Solves A x = b in place. */
    void solve(ComplexVector b) {
        for (int i = 0; i < order; i++) {
            int source = permutation[i];
            workReal[i] = b.real[source] * rowScale[source];
            workImaginary[i] = b.imaginary[source] * rowScale[source];
            subtractProducts(i, 0, i);
        }
        for (int i = order - 1; i >= 0; i--) {
            subtractProducts(i, i + 1, order);
            divideByPivot(i);
        }
        System.arraycopy(workReal, 0, b.real, 0, order);
        System.arraycopy(workImaginary, 0, b.imaginary, 0, order);
    }

    /** Solves A^T x = b (transposed, not conjugated) in place. */
    void solveTransposed(ComplexVector b) {
        System.arraycopy(b.real, 0, workReal, 0, order);
        System.arraycopy(b.imaginary, 0, workImaginary, 0, order);
        for (int i = 0; i < order; i++) {
            divideByPivot(i);
            subtractMultiple(i, i + 1, order);
        }
        for (int i = order - 1; i > 0; i--) {
            subtractMultiple(i, 0, i);
        }
        for (int i = 0; i < order; i++) {
            int target = permutation[i];
            b.real[target] = workReal[i] * rowScale[target];
            b.imaginary[target] = workImaginary[i] * rowScale[target];
        }
    }

    private void subtractProducts(int i, int from, int to) {
        workReal[i] -= DenseMatrices.dot(real[i], workReal, from, to);
        if (complex) {
            workReal[i] += DenseMatrices.dot(imaginary[i], workImaginary, from, to);
            workImaginary[i] -= DenseMatrices.dot(real[i], workImaginary, from, to)
                    + DenseMatrices.dot(imaginary[i], workReal, from, to);
        }
    }

    private void subtractMultiple(int i, int from, int to) {
        double re = workReal[i];
        double im = workImaginary[i];
        DenseMatrices.addMultiple(workReal, -re, real[i], from, to);
        if (complex) {
            DenseMatrices.addMultiple(workReal, im, imaginary[i], from, to);
            DenseMatrices.addMultiple(workImaginary, -re, imaginary[i], from, to);
            DenseMatrices.addMultiple(workImaginary, -im, real[i], from, to);
        }
    }

    private void divideByPivot(int i) {
        double re = workReal[i];
        double im = workImaginary[i];
        workReal[i] = re * inverseReal[i] - im * inverseImaginary[i];
        workImaginary[i] = re * inverseImaginary[i] + im * inverseReal[i];
    }
}
