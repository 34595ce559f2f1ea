package org.kindling.numerics;

import org.hipparchus.ode.OrdinaryDifferentialEquation;

/**
 * Differential equations \(y' = f(t, y)\) that know the exact derivatives \(J = \partial f / \partial y\), stored sparsely.
 *
 * <p>Where a rate is not defined, its slope is left non-finite: the integrator then tries a shorter step. An instance may
 * hold buffers, so that it belongs to one integration at a time.
 */
public interface StiffEquations extends OrdinaryDifferentialEquation {

    /**
     * Where the Jacobian may differ from zero.
     *
     * @return the pattern, always the same instance, so that it is analysed once
     */
    SparsityPattern pattern();

    /**
     * Computes the slopes.
     *
     * @param time the time t
     * @param state the state y, length order; not to be changed
     * @param slopes the slopes f(t, y), length order; to be overwritten
     */
    void derivatives(double time, double[] state, double[] slopes);

    /**
     * Computes the derivatives of the slopes.
     *
     * @param time the time t
     * @param state the state y, length order; not to be changed
     * @param values the derivative of slope {@code row(k)} with respect to variable {@code column(k)} of the pattern, for each
     *     entry k; to be overwritten
     */
    void jacobian(double time, double[] state, double[] values);

    @Override
    default int getDimension() {
        return pattern().order();
    }

    @Override
    default double[] computeDerivatives(double time, double[] state) {
        double[] slopes = new double[state.length];
        derivatives(time, state, slopes);
        return slopes;
    }
}
