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
    private double shiftSum;
    private double shiftProduct;
    private double v1;
    private double v2;
    private double tau;
    int sweeps;

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
                real[high] = columns[high][high];
                imaginary[high] = 0;
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
                sweeps++;
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

    private void solveBlock(int high) {
        double a = columns[high - 1][high - 1];
        double b = columns[high][high - 1];
        double c = columns[high - 1][high];
        double d = columns[high][high];
        double scale = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
        if (scale == 0) {
            real[high - 1] = 0;
            real[high] = 0;
            imaginary[high - 1] = 0;
            imaginary[high] = 0;
            return;
        }
        double p = 0.5 * (a - d);
        double bcMaximum = Math.max(Math.abs(b), Math.abs(c));
        double bcMinimum = Math.min(Math.abs(b), Math.abs(c)) * Math.signum(b) * Math.signum(c);
        double s = Math.max(Math.abs(p), bcMaximum);
        double z = s == 0 ? 0 : p / s * p + bcMaximum / s * bcMinimum;
        if (z >= 0) {
            double root = p + Math.copySign(Math.sqrt(s) * Math.sqrt(z), p);
            real[high - 1] = d + root;
            real[high] = root == 0 ? d : d - bcMaximum / root * bcMinimum;
            imaginary[high - 1] = 0;
            imaginary[high] = 0;
        } else {
            double size = Math.sqrt(s) * Math.sqrt(-z);
            real[high - 1] = d + p;
            real[high] = d + p;
            imaginary[high - 1] = size;
            imaginary[high] = -size;
        }
    }

    private void sweep(int low, int high, int count) {
        shifts(high, count, low);
        int start = bulgeStart(low, high);
        for (int k = start; k < high; k++) {
            boolean three = k < high - 1;
            if (k > start) {
                double[] column = columns[k - 1];
                double beta = reflection(column[k], column[k + 1], three ? column[k + 2] : 0);
                if (tau == 0) {
                    continue;
                }
                column[k] = beta;
                column[k + 1] = 0;
                if (three) {
                    column[k + 2] = 0;
                }
            } else {
                if (k > low) {
                    columns[k - 1][k] *= 1 - tau;
                }
            }
            if (three) {
                reflectRows(k, high);
                reflectColumns(columns[k], columns[k + 1], columns[k + 2], low, Math.min(k + 3, high) + 1, v1, v2, tau);
            } else {
                reflectLastRows(k, high);
                reflectLastColumns(columns[k], columns[k + 1], low, high + 1, v1, tau);
            }
        }
    }

    /** Sum and product of the two eigenvalues of the trailing block, or of an exceptional pair of shifts. */
    private void shifts(int high, int count, int low) {
        double a = columns[high - 1][high - 1];
        double b = columns[high][high - 1];
        double c = columns[high - 1][high];
        double d = columns[high][high];
        if (count % 10 == 0) {
            double s = Math.abs(c) + Math.abs(columns[high - 2][high - 1]);
            a = 0.75 * s + d;
            b = -0.4375 * s;
            c = s;
            d = a;
        }
        shiftA = a;
        shiftB = b;
        shiftC = c;
        shiftD = d;
    }

    private double shiftA, shiftB, shiftC, shiftD;
    private double r1r, r1i, r2r, r2i;

    private int bulgeStart(int low, int high) {
        double a = shiftA, b = shiftB, c = shiftC, d = shiftD;
        double s = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
        if (s == 0) {
            r1r = r1i = r2r = r2i = 0;
        } else {
            a /= s;
            b /= s;
            c /= s;
            d /= s;
            double tr = (a + d) / 2;
            double det = (a - tr) * (d - tr) - b * c;
            double rt = Math.sqrt(Math.abs(det));
            if (det >= 0) {
                r1r = tr * s;
                r2r = r1r;
                r1i = rt * s;
                r2i = -r1i;
            } else {
                r1r = tr + rt;
                r2r = tr - rt;
                if (Math.abs(r1r - d) <= Math.abs(r2r - d)) {
                    r1r = r1r * s;
                    r2r = r1r;
                } else {
                    r2r = r2r * s;
                    r1r = r2r;
                }
                r1i = 0;
                r2i = 0;
            }
        }
        int m = high - 2;
        for (; ; m--) {
            double h21s = Math.abs(columns[m][m + 1]);
            double hmm = columns[m][m];
            double t = Math.abs(hmm - r2r) + Math.abs(r2i) + h21s;
            h21s = columns[m][m + 1] / t;
            double x0 = h21s * columns[m + 1][m] + (hmm - r1r) * ((hmm - r2r) / t) - r1i * (r2i / t);
            double x1 = h21s * (hmm + columns[m + 1][m + 1] - r1r - r2r);
            double x2 = h21s * columns[m + 1][m + 2];
            double size = Math.abs(x0) + Math.abs(x1) + Math.abs(x2);
            x0 /= size;
            x1 /= size;
            x2 /= size;
            boolean last = m == low;
            if (!last) {
                double h00 = Math.abs(columns[m - 1][m - 1]);
                double h10 = Math.abs(columns[m - 1][m]);
                double h22 = Math.abs(columns[m + 1][m + 1]);
                last = h10 * (Math.abs(x1) + Math.abs(x2)) <= ULP * Math.abs(x0) * (h00 + Math.abs(hmm) + h22);
            }
            if (last) {
                reflection(x0, x1, x2);
                return m;
            }
        }
    }

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
        double t0 = tau;
        double t1 = tau * v1;
        double t2 = tau * v2;
        double p1 = v1;
        double p2 = v2;
        for (int j = k; j <= high; j++) {
            double[] column = columns[j];
            double s = column[k] + p1 * column[k + 1] + p2 * column[k + 2];
            column[k] -= s * t0;
            column[k + 1] -= s * t1;
            column[k + 2] -= s * t2;
        }
    }

    private void reflectLastRows(int k, int high) {
        for (int j = k; j <= high; j++) {
            double[] column = columns[j];
            double s = tau * (column[k] + v1 * column[k + 1]);
            column[k] -= s;
            column[k + 1] -= s * v1;
        }
    }

    private static void reflectColumns(
            double[] c0, double[] c1, double[] c2, int from, int to, double v1, double v2, double tau) {
        double t1 = tau * v1;
        double t2 = tau * v2;
        for (int i = from; i < to; i++) {
            double s = Math.fma(v2, c2[i], Math.fma(v1, c1[i], c0[i]));
            c0[i] = Math.fma(-tau, s, c0[i]);
            c1[i] = Math.fma(-t1, s, c1[i]);
            c2[i] = Math.fma(-t2, s, c2[i]);
        }
    }

    private static void reflectLastColumns(double[] c0, double[] c1, int from, int to, double v1, double tau) {
        double t1 = tau * v1;
        for (int i = from; i < to; i++) {
            double s = c0[i] + v1 * c1[i];
            c0[i] -= tau * s;
            c1[i] -= t1 * s;
        }
    }
}
