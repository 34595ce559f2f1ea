package org.kindling.dynamics;

import java.util.Arrays;
import org.kindling.numerics.Eigenvectors;

/**
 * How much a mode's eigenvalue changes with each derivative of a rate.
 *
 * <p>The derivative d of the rate of process j by state k enters the Jacobian as one number between two constant matrices, so
 *
 * <p>\[ \frac{\partial \lambda}{\partial d} = z_j \, y_k, \qquad z = S_R^T \, \mathrm{diag}(1/n_i) \, l, \qquad
 *    y = \mathrm{diag}(1/V) \, L \, \mathrm{diag}(n_i) \, r, \]
 *
 * <p>with z of shape [processes] and y of shape [states]: two sparse products for a mode, however many entries of the
 * Jacobian a derivative contributes to. Not thread-safe: one instance, one thread.
 */
final class ModeInfluence {

    private final Assembly assembly;
    private final double[] leftReal;
    private final double[] leftImaginary;
    private final double[] rightReal;
    private final double[] rightImaginary;

    private ModeInfluence(Assembly assembly) {
        this.assembly = assembly;
        this.leftReal = new double[assembly.flows().rows()];
        this.leftImaginary = new double[leftReal.length];
        this.rightReal = new double[assembly.links().rows()];
        this.rightImaginary = new double[rightReal.length];
    }

    static ModeInfluence of(Assembly assembly) {
        return new ModeInfluence(assembly);
    }

    /** Adds the real parts of the influences of one mode, times a weight, shape [derivatives]. */
    void add(Eigenvectors mode, double weight, double[] influence) {
        assembly.flows().times(mode.leftReal(), leftReal);
        assembly.links().times(mode.rightReal(), rightReal);
        if (mode.complex()) {
            assembly.flows().times(mode.leftImaginary(), leftImaginary);
            assembly.links().times(mode.rightImaginary(), rightImaginary);
        } else {
            Arrays.fill(leftImaginary, 0);
        }
        for (int derivative = 0; derivative < influence.length; derivative++) {
            int process = assembly.process(derivative);
            int state = assembly.state(derivative);
            double part = leftReal[process] * rightReal[state] - leftImaginary[process] * rightImaginary[state];
            influence[derivative] += weight * part;
        }
    }
}
