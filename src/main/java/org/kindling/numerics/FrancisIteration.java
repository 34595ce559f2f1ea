package org.kindling.numerics;

/**
 * Eigenvalues of an upper Hessenberg matrix by the implicitly shifted QR iteration with double shifts.
 *
 * <p>Only eigenvalues are found, so reflections touch the active diagonal block alone. The test for a negligible
 * subdiagonal entry is the one of Ahues and Tisseur, which is safe for matrices of graded scale.
 *
 * <p>Sources: J. G. F. Francis, The QR transformation, part 2, The Computer Journal 4 (1962) 332,
 * doi:10.1093/comjnl/4.4.332; M. Ahues, F. Tisseur, A new deflation criterion for the QR algorithm, LAPACK Working
 * Note 122 (1997).
 */
final class FrancisIteration {
    private static final double ULP = Math.ulp(1.0);

    /** Smallest number whose reciprocal, over ULP, does not overflow. */
    private static final double TINY = Double.MIN_NORMAL / ULP;

    /** Sweeps allowed for one eigenvalue; LAPACK allows 30, and four suffice on average. */
    private static final int MAXIMUM_SWEEPS = 60;

    private final double[] real;
    private final double[] imaginary;
    private double[][] columns = {};
    private double shiftReal;
    private double shiftImaginary;
    private double v1;
    private double v2;
    private double tau;

