package org.kindling.numerics;

import java.util.Optional;
import org.kindling.numerics.StageIteration.Outcome;
import org.kindling.numerics.StiffFailure.Reason;

/**
 * Goes from one accepted step to the next: chooses the order and the length of the step, and when Jacobian and factors are
 * computed anew.
 */
final class RadauSteps {
    private static final double SAFETY = 0.9;

    private static final double LARGEST_GROWTH = 8;

    private static final double SMALLEST_SHRINKAGE = 0.2;

    /** A Jacobian that makes the iteration shrink its changes this fast is kept. */
    private static final double FAST_CONTRACTION = 1e-3;

    /** A step that would grow by no more than this is kept, with its factors. */
    private static final double LEAST_GROWTH = 1.2;

    /** The order rises where the iteration contracts faster than this, and falls where it is slower than the next. */
    private static final double RISING = 0.002;

    private static final double FALLING = 0.8;

    /** The order does not rise in so many steps after it fell. */
    private static final int PATIENCE = 10;

    /** A step that is refused so often in a row has no solution. */
    private static final int MOST_TRIALS = 100;

    private final StiffEquations equations;
    private final StageIteration iteration;
    private final double[] absolute;
    private final double[] relative;
    private final double[] weights;
    private final double[] jacobian;
    private final double[] error;
    private final double[] moved;
    private double longest;
    private double time;
    private double[] state;
    private double[] slopes;
    private double step;
    private Optional<CollocationPolynomial> last = Optional.empty();
    private double lastStep;
    private double lastError;
    private int method;
    private int stepsSinceFall;
    private boolean jacobianCurrent;
    private boolean factored;
    private double factoredStep;
    private int steps;
    private int rejections;
    private int evaluations;
    private int jacobians;

    RadauSteps(StiffEquations equations, double[] absolute, double[] relative, double longest) {
        this.equations = equations;
        this.absolute = absolute;
        this.relative = relative;
        this.longest = longest;
        int order = equations.pattern().order();
        iteration = new StageIteration(equations);
        weights = new double[order];
        jacobian = new double[equations.pattern().entries()];
        error = new double[order];
        moved = new double[order];
        state = new double[order];
        slopes = new double[order];
    }

    /** Forgets the past and goes on from a state with steps of a first length. */
    void start(double time, double[] state, double[] slopes, double step) {
        this.time = time;
        this.state = state.clone();
        this.slopes = slopes.clone();
        this.step = step;
        last = Optional.empty();
        method = 0;
        stepsSinceFall = PATIENCE;
        jacobianCurrent = false;
        factored = false;
        weigh(this.state);
    }

