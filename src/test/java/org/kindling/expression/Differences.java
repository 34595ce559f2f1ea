package org.kindling.expression;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative by central differences, extrapolated to step 0.
 *
 * <p>Source: C. J. F. Ridders, Accurate computation of F'(x) and F'(x) F''(x), Adv. Eng. Softw. 4, 75 (1982),
 * doi:10.1016/S0141-1195(82)80057-0.
 *
 * @param value the derivative
 * @param error an estimate of its absolute error
 */
public record Differences(double value, double error) {

    private static final int LEVELS = 10;
    private static final double SHRINKAGE = 1.4;

    /** Differentiates a function, starting with the given step. */
    public static Differences of(DoubleUnaryOperator function, double x, double step) {
        double[][] table = new double[LEVELS][LEVELS];
        Differences best = new Differences(Double.NaN, Double.POSITIVE_INFINITY);
        double h = step;
        for (int row = 0; row < LEVELS; row++, h /= SHRINKAGE) {
            double right = x + h;
            double left = x - h;
            table[row][0] = (function.applyAsDouble(right) - function.applyAsDouble(left)) / (right - left);
            double weight = SHRINKAGE * SHRINKAGE;
            for (int order = 1; order <= row; order++, weight *= SHRINKAGE * SHRINKAGE) {
                double coarse = table[row - 1][order - 1];
                double fine = table[row][order - 1];
                table[row][order] = fine + (fine - coarse) / (weight - 1);
                double error = Math.max(Math.abs(table[row][order] - fine), Math.abs(table[row][order] - coarse));
                if (error <= best.error()) {
                    best = new Differences(table[row][order], error);
                }
            }
        }
        return best;
    }
}
