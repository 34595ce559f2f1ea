package org.kindling.numerics;

/**
 * A sum kept as an unevaluated pair of doubles, about 32 significant digits.
 *
 * <p>Products are split without error by the fused multiply-add, sums by Knuth's two-sum. Sources: T. Ogita,
 * S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM Journal on Scientific Computing 26 (2005) 1955,
 * doi:10.1137/030601818; T. J. Dekker, A floating-point technique for extending the available precision, Numerische
 * Mathematik 18 (1971) 224, doi:10.1007/BF01397083.
 */
final class DoubleDouble {
    private double high;
    private double low;

    /** Sets the sum to {@code high + low}. */
    DoubleDouble set(double high, double low) {
        this.high = high + low;
        this.low = low - (this.high - high);
        return this;
    }

    /** Adds a number. */
    DoubleDouble add(double x) {
        double sum = high + x;
        double part = sum - high;
        low += (high - (sum - part)) + (x - part);
        high = sum;
        return this;
    }

    /** Adds {@code factor * (xHigh + xLow)}. */
    DoubleDouble addProduct(double factor, double xHigh, double xLow) {
        double product = factor * xHigh;
        low += Math.fma(factor, xLow, Math.fma(factor, xHigh, -product));
        return add(product);
    }

    /** The leading part, the sum rounded to double. */
    double high() {
        return high + low;
    }

    /** What {@link #high()} leaves of the sum. */
    double low() {
        double rounded = high + low;
        return low - (rounded - high);
    }

    /** Adds {@code factorHigh + factorLow} times x to a vector of sums; the loop vectorises. */
    static void addMultiple(double[] high, double[] low, double factorHigh, double factorLow, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double product = x[i] * factorHigh;
            double rest = Math.fma(x[i], factorLow, Math.fma(x[i], factorHigh, -product));
            double before = high[i];
            double sum = before + product;
            double part = sum - before;
            low[i] += ((before - (sum - part)) + (product - part)) + rest;
            high[i] = sum;
        }
    }

    /** Adds a number times {@code xHigh + xLow} to a vector of sums; the loop vectorises. */
    static void addMultiple(double[] high, double[] low, double factor, double[] xHigh, double[] xLow) {
        for (int i = 0; i < high.length; i++) {
            double product = factor * xHigh[i];
            double rest = Math.fma(factor, xLow[i], Math.fma(factor, xHigh[i], -product));
            double before = high[i];
            double sum = before + product;
            double part = sum - before;
            low[i] += ((before - (sum - part)) + (product - part)) + rest;
            high[i] = sum;
        }
    }
}
