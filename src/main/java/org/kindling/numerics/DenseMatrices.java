package org.kindling.numerics;

/** Elementary operations on dense vectors and the checks that guard public entrances. */
final class DenseMatrices {
    private DenseMatrices() {}

    /** Throws unless the array has order * order finite entries. */
    static void requireSquare(double[] rowMajor, int order) {
        if (rowMajor.length != order * order) {
            throw new IllegalArgumentException(
                    "matrix has " + rowMajor.length + " entries, but order " + order + " needs " + order * order);
        }
        requireFinite(rowMajor);
    }

    /** Throws unless all numbers are finite. */
    static void requireFinite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " is " + values[i] + ", but all must be finite");
            }
        }
    }

    /** Adds {@code factor * x} to {@code y} in the range; the same index on both sides lets the loop be vectorised. */
    static void addMultiple(double[] y, double factor, double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(factor, x[i], y[i]);
        }
    }

    /**
     * Adds multiples of {@code x} to the four vectors from y[first] on in one loop: short loops cost more to enter than
     * to run.
     */
    static void addMultiples(double[][] y, int first, double[] factors, double[] x, int from, int to) {
        double[] y0 = y[first];
        double[] y1 = y[first + 1];
        double[] y2 = y[first + 2];
        double[] y3 = y[first + 3];
        double f0 = factors[0];
        double f1 = factors[1];
        double f2 = factors[2];
        double f3 = factors[3];
        for (int i = from; i < to; i++) {
            double xi = x[i];
            y0[i] = Math.fma(f0, xi, y0[i]);
            y1[i] = Math.fma(f1, xi, y1[i]);
            y2[i] = Math.fma(f2, xi, y2[i]);
            y3[i] = Math.fma(f3, xi, y3[i]);
        }
    }

    /** Largest magnitude in the range, 0 if it is empty; comparisons are several times faster than Math.max. */
    static double largestMagnitude(double[] x, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            double size = Math.abs(x[i]);
            if (size > largest) {
                largest = size;
            }
        }
        return largest;
    }

    /** Scalar product over the range, in four independent sums, since Java may not reorder a single one. */
    static double dot(double[] x, double[] y, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
            s2 = Math.fma(x[i + 2], y[i + 2], s2);
            s3 = Math.fma(x[i + 3], y[i + 3], s3);
        }
        for (; i < to; i++) {
            s0 = Math.fma(x[i], y[i], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }
}