    private void weigh(double[] at) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (absolute[i] + relative[i] * Math.abs(at[i]));
        }
    }

    /** Takes one step that ends at the given time at the latest. */
    CollocationPolynomial advance(double end) {
        boolean rejected = false;
        Reason reason = Reason.STEP_TOO_SMALL;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            step = Math.min(step, longest);
            // Rather one step that is a little longer than a tiny one at the end.
            if (time + 1.01 * step >= end) {
                step = end - time;
            }
            if (!(time + 0.1 * step > time)) {
                throw new StiffFailure(reason, time);
            }
            Optional<Reason> obstacle = tryStep();
            if (obstacle.isPresent()) {
                reason = obstacle.get();
                rejected = true;
                rejections++;
                continue;
            }
            double size = estimate(rejected);
            double factor = SAFETY * (2 * 10 + 1.0) / (2 * 10 + iteration.iterations());
            double exponent = -1.0 / (method().stages() + 1);
            double ratio = Math.max(SMALLEST_SHRINKAGE, Math.min(LARGEST_GROWTH, factor * Math.pow(size, exponent)));
            if (size < 1) {
                return accept(end, size, ratio, rejected);
            }
            reason = Double.isFinite(size) ? Reason.STEP_TOO_SMALL : Reason.UNDEFINED_RATE;
            rejected = true;
            rejections++;
            step *= last.isEmpty() ? Math.min(ratio, 0.1) : ratio;
        }
        throw new StiffFailure(reason, time);
    }

    RadauMethod method() {
        return RadauMethod.ALL.get(method);
    }

    private Optional<Reason> tryStep() {
        if (!jacobianCurrent && !factored) {
            refreshJacobian();
        }
        if (!factored || factoredStep != step) {
            if (!iteration.factor(method(), step, jacobian)) {
                step *= 0.5;
                factored = false;
                return Optional.of(Reason.SINGULAR);
            }
            factored = true;
            factoredStep = step;
        }
        if (last.isPresent()) {
            iteration.predict(last.get(), time);
        } else {
            iteration.predictNothing();
        }
        Outcome outcome = iteration.solve(time, state, weights);
        if (outcome == Outcome.CONVERGED) {
            return Optional.empty();
        }
        factored = false;
        if (outcome == Outcome.SLOW && !jacobianCurrent) {
            return Optional.of(Reason.STEP_TOO_SMALL);
        }
        step *= outcome == Outcome.UNDEFINED ? 0.2 : 0.5;
        if (outcome == Outcome.SLOW && method > 0) {
            method--;
            stepsSinceFall = 0;
        }
        return Optional.of(
                switch (outcome) {
                    case UNDEFINED -> Reason.UNDEFINED_RATE;
                    case SINGULAR -> Reason.SINGULAR;
                    default -> Reason.STEP_TOO_SMALL;
                });
    }

    private void refreshJacobian() {
        equations.jacobian(time, state, jacobian);
        jacobians++;
        jacobianCurrent = true;
        for (int entry = 0; entry < jacobian.length; entry++) {
            // Such as that of a root of a concentration at zero: without it the iteration is slower, not wrong.
            if (!Double.isFinite(jacobian[entry])) {
                jacobian[entry] = 0;
            }
        }
    }

    private double estimate(boolean rejected) {
        if (!iteration.estimateError(slopes, error)) {
            return Double.POSITIVE_INFINITY;
        }
        double size = size(error);
        if (size >= 1 && (rejected || last.isEmpty())) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] = state[i] + error[i];
            }
            double[] there = new double[moved.length];
            equations.derivatives(time, moved, there);
            evaluations++;
            if (StageIteration.finite(there) && iteration.estimateError(there, error)) {
                size = size(error);
            }
        }
        return size;
    }

    private double size(double[] error) {
        return Math.max(1e-10, StageIteration.norm(error, weights));
    }

    private CollocationPolynomial accept(double end, double size, double ratio, boolean rejected) {
        double[] newState = state.clone();
        DenseMatrices.addMultiple(newState, 1, iteration.lastIncrement(), 0, newState.length);
        CollocationPolynomial polynomial =
                new CollocationPolynomial(method(), time, step, state, iteration.increments(), error.clone());
        double factor = ratio;
        if (last.isPresent()) {
            // Gustafsson's predictive controller.
            double exponent = 1.0 / (method().stages() + 1);
            double predicted = SAFETY * step / lastStep * Math.pow(lastError / (size * size), exponent);
            factor = Math.max(SMALLEST_SHRINKAGE, Math.min(factor, predicted));
        }
        if (rejected) {
            factor = Math.min(factor, 1);
        }
        lastStep = step;
        lastError = Math.max(1e-2, size);
        time = step == end - time ? end : time + step;
        state = newState;
        slopes = new double[newState.length];
        equations.derivatives(time, state, slopes);
        evaluations++;
        steps++;
        stepsSinceFall++;
        last = Optional.of(polynomial);
        weigh(state);
        boolean orderChanged = chooseOrder(factor);
        boolean keepJacobian = iteration.iterations() == 1 || iteration.contraction() <= FAST_CONTRACTION;
        jacobianCurrent = false;
        if (orderChanged || !keepJacobian || factor < 1 || factor > LEAST_GROWTH) {
            factored = false;
            step *= factor;
        }
        return polynomial;
    }

    private boolean chooseOrder(double factor) {
        double contraction = iteration.contraction();
        if (contraction >= FALLING && method > 0) {
            method--;
            stepsSinceFall = 0;
            return true;
        }
        if (contraction <= RISING && stepsSinceFall >= PATIENCE && method < RadauMethod.ALL.size() - 1) {
            method++;
            return true;
        }
        return false;
    }

    double time() {
        return time;
    }

    double[] state() {
        return state;
    }

    double[] slopes() {
        return slopes;
    }

    int steps() {
        return steps;
    }

    /** What was done so far. */
    StiffStatistics statistics() {
        return new StiffStatistics(
                steps,
                rejections,
                evaluations + iteration.evaluations(),
                jacobians,
                iteration.decompositions(),
                iteration.solutions());
    }
}
