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

    void copy(ComplexVector source) {
        System.arraycopy(source.real, 0, real, 0, real.length);
        System.arraycopy(source.imaginary, 0, imaginary, 0, imaginary.length);
    }
}
