package org.kindling.numerics;

import java.util.Arrays;

/**
 * The equations of one step of a Radau IIA method and their solution by a simplified Newton iteration.
 *
 * <p>The increments Z, shape [s, order], obey \(A^{-1} Z / h = F(Z)\), where row i of F is the slope at the node i. With
 * \(Z = T W\) the iteration falls apart into one real system with the matrix \(\gamma / h - J\) and (s - 1) / 2 complex ones
 * with \((\alpha_k + i \beta_k) / h - J\).
 *
 * <p>Norms are the largest number of tolerances by which a variable changes, over variables and stages.
 *
 * <p>Source: E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, section IV.8, ISBN 978-3-540-60452-5.
 */
final class StageIteration {

    /** How an iteration ended. */
    enum Outcome {
        CONVERGED,
        SLOW,
        UNDEFINED,
        SINGULAR
    }

    /**
     * An iteration ends when what is left of its error is below this share of the tolerance. Hairer and Wanner leave 0.03
     * of a tolerance that is looser than the one asked for; 0.01 costs 6 % more work and makes no error smaller.
     */
    private static final double NEGLIGIBLE = 0.05;

    /** Where rounding ends an iteration, changes of this share of the tolerance are good enough. */
    private static final double STAGNATION = 0.3;

    private final StiffEquations equations;
    private final int order;
    private final double[][] transformed = new double[7][];
    private final double[][] increments = new double[7][];
    private final double[][] slopes = new double[7][];
    private final double[][] changes = new double[7][];
    private final double[] stage;
    private final double[] unused;
    private final SparseLu realSystem;
    private final SparseLu[] complexSystems = new SparseLu[3];
    private RadauMethod method = RadauMethod.FIFTH_ORDER;
    private double step;
    private double contraction;
    private double remainder = 1;
    private int iterations;
    private int evaluations;
    private int decompositions;
    private int solutions;

    StageIteration(StiffEquations equations) {
        this.equations = equations;
        order = equations.pattern().order();
        Arrays.setAll(transformed, i -> new double[order]);
        Arrays.setAll(increments, i -> new double[order]);
        Arrays.setAll(slopes, i -> new double[order]);
        Arrays.setAll(changes, i -> new double[order]);
        stage = new double[order];
        unused = new double[order];
        realSystem = new SparseLu(equations.pattern());
        Arrays.setAll(complexSystems, i -> new SparseLu(equations.pattern()));
    }

    /** Factors the matrices of a method, a step and a Jacobian. Returns false if one is singular. */
    boolean factor(RadauMethod method, double step, double[] jacobian) {
        this.method = method;
        this.step = step;
        double[] eigenvalues = method.eigenvalues;
        boolean regular = realSystem.factor(eigenvalues[0] / step, 0, jacobian);
        for (int k = 1; k < eigenvalues.length && regular; k += 2) {
            regular = complexSystems[k / 2].factor(eigenvalues[k] / step, eigenvalues[k + 1] / step, jacobian);
        }
        decompositions += method.stages() / 2 + 1;
        remainder = 1;
        return regular;
    }

    /** The method of the factors. */
    RadauMethod method() {
        return method;
    }

    /** Starts from no change at all. */
    void predictNothing() {
        for (int j = 0; j < method.stages(); j++) {
            Arrays.fill(increments[j], 0);
            Arrays.fill(transformed[j], 0);
        }
    }

    /** Starts from what the last step's polynomial says of the step from a time on. */
    void predict(CollocationPolynomial last, double time) {
        for (int j = 0; j < method.stages(); j++) {
            last.extrapolate(time + method.nodes[j] * step, increments[j]);
        }
        for (int k = 0; k < method.stages(); k++) {
            combine(method.inverse[k], increments, transformed[k]);
        }
    }

    /**
     * Improves the increments until nothing is left to improve.
     *
     * @param weights the inverse tolerances
     */
    Outcome solve(double time, double[] state, double[] weights) {
        int most = 4 + method.stages();
        double norm = 0;
        double lastRatio = 1;
        double bestRatio = 1;
        contraction = 0;
        // What the last step's iteration tells of this one's first change, with some mistrust.
        remainder = Math.pow(Math.max(remainder, Math.ulp(1.0)), 0.8);
        for (iterations = 1; iterations <= most; iterations++) {
            if (!evaluate(time, state)) {
                return Outcome.UNDEFINED;
            }
            if (!solveSystems()) {
                return Outcome.SINGULAR;
            }
            double lastNorm = norm;
            norm = update(weights);
            if (!Double.isFinite(norm)) {
                return Outcome.UNDEFINED;
            }
            if (iterations > 1) {
                double ratio = norm / lastNorm;
                contraction = iterations == 2 ? ratio : Math.sqrt(ratio * lastRatio);
                lastRatio = ratio;
                bestRatio = Math.min(bestRatio, ratio);
                if (norm > NEGLIGIBLE && hopeless(norm, most - iterations)) {
                    boolean rounding = norm <= STAGNATION && (bestRatio < 0.1 || lastNorm <= 1);
                    return rounding ? Outcome.CONVERGED : Outcome.SLOW;
                }
                remainder = contraction / (1 - Math.min(contraction, 0.99));
            }
            if (remainder * norm <= NEGLIGIBLE) {
                return Outcome.CONVERGED;
            }
        }
        return Outcome.SLOW;
    }