    /** An iteration that leaves the eigenvalues in the two arrays. */
    FrancisIteration(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /** Destroys the Hessenberg matrix; returns whether every eigenvalue was found. */
    boolean solve(double[][] hessenberg) {
        columns = hessenberg;
        int high = hessenberg.length - 1;
        int count = 0;
        while (high >= 0) {
            int low = activeBlock(high);
            if (low == high) {
                store(high, columns[high][high], 0);
                high--;
                count = 0;
            } else if (low == high - 1) {
                solveBlock(high);
                high -= 2;
                count = 0;
            } else if (count == MAXIMUM_SWEEPS) {
                return false;
            } else {
                count++;
                sweep(low, high, count);
            }
        }
        return true;
    }

    /** First row of the unreduced block that ends in row {@code high}. */
    private int activeBlock(int high) {
        int low = high;
        while (low > 0 && !negligible(low, high)) {
            low--;
        }
        if (low > 0) {
            columns[low - 1][low] = 0;
        }
        return low;
    }

    private boolean negligible(int k, int high) {
        double[] left = columns[k - 1];
        double[] right = columns[k];
        double below = Math.abs(left[k]);
        if (below <= TINY) {
            return true;
        }
        double upper = left[k - 1];
        double lower = right[k];
        double test = Math.abs(upper) + Math.abs(lower);
        if (test == 0) {
            test = (k > 1 ? Math.abs(columns[k - 2][k - 1]) : 0) + (k < high ? Math.abs(right[k + 1]) : 0);
        }
        if (below > ULP * test) {
            return false;
        }
        double above = Math.abs(right[k - 1]);
        double ab = Math.max(below, above);
        double ba = Math.min(below, above);
        double difference = Math.abs(upper - lower);
        double aa = Math.max(Math.abs(lower), difference);
        double bb = Math.min(Math.abs(lower), difference);
        double s = aa + ab;
        return ba * (ab / s) <= Math.max(TINY, ULP * (bb * (aa / s)));
    }

    /** Stores the eigenvalues of the two rows that end in {@code high}. */
    private void solveBlock(int high) {
        double b = columns[high][high - 1];
        double c = columns[high - 1][high];
        double d = columns[high][high];
        double p = 0.5 * (columns[high - 1][high - 1] - d);
        double larger = Math.max(Math.abs(b), Math.abs(c));
        double smaller = Math.min(Math.abs(b), Math.abs(c)) * Math.signum(b) * Math.signum(c);
        double scale = Math.max(Math.abs(p), larger);
        double z = scale == 0 ? 0 : p / scale * p + larger / scale * smaller;
        double root = Math.sqrt(scale) * Math.sqrt(Math.abs(z));
        if (z < 0) {
            store(high - 1, d + p, root);
            store(high, d + p, -root);
        } else {
            double sum = p + Math.copySign(root, p);
            store(high - 1, d + sum, 0);
            store(high, sum == 0 ? d : d - larger / sum * smaller, 0);
        }
    }

    private void store(int k, double re, double im) {
        real[k] = re;
        imaginary[k] = im;
    }

    /** Chases one bulge from the top of the active block to its bottom. */
    private void sweep(int low, int high, int count) {
        chooseShifts(high, count);
        int start = startBulge(low, high);
        for (int k = start; k < high - 1; k++) {
            boolean reflects = true;
            if (k > start) {
                double[] column = columns[k - 1];
                double beta = reflection(column[k], column[k + 1], column[k + 2]);
                reflects = tau != 0;
                column[k] = beta;
                column[k + 1] = 0;
                column[k + 2] = 0;
            } else if (k > low) {
                columns[k - 1][k] *= 1 - tau;
            }
            if (reflects) {
                reflectRows(k, high);
                int end = Math.min(k + 3, high) + 1;
                reflectColumns(columns[k], columns[k + 1], columns[k + 2], low, end);
            }
        }
        double[] column = columns[high - 2];
        column[high - 1] = reflection(column[high - 1], column[high], 0);
        column[high] = 0;
        if (tau != 0) {
            reflectLastRows(high);
            reflectLastColumns(low, high);
        }
    }

    /**
     * Takes the eigenvalues of the trailing two rows as shifts; if they are real, the one closer to the last diagonal
     * entry twice. Every tenth sweep without success takes shifts that belong to no eigenvalue, as LAPACK does.
     */
    private void chooseShifts(int high, int count) {
        double a = columns[high - 1][high - 1];
        double b = columns[high][high - 1];
        double c = columns[high - 1][high];
        double d = columns[high][high];
        if (count % 10 == 0) {
            double s = Math.abs(c) + Math.abs(columns[high - 2][high - 1]);
            d += 0.75 * s;
            a = d;
            b = -0.4375 * s;
            c = s;
        }
        double scale = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
        shiftReal = 0;
        shiftImaginary = 0;
        if (scale > 0) {
            double mean = 0.5 * (a / scale + d / scale);
            double determinant = (a / scale - mean) * (d / scale - mean) - b / scale * (c / scale);
            double root = Math.sqrt(Math.abs(determinant));
            if (determinant >= 0) {
                shiftReal = mean * scale;
                shiftImaginary = root * scale;
            } else {
                shiftReal = (d / scale > mean ? mean + root : mean - root) * scale;
            }
        }
    }

    /** Finds the row where two subdiagonal entries are so small that the bulge may start, and starts it. */
    private int startBulge(int low, int high) {
        for (int m = high - 2; ; m--) {
            double below = columns[m][m + 1];
            double diagonal = columns[m][m];
            double next = columns[m + 1][m + 1];
            double difference = diagonal - shiftReal;
            double size = Math.abs(difference) + Math.abs(shiftImaginary) + Math.abs(below);
            double factor = below / size;
            double x0 = factor * columns[m + 1][m]
                    + difference * (difference / size)
                    + shiftImaginary * (shiftImaginary / size);
            double x1 = factor * (difference + (next - shiftReal));
            double x2 = factor * columns[m + 1][m + 2];
            if (m == low || startsAt(m, x0, Math.abs(x1) + Math.abs(x2))) {
                reflection(x0, x1, x2);
                return m;
            }
        }
    }

    private boolean startsAt(int m, double x0, double rest) {
        double diagonals = Math.abs(columns[m - 1][m - 1]) + Math.abs(columns[m][m]) + Math.abs(columns[m + 1][m + 1]);
        return Math.abs(columns[m - 1][m]) * rest <= ULP * Math.abs(x0) * diagonals;
    }

    /** Sets tau and \(v = (1, v_1, v_2)\) so that the reflection leaves only the first entry, which is returned. */
    private double reflection(double x0, double x1, double x2) {
        double scale = Math.max(Math.abs(x1), Math.abs(x2));
        if (scale == 0) {
            tau = 0;
            return x0;
        }
        scale = Math.max(scale, Math.abs(x0));
        double y0 = x0 / scale;
        double y1 = x1 / scale;
        double y2 = x2 / scale;
        double beta = -Math.copySign(Math.sqrt(y0 * y0 + y1 * y1 + y2 * y2), y0);
        tau = (beta - y0) / beta;
        double divisor = 1 / (y0 - beta);
        v1 = y1 * divisor;
        v2 = y2 * divisor;
        return beta * scale;
    }

    private void reflectRows(int k, int high) {
        double u1 = v1;
        double u2 = v2;
        double t0 = tau;
        double t1 = tau * v1;
        double t2 = tau * v2;
        for (int j = k; j <= high; j++) {
            double[] column = columns[j];
            double s = column[k] + u1 * column[k + 1] + u2 * column[k + 2];
            column[k] -= s * t0;
            column[k + 1] -= s * t1;
            column[k + 2] -= s * t2;
        }
    }

    private void reflectColumns(double[] c0, double[] c1, double[] c2, int from, int to) {
        double u1 = v1;
        double u2 = v2;
        double t0 = tau;
        double t1 = tau * v1;
        double t2 = tau * v2;
        for (int i = from; i < to; i++) {
            double s = Math.fma(u2, c2[i], Math.fma(u1, c1[i], c0[i]));
            c0[i] = Math.fma(-t0, s, c0[i]);
            c1[i] = Math.fma(-t1, s, c1[i]);
            c2[i] = Math.fma(-t2, s, c2[i]);
        }
    }

    private void reflectLastRows(int high) {
        for (int j = high - 1; j <= high; j++) {
            double[] column = columns[j];
            double s = tau * (column[high - 1] + v1 * column[high]);
            column[high - 1] -= s;
            column[high] -= s * v1;
        }
    }

    private void reflectLastColumns(int low, int high) {
        double[] c0 = columns[high - 1];
        double[] c1 = columns[high];
        for (int i = low; i <= high; i++) {
            double s = tau * (c0[i] + v1 * c1[i]);
            c0[i] -= s;
            c1[i] -= s * v1;
        }
    }
}
