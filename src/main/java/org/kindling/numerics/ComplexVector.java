package org.kindling.numerics;

import java.util.Arrays;

/** Real and imaginary parts of a vector, side by side. */
final class ComplexVector {
    final double[] real;
    final double[] imaginary;

    ComplexVector(int length) {
        real = new double[length];
        imaginary = new double[length];
    }

    /** Keeps the arrays. */
    ComplexVector(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    void clear() {
        Arrays.fill(real, 0);
        Arrays.fill(imaginary, 0);
    }

    void setZero(int i) {
        real[i] = 0;
        imaginary[i] = 0;
    }

    void set(int i, double re, double im) {
        real[i] = re;
        imaginary[i] = im;
    }

    void exchange(int i, int k) {
        double re = real[i];
        double im = imaginary[i];
        set(i, real[k], imaginary[k]);
        set(k, re, im);
    }

    /** Scales to length 1; by the largest entry first, so that no square overflows. */
    void normalise() {
        int length = real.length;
        scale(1
                / Math.max(
                        DenseMatrices.largestMagnitude(real, 0, length),
                        DenseMatrices.largestMagnitude(imaginary, 0, length)));
        scale(1
                / Math.sqrt(
                        DenseMatrices.dot(real, real, 0, length) + DenseMatrices.dot(imaginary, imaginary, 0, length)));
    }

    private void scale(double factor) {
        for (int i = 0; i < real.length; i++) {
            real[i] *= factor;
            imaginary[i] *= factor;
        }
    }

    void copy(ComplexVector source) {
        System.arraycopy(source.real, 0, real, 0, real.length);
        System.arraycopy(source.imaginary, 0, imaginary, 0, imaginary.length);
    }
}
