package org.kindling.numerics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Real eigenvalues in 50 decimal digits: Newton's method on the determinant, by elimination in {@link BigDecimal}.
 *
 * <p>Slow and simple on purpose; it shares nothing with what it checks. The derivative is a difference quotient over a
 * step of 1e-25, so that one step roughly doubles the digits up to twenty-five.
 */
public final class PreciseEigenvalues {
    private static final MathContext DIGITS = new MathContext(60);

    private PreciseEigenvalues() {}

    /** The eigenvalue near the start, to about 25 digits. */
    public static double near(double[] rowMajor, int order, double start) {
        BigDecimal lambda = new BigDecimal(start);
        for (int step = 0; step < 6; step++) {
            BigDecimal h = lambda.abs().multiply(new BigDecimal("1e-25"), DIGITS);
            BigDecimal value = determinant(rowMajor, order, lambda);
            BigDecimal slope =
                    determinant(rowMajor, order, lambda.add(h, DIGITS)).subtract(value, DIGITS);
            if (value.signum() == 0 || slope.signum() == 0) {
                break;
            }
            lambda = lambda.subtract(value.multiply(h, DIGITS).divide(slope, DIGITS), DIGITS);
        }
        return lambda.doubleValue();
    }

    private static BigDecimal determinant(double[] rowMajor, int order, BigDecimal lambda) {
        BigDecimal[][] rows = new BigDecimal[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                rows[i][j] = new BigDecimal(rowMajor[i * order + j]);
            }
            rows[i][i] = rows[i][i].subtract(lambda, DIGITS);
        }
        BigDecimal determinant = BigDecimal.ONE;
        for (int k = 0; k < order; k++) {
            int pivot = k;
            for (int i = k + 1; i < order; i++) {
                if (rows[i][k].abs().compareTo(rows[pivot][k].abs()) > 0) {
                    pivot = i;
                }
            }
            if (rows[pivot][k].signum() == 0) {
                return BigDecimal.ZERO;
            }
            if (pivot != k) {
                BigDecimal[] row = rows[k];
                rows[k] = rows[pivot];
                rows[pivot] = row;
                determinant = determinant.negate();
            }
            determinant = determinant.multiply(rows[k][k], DIGITS);
            for (int i = k + 1; i < order; i++) {
                BigDecimal factor = rows[i][k].divide(rows[k][k], DIGITS);
                for (int j = k + 1; j < order && factor.signum() != 0; j++) {
                    rows[i][j] = rows[i][j].subtract(factor.multiply(rows[k][j], DIGITS), DIGITS);
                }
            }
        }
        return determinant;
    }
}
