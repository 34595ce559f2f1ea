package org.kindling.simulation;

import java.util.stream.IntStream;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.RateEquations;
import org.kindling.numerics.LuDecomposition;

/**
 * Newton's method for a steady state, on the independent state variables; the dependent ones follow from the conserved
 * totals. Damped by the natural monotonicity test. Owns its buffers; not thread-safe.
 *
 * <p>Source: P. Deuflhard, Newton Methods for Nonlinear Problems, Springer 2004, doi:10.1007/978-3-642-23899-4, section 3.3.
 */
final class ReducedNewton {

    private static final int MOST_STEPS = 60;

    private static final double SMALLEST_DAMPING = 1e-6;

    /** A correction of this share of the scale ends the iteration. */
    private static final double CONVERGED = 1e-11;

    /** Where rounding ends the progress earlier, a correction of this share is good enough. */
    private static final double ROUNDED = 1e-8;

    /** How a state may be reached. */
    enum Steps {
        /** Whole steps only, each at most half of the one before: the state is near the start. */
        CONTRACTING,
        /** Shortened steps are allowed. */
        DAMPED
    }

    private final RateSystem system;
    private final double[] scale;
    private final int[] independent;
    private final int[] dependent;
    private final double[][] link;
    private final LuDecomposition lu;
    private final double[] jacobian;
    private final double[] size;

    /**
     * The method for one set of values.
     *
     * @param system the equations
     * @param equations what they are compiled from
     * @param scale the size that corrections of each state variable are compared with, where its value is smaller
     */
    ReducedNewton(RateSystem system, RateEquations equations, double[] scale) {
        this.system = system;
        this.scale = scale;
        ConservedMoieties moieties =
                ConservedMoieties.of(equations, IntStream.range(0, scale.length).toArray());
        this.independent = moieties.independent();
        this.dependent = moieties.dependent();
        this.link = new double[dependent.length][independent.length];
        for (int row = 0; row < dependent.length; row++) {
            for (int column = 0; column < independent.length; column++) {
                link[row][column] = moieties.link(row, column)
                        * equations.states().get(independent[column]).volume()
                        / equations.states().get(dependent[row]).volume();
            }
        }
        this.lu = LuDecomposition.ofOrder(independent.length);
        this.jacobian = new double[scale.length * scale.length];
        this.size = new double[independent.length];
    }

    /** Goes to a steady state; false where there is none in reach, and then the state is undefined. */
    boolean run(double[] state, Steps steps) {
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] correction = new double[independent.length];
            if (!factor(state) || !correction(state, correction)) {
                return false;
            }
            double relative = relative(correction, state);
            if (relative <= CONVERGED || (relative <= ROUNDED && relative > last / 4)) {
                return add(state, correction, 1) || relative <= CONVERGED;
            }
            if (steps == Steps.CONTRACTING && relative > last / 2) {
                return false;
            }
            double damping = damped(state, correction, relative, steps);
            if (damping == 0) {
                return false;
            }
            last = damping == 1 ? relative : Double.POSITIVE_INFINITY;
        }
        return false;
    }

    /** Takes the longest step that passes the test; the share of it that was taken, 0 if none did. */
    private double damped(double[] state, double[] correction, double relative, Steps steps) {
        for (double damping = 1; damping >= SMALLEST_DAMPING; damping /= 2) {
            double[] next = state.clone();
            double[] after = new double[correction.length];
            if (add(next, correction, damping)
                    && correction(next, after)
                    && relative(after, state) <= (1 - damping / 4) * relative) {
                System.arraycopy(next, 0, state, 0, state.length);
                return damping;
            }
            if (steps == Steps.CONTRACTING) {
                return 0;
            }
        }
        return 0;
    }

    /** The largest share of its variable that a correction moves. */
    private double relative(double[] correction, double[] state) {
        double largest = 0;
        for (int column = 0; column < correction.length; column++) {
            int variable = independent[column];
            double share = Math.abs(correction[column]) / Math.max(Math.abs(state[variable]), scale[variable]);
            largest = share > largest || Double.isNaN(share) ? share : largest;
        }
        return largest;
    }

    /** Adds a share of a correction; false where something that was there would become negative. */
    private boolean add(double[] state, double[] correction, double share) {
        double[] next = state.clone();
        for (int column = 0; column < correction.length; column++) {
            double change = share * correction[column];
            next[independent[column]] += change;
            for (int row = 0; row < dependent.length; row++) {
                next[dependent[row]] += link[row][column] * change;
            }
        }
        for (int variable = 0; variable < next.length; variable++) {
            double rounding = 1e-14 * Math.max(Math.abs(state[variable]), scale[variable]);
            if (next[variable] < 0 && state[variable] >= 0 && next[variable] >= -rounding) {
                next[variable] = 0;
            } else if (next[variable] < 0 && state[variable] >= 0) {
                return false;
            }
        }
        System.arraycopy(next, 0, state, 0, state.length);
        return true;
    }

    /** The simplified correction at a state: the factored matrix applied to the net rates there. */
    private boolean correction(double[] state, double[] correction) {
        double[] velocities = new double[state.length];
        system.settle(0, state, 0);
        system.derivatives(0, state, velocities);
        for (int column = 0; column < correction.length; column++) {
            correction[column] = -velocities[independent[column]] / size[column];
            if (!Double.isFinite(correction[column])) {
                return false;
            }
        }
        lu.solve(correction);
        for (int column = 0; column < correction.length; column++) {
            correction[column] *= size[column];
        }
        return true;
    }

    /** Factors the Jacobian with rows and columns scaled by the state. */
    private boolean factor(double[] state) {
        int order = independent.length;
        for (int column = 0; column < order; column++) {
            size[column] = Math.max(Math.abs(state[independent[column]]), scale[independent[column]]);
        }
        system.settle(0, state, 0);
        system.denseJacobian(0, state, jacobian);
        double[] reduced = new double[order * order];
        for (int row = 0; row < order; row++) {
            int from = independent[row] * scale.length;
            for (int column = 0; column < order; column++) {
                double entry = jacobian[from + independent[column]];
                for (int moiety = 0; moiety < dependent.length; moiety++) {
                    entry += jacobian[from + dependent[moiety]] * link[moiety][column];
                }
                reduced[row * order + column] = entry * size[column] / size[row];
            }
        }
        return order == 0 || lu.factor(reduced);
    }
}
