package org.kindling.numerics;

import java.util.Arrays;

/**
 * The solution within one step of a Radau IIA method: the collocation polynomial u, with its leading errors taken away.
 *
 * <p>With \(\theta = (t - t_0) / h\), the increments \(Z_i\) at the nodes and the polynomials \(L_i\) that interpolate there
 * and at 0, \(u = y_0 + \sum_i L_i(\theta) Z_i\), which is wrong by \(O(h^{s+1})\) between the ends of the step. The shapes
 * of this error are known. For variables that change no faster than the step resolves it is q, {@link RadauMethod#defect}, and
 * the defect \(f(t_0, y_0) - u'(t_0)\) tells its size; for those that follow others at once it is the error of interpolation
 * p, {@link RadauMethod#wave}, and the defect at a point between the nodes tells it. With
 * \[ e = (\gamma / h - J)^{-1} (f(t_0, y_0) - u'(t_0)), \quad r = (\gamma / h - J)^{-1} (f(t_*, u(t_*)) - u'(t_*)) \]
 * the solution is \(u + \gamma q(\theta) e + p(\theta) (r - q'(\theta_*) e) / p(\theta_*)\): where \(h J\) is small,
 * \(r = q'(\theta_*) e\), and where it is large, e vanishes and r is the error at \(\theta_*\), since \(p' = \gamma p\) there.
 * Nothing changes at the ends of the step.
 */
final class CollocationPolynomial {
    private final RadauMethod method;
    private final double start;
    private final double step;
    private final double[] state;
    private final double[][] increments;
    private final double[] defect;
    private final double[] wave;

    /**
     * Keeps the state and the increments, shape [s, order of the equations].
     *
     * @param errors e and r
     */
    CollocationPolynomial(
            RadauMethod method, double start, double step, double[] state, double[][] increments, double[][] errors) {
        this.method = method;
        this.start = start;
        this.step = step;
        this.state = state;
        this.increments = increments;
        double expected = method.defectSlope(method.between);
        double height = method.wave(method.between);
        defect = new double[state.length];
        wave = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            defect[i] = method.eigenvalues[0] * errors[0][i];
            wave[i] = (errors[1][i] - expected * errors[0][i]) / height;
        }
    }

    /** The state at a time. */
    double[] value(double time) {
        double theta = (time - start) / step;
        double[] weights = new double[method.stages()];
        method.basis(theta, weights);
        double[] result = state.clone();
        combine(weights, result);
        DenseMatrices.addMultiple(result, method.defect(theta), defect, 0, result.length);
        DenseMatrices.addMultiple(result, method.wave(theta), wave, 0, result.length);
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
        DenseMatrices.addMultiple(result, method.defectSlope(theta) / step, defect, 0, result.length);
        DenseMatrices.addMultiple(result, method.waveSlope(theta) / step, wave, 0, result.length);
        return result;
    }

    /** Whether a step to a time is short enough to say anything of it. */
    boolean reaches(double time) {
        return time - start <= 11 * step;
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
