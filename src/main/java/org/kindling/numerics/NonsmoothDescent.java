package org.kindling.numerics;

import java.util.Arrays;

/**
 * Minimises a function that is differentiable almost everywhere, with kinks such as those of a maximum: the method of Broyden,
 * Fletcher, Goldfarb and Shanno with a line search that asks for the weak Wolfe conditions. Across kinks the approximation of
 * the inverse Hessian learns to move along the valley that they form. An instance holds options only.
 *
 * <p>With the step \( s \), the change of the gradient \( y \) and \( \rho = 1 / y^T s \), the approximation becomes
 * \( (I - \rho s y^T) H (I - \rho y s^T) + \rho s s^T \). An evaluation costs O(n^2) besides the function.
 *
 * <p>Source: A. S. Lewis, M. L. Overton, Nonsmooth optimization via quasi-Newton methods, Mathematical Programming 141 (2013)
 * 135, doi:10.1007/s10107-012-0514-2.
 */
public final class NonsmoothDescent {

    /** The decrease that is asked for, as a share of what the slope promises; the source's value. */
    private static final double DECREASE = 1e-4;

    /** The slope must fall below this share of its beginning; the source's value. */
    private static final double CURVATURE = 0.5;

    /** Bisections after which a line is given up: steps are then below rounding errors. */
    private static final int LINE_STEPS = 40;

    private final long evaluations;

    private NonsmoothDescent(long evaluations) {
        this.evaluations = evaluations;
    }

    /** A function to be minimised. */
    @FunctionalInterface
    public interface Objective {

        /**
         * Evaluates the function.
         *
         * @param x where, shape [n]
         * @param gradient receives the gradient, shape [n]
         * @return the value; infinite or not a number where there is none
         * @throws InterruptedException if the calling thread is interrupted
         */
        double at(double[] x, double[] gradient) throws InterruptedException;
    }

    /** Why a descent ended. */
    public enum Status {

        /** All evaluations are spent; more of them would lead lower. */
        SPENT("all evaluations were spent; with more it may go lower"),

        /** No step along the line leads lower: a minimum, or a point that the method cannot leave. */
        STOPPED("no step led lower");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /**
         * The reason in words.
         *
         * @return a clause without capital and full stop
         */
        public String words() {
            return words;
        }
    }

    /**
     * Where a descent ended.
     *
     * @param value the lowest value
     * @param evaluations how many evaluations it took
     * @param status why it ended
     */
    public record Outcome(double value, long evaluations, Status status) {}

    /**
     * A descent within a budget.
     *
     * @param evaluations the largest number of evaluations
     * @return the descent
     * @throws IllegalArgumentException unless there is at least one evaluation
     */
    public static NonsmoothDescent of(long evaluations) {
        if (evaluations < 1) {
            throw new IllegalArgumentException("There must be at least one evaluation, not " + evaluations + ".");
        }
        return new NonsmoothDescent(evaluations);
    }

    /**
     * Goes downhill.
     *
     * @param objective the function
     * @param x where to begin, shape [n]; receives where the descent ended
     * @return the outcome
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Outcome minimise(Objective objective, double[] x) throws InterruptedException {
        return new Run(objective, x).descend();
    }

    /** One descent with its buffers. */
    private final class Run {

        private final Objective objective;
        private final double[] x;
        private final double[] trial;
        private final double[] direction;
        private final double[][] inverse;
        private double[] gradient;
        private double[] trialGradient;
        private double value;
        private double trialValue;
        private long spent;

        Run(Objective objective, double[] x) {
            this.objective = objective;
            this.x = x;
            this.trial = new double[x.length];
            this.direction = new double[x.length];
            this.inverse = new double[x.length][x.length];
            this.gradient = new double[x.length];
            this.trialGradient = new double[x.length];
        }

        Outcome descend() throws InterruptedException {
            value = objective.at(x, gradient);
            spent = 1;
            double length = Math.sqrt(DenseMatrices.dot(gradient, gradient, 0, x.length));
            reset(length > 0 ? 1 / length : 1);
            boolean scaled = false;
            while (spent < evaluations) {
                if (!searchLine(turn())) {
                    return new Outcome(value, spent, spent < evaluations ? Status.STOPPED : Status.SPENT);
                }
                double[] step = new double[x.length];
                double[] change = new double[x.length];
                for (int k = 0; k < x.length; k++) {
                    step[k] = trial[k] - x[k];
                    change[k] = trialGradient[k] - gradient[k];
                }
                double product = DenseMatrices.dot(step, change, 0, x.length);
                if (product > 0 && !scaled) {
                    reset(product / DenseMatrices.dot(change, change, 0, x.length));
                    scaled = true;
                }
                accept();
                if (product > 0) {
                    learn(step, change, product);
                }
            }
            return new Outcome(value, spent, Status.SPENT);
        }

        private void reset(double diagonal) {
            for (int i = 0; i < x.length; i++) {
                Arrays.fill(inverse[i], 0);
                inverse[i][i] = diagonal;
            }
        }

        /** Sets the direction; returns the slope along it. */
        private double turn() {
            for (int i = 0; i < x.length; i++) {
                direction[i] = -DenseMatrices.dot(inverse[i], gradient, 0, x.length);
            }
            return DenseMatrices.dot(direction, gradient, 0, x.length);
        }

        /** Finds a step by doubling and bisection; false if there is none that leads lower. */
        private boolean searchLine(double slope) throws InterruptedException {
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            double length = 1;
            for (int k = 0; k < LINE_STEPS && slope < 0 && spent < evaluations; k++) {
                for (int i = 0; i < x.length; i++) {
                    trial[i] = x[i] + length * direction[i];
                }
                trialValue = objective.at(trial, trialGradient);
                spent++;
                if (!(trialValue <= value + DECREASE * length * slope)) {
                    high = length;
                } else if (DenseMatrices.dot(direction, trialGradient, 0, x.length) < CURVATURE * slope) {
                    low = length;
                } else {
                    return true;
                }
                length = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
            }
            return trialValue < value && slope < 0;
        }

        private void accept() {
            System.arraycopy(trial, 0, x, 0, x.length);
            value = trialValue;
            double[] old = gradient;
            gradient = trialGradient;
            trialGradient = old;
        }

        private void learn(double[] step, double[] change, double product) {
            double[] image = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                image[i] = DenseMatrices.dot(inverse[i], change, 0, x.length);
            }
            double factor = (product + DenseMatrices.dot(change, image, 0, x.length)) / (product * product);
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    inverse[i][j] += factor * step[i] * step[j] - (image[i] * step[j] + step[i] * image[j]) / product;
                }
            }
        }
    }
}
