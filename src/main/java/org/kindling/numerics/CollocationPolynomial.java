package org.kindling.numerics;

import java.util.Arrays;

/**
 * The solution within one step of a Radau IIA method: the collocation polynomial u with its leading error taken away.
 *
 * <p>With \(\theta = (t - t_0) / h\), the increments \(Z_i\) at the nodes and the polynomials \(L_i\) that interpolate there
 * and at 0, \(u = y_0 + \sum_i L_i(\theta) Z_i\). Its error within the step, \(O(h^{s+1})\), has the known shape q of
 * {@link RadauMethod#defect} and a size that the error estimate e tells, so that \(u + \gamma q(\theta) e\) is
 * \(O(h^{s+2})\); nothing changes at the ends of the step.
 */
final class CollocationPolynomial {
    private final RadauMethod method;
    private final double start;
    private final double step;
    private final double[] state;
    private final double[][] increments;
    private final double[] error;

    /** Keeps the arrays: {@code increments} of shape [s, order of the equations]. */
    CollocationPolynomial(
            RadauMethod method, double start, double step, double[] state, double[][] increments, double[] error) {
        this.method = method;
        this.start = start;
        this.step = step;
        this.state = state;
        this.increments = increments;
        this.error = error;
    }

    /** The state at a time. */
    double[] value(double time) {
        double theta = (time - start) / step;
        double[] weights = new double[method.stages()];
        method.basis(theta, weights);
        double[] result = state.clone();
        combine(weights, result);
        DenseMatrices.addMultiple(result, method.eigenvalues[0] * method.defect(theta), error, 0, result.length);
        return result;
    }

    /** The slope at a time. */
    double[] slope(double time) {
        double theta = (time - start) / step;
        double[] weights = new double[method.stages()];
        method.basisSlopes(theta, weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= step;
        }
        double[] result = new double[state.length];
        combine(weights, result);
        DenseMatrices.addMultiple(
                result, method.eigenvalues[0] * method.defectSlope(theta) / step, error, 0, result.length);
        return result;
    }

    /** What the collocation polynomial says the solution does between the end of this step and a later time. */
    void extrapolate(double time, double[] increment) {
        double theta = (time - start) / step;
        double[] weights = new double[method.stages()];
        method.basis(theta, weights);
        weights[weights.length - 1] -= 1;
        Arrays.fill(increment, 0);
        combine(weights, increment);
    }

    private void combine(double[] weights, double[] result) {
        for (int i = 0; i < weights.length; i++) {
            DenseMatrices.addMultiple(result, weights[i], increments[i], 0, result.length);
        }
    }
}