    private boolean hopeless(double norm, int left) {
        return contraction >= 0.99 || norm * Math.pow(contraction, left) / (1 - contraction) > NEGLIGIBLE;
    }

    private boolean evaluate(double time, double[] state) {
        for (int j = 0; j < method.stages(); j++) {
            double[] increment = increments[j];
            for (int i = 0; i < order; i++) {
                stage[i] = state[i] + increment[i];
            }
            equations.derivatives(time + method.nodes[j] * step, stage, slopes[j]);
            evaluations++;
            if (!finite(slopes[j])) {
                return false;
            }
        }
        return true;
    }

    /** Whether all values are finite. */
    static boolean finite(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * 0;
        }
        return sum == 0;
    }

    /** Finds the change of W in one Newton step. */
    private boolean solveSystems() {
        double[] eigenvalues = method.eigenvalues;
        for (int k = 0; k < method.stages(); k++) {
            combine(method.inverse[k], slopes, changes[k]);
        }
        DenseMatrices.addMultiple(changes[0], -eigenvalues[0] / step, transformed[0], 0, order);
        if (!solve(realSystem, changes[0], unused)) {
            return false;
        }
        for (int k = 1; k < method.stages(); k += 2) {
            double alpha = eigenvalues[k] / step;
            double beta = eigenvalues[k + 1] / step;
            for (int i = 0; i < order; i++) {
                double re = transformed[k][i];
                double im = transformed[k + 1][i];
                changes[k][i] -= alpha * re - beta * im;
                changes[k + 1][i] -= alpha * im + beta * re;
            }
            if (!solve(complexSystems[k / 2], changes[k], changes[k + 1])) {
                return false;
            }
        }
        return true;
    }

    private boolean solve(SparseLu system, double[] real, double[] imaginary) {
        solutions++;
        return system.solve(real, imaginary);
    }

    /** Makes the change, and returns its norm. */
    private double update(double[] weights) {
        double largest = 0;
        for (int j = 0; j < method.stages(); j++) {
            DenseMatrices.addMultiple(transformed[j], 1, changes[j], 0, order);
            combine(method.transformation[j], changes, stage);
            DenseMatrices.addMultiple(increments[j], 1, stage, 0, order);
            largest = Math.max(largest, norm(stage, weights));
        }
        return largest;
    }

    private void combine(double[] factors, double[][] vectors, double[] result) {
        Arrays.fill(result, 0);
        for (int k = 0; k < factors.length; k++) {
            DenseMatrices.addMultiple(result, factors[k], vectors[k], 0, order);
        }
    }

    /** The largest weighted magnitude; infinite if one is not a number. */
    static double norm(double[] values, double[] weights) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            double size = Math.abs(values[i]) * weights[i];
            if (!(size <= largest)) {
                largest = size >= 0 ? size : Double.POSITIVE_INFINITY;
            }
        }
        return largest;
    }

    /**
     * Estimates the error of the step: \((\gamma / h - J)^{-1} (f(t_0, y_0) - u'(t_0))\) with the collocation polynomial u.
     *
     * @param slope f(t_0, y_0), or the same at a state moved by an earlier estimate
     * @param error to be overwritten
     * @return whether the system could be solved
     */
    boolean estimateError(double[] slope, double[] error) {
        combine(method.startSlope, increments, error);
        for (int i = 0; i < order; i++) {
            error[i] = slope[i] - error[i] / step;
        }
        return solve(realSystem, error, unused);
    }

    /**
     * Estimates the error between the nodes from the defect there: \((\gamma / h - J)^{-1} (f(t, u) - u'(t))\).
     *
     * @param error to be overwritten
     * @return whether the slopes are finite and the system could be solved
     */
    boolean estimateBetween(double time, double[] state, double[] error) {
        combine(method.betweenBasis, increments, stage);
        DenseMatrices.addMultiple(stage, 1, state, 0, order);
        equations.derivatives(time + method.between * step, stage, changes[0]);
        evaluations++;
        combine(method.betweenSlope, increments, error);
        for (int i = 0; i < order; i++) {
            error[i] = changes[0][i] - error[i] / step;
        }
        return finite(error) && solve(realSystem, error, unused);
    }

    /** The increments at the nodes, shape [s, order]; the last row is that of the step. */
    double[][] increments() {
        double[][] result = new double[method.stages()][];
        Arrays.setAll(result, j -> increments[j].clone());
        return result;
    }

    /** The change over the step. */
    double[] lastIncrement() {
        return increments[method.stages() - 1];
    }

    /** The factor by which the last iteration's change shrank, 0 if one was enough. */
    double contraction() {
        return contraction;
    }

    /** How many iterations the last solution took. */
    int iterations() {
        return iterations;
    }

    int evaluations() {
        return evaluations;
    }

    int decompositions() {
        return decompositions;
    }

    int solutions() {
        return solutions;
    }
}
