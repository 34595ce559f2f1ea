package org.kindling.numerics;

import java.util.Arrays;
import java.util.Optional;
import org.kindling.numerics.StageIteration.Outcome;
import org.kindling.numerics.StiffFailure.Reason;

/**
 * Goes from one accepted step to the next, and decides when the Jacobian and its factors are computed anew.
 *
 * <p>Two things differ from the literature. The Jacobian is that of the state predicted for a point within the step instead
 * of its start, which saves a fifth to a third of the evaluations on random networks. And two errors are estimated: that
 * at the start of the step by Hairer and Wanner, to which variables that follow others at once contribute nothing, and one
 * between the nodes, to which they do; see {@link CollocationPolynomial}.
 */
final class RadauSteps {
    /** Where in the step the Jacobian is taken, of 0 to 1. Later, iterations are fewer still but predictions less sure. */
    private static final double JACOBIAN_POINT = 0.75;

    /** A step that is refused so often in a row has no solution. */
    private static final int MOST_TRIALS = 60;

    /** After so many refusals in a row, what the last step predicts is no longer trusted. */
    private static final int TRIALS_OF_PREDICTION = 4;

    /** No error is asked for below so many roundings. */
    private static final double ROUNDINGS = 10;

    /** A variable is no longer followed with relative accuracy where it falls below this share within one step. */
    private static final double FALL = 0.01;

    private final StiffEquations equations;
    private final StageIteration iteration;
    private final StepControl control = new StepControl();
    private final double[] absolute;
    private final double[] relative;
    private final double shortest;
    private final double longest;
    private final double tightest;
    private final double[] floor;
    private final double[] weights;
    private final double[] jacobian;
    private final double[] error;
    private final double[] wave;
    private final double[] elsewhere;
    private final double[] slopesElsewhere;
    private double time;
    private double[] state;
    private double[] slopes;
    private double step;
    private Optional<CollocationPolynomial> last = Optional.empty();
    private boolean jacobianCurrent;
    private double factoredStep;
    private int steps;
    private int rejections;
    private int evaluations;
    private int jacobians;

    RadauSteps(StiffEquations equations, double[] absolute, double[] relative, double shortest, double longest) {
        this.equations = equations;
        this.absolute = absolute;
        this.relative = relative;
        this.shortest = shortest;
        this.longest = longest;
        int order = equations.pattern().order();
        iteration = new StageIteration(equations);
        floor = new double[order];
        weights = new double[order];
        jacobian = new double[equations.pattern().entries()];
        error = new double[order];
        wave = new double[order];
        elsewhere = new double[order];
        slopesElsewhere = new double[order];
        state = new double[order];
        slopes = new double[order];
        tightest =
                Arrays.stream(relative).filter(tolerance -> tolerance > 0).min().orElse(1);
    }

    /** Forgets the past, and goes on from a state with a step of some length. */
    void start(double time, double[] state, double[] slopes, double step) {
        this.time = time;
        this.state = state.clone();
        this.slopes = slopes.clone();
        this.step = step;
        last = Optional.empty();
        jacobianCurrent = false;
        factoredStep = 0;
        evaluations++;
        control.restart();
    }

    /** Sets the weights of the iteration: what falls within the step is to be as exact as at its end. */
    private void weighIteration() {
        double[] change = iteration.lastIncrement();
        for (int i = 0; i < weights.length; i++) {
            double size = Math.abs(state[i]);
            weigh(i, Math.min(size, Math.max(FALL * size, Math.abs(state[i] + change[i]))));
        }
    }

    /** Sets the weights of the errors. */
    private void weighErrors() {
        double[] change = iteration.lastIncrement();
        for (int i = 0; i < weights.length; i++) {
            weigh(i, Math.max(FALL * Math.abs(state[i]), Math.abs(state[i] + change[i])));
        }
    }

    private void weigh(int i, double size) {
        weights[i] = 1 / Math.max(floor[i], absolute[i] + relative[i] * size);
    }

    /** Takes one step that ends at the given time at the latest. */
    CollocationPolynomial advance(double end) {
        Reason reason = Reason.STEP_TOO_SMALL;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            step = Math.min(step, longest);
            // Rather a last step that is a little longer than one more that is tiny.
            if (time + 1.01 * step >= end) {
                step = end - time;
            }
            if (!(time + 0.1 * step > time) || step < Math.min(shortest, end - time)) {
                break;
            }
            double size = Double.POSITIVE_INFINITY;
            Outcome outcome = iterate(trial);
            if (outcome == Outcome.CONVERGED) {
                size = estimate(trial);
                outcome = Double.isFinite(size) ? Outcome.CONVERGED : Outcome.UNDEFINED;
                if (size < 1) {
                    double[] reached = state.clone();
                    DenseMatrices.addMultiple(reached, 1, iteration.lastIncrement(), 0, reached.length);
                    double reachedTime = step == end - time ? end : time + step;
                    if (derivatives(reachedTime, reached, slopesElsewhere)) {
                        return accept(reachedTime, reached, size, trial > 0);
                    }
                    outcome = Outcome.UNDEFINED;
                }
            }
            rejections++;
            reason = refuse(outcome, size, trial);
        }
        throw new StiffFailure(reason, time);
    }

    private boolean derivatives(double at, double[] y, double[] result) {
        equations.derivatives(at, y, result);
        evaluations++;
        return StageIteration.finite(result);
    }

    private Outcome iterate(int trial) {
        if (factoredStep == 0 && !jacobianCurrent) {
            refreshJacobian(trial);
        }
        if (factoredStep != step || iteration.method() != control.method()) {
            if (!iteration.factor(control.method(), step, jacobian)) {
                return Outcome.SINGULAR;
            }
            factoredStep = step;
            findFloor();
        }
        if (predictable() && trial < TRIALS_OF_PREDICTION) {
            iteration.predict(last.get(), time);
        } else {
            iteration.predictNothing();
        }
        weighIteration();
        return iteration.solve(time, state, weights);
    }

    private boolean predictable() {
        return last.isPresent() && last.get().reaches(time + step);
    }

    private void refreshJacobian(int trial) {
        if (predictable() && trial == 0) {
            last.get().extrapolate(time + JACOBIAN_POINT * step, elsewhere);
            for (int i = 0; i < elsewhere.length; i++) {
                // An extrapolation may go astray, and concentrations should not become negative.
                double size = Math.abs(state[i]);
                elsewhere[i] = state[i] + Math.max(-0.5 * size, Math.min(elsewhere[i], size));
            }
            equations.jacobian(time + JACOBIAN_POINT * step, elsewhere, jacobian);
        } else {
            equations.jacobian(time, state, jacobian);
        }
        jacobians++;
        jacobianCurrent = true;
        for (int entry = 0; entry < jacobian.length; entry++) {
            // As of a root of a concentration at zero. Without it the iteration is slower, but not wrong.
            if (!Double.isFinite(jacobian[entry])) {
                jacobian[entry] = 0;
            }
        }
    }

    /**
     * Finds the error that rounding makes in each variable, as a balance of terms \(J_{ij} y_j\): their size in roundings
     * over the rate \(\gamma / h + |J_{ii}|\) at which the variable follows.
     */
    private void findFloor() {
        SparsityPattern pattern = equations.pattern();
        double[] terms = elsewhere;
        double[] turnover = slopesElsewhere;
        Arrays.fill(terms, 0);
        Arrays.fill(turnover, control.method().eigenvalues[0] / step);
        for (int entry = 0; entry < jacobian.length; entry++) {
            int row = pattern.row(entry);
            if (row == pattern.column(entry) && row < turnover.length) {
                turnover[row] += Math.abs(jacobian[entry]);
            }
        }
        pattern.addMagnitudes(jacobian, state, terms);
        for (int i = 0; i < floor.length; i++) {
            floor[i] = Math.max(Double.MIN_NORMAL, ROUNDINGS * Math.ulp(1.0) * terms[i] / turnover[i]);
        }
    }

    /** Estimates the error of the step in tolerances, infinite if it has none. */
    private double estimate(int trial) {
        if (!iteration.estimateError(slopes, error)) {
            return Double.POSITIVE_INFINITY;
        }
        weighErrors();
        double allowed = allowed();
        double size = StageIteration.norm(error, weights) / allowed;
        if (size >= 1 && (trial > 0 || last.isEmpty())) {
            System.arraycopy(state, 0, elsewhere, 0, state.length);
            DenseMatrices.addMultiple(elsewhere, 1, error, 0, state.length);
            if (derivatives(time, elsewhere, slopesElsewhere) && iteration.estimateError(slopesElsewhere, error)) {
                size = StageIteration.norm(error, weights) / allowed;
            }
        }
        if (size >= 1) {
            return size;
        }
        if (!iteration.estimateBetween(time, state, wave)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(size, StageIteration.norm(wave, weights) / allowed);
    }

    /**
     * How many tolerances the estimates may be: they are of order s + 1 in the step, but what is left of the error within
     * the step is of order s + 2, so that the error is proportional to the tolerance r if the estimates are to
     * \(r^{(s+1)/(s+2)}\). The factor of a half keeps the errors of tests on random networks below three tolerances.
     */
    private double allowed() {
        double gained = 0.5 * Math.pow(tightest, -1.0 / (control.method().stages() + 2));
        return Math.max(1, gained);
    }

    /** Makes the next trial differ from the one that ended so. */
    private Reason refuse(Outcome outcome, double size, int trial) {
        switch (outcome) {
            case CONVERGED -> step *= last.isEmpty() ? 0.1 : control.change(size, iteration.iterations());
            case UNDEFINED -> step *= 0.2;
            case SINGULAR -> step *= 0.5;
            case SLOW -> {
                // With an old Jacobian, a new one may be all that is needed.
                if (jacobianCurrent) {
                    step *= 0.5;
                    control.fall();
                }
            }
        }
        if (outcome != Outcome.CONVERGED && trial == 0) {
            // The Jacobian was old, or that of a prediction that may have gone astray.
            jacobianCurrent = false;
            factoredStep = 0;
        }
        return switch (outcome) {
            case UNDEFINED -> Reason.UNDEFINED_RATE;
            case SINGULAR -> Reason.SINGULAR;
            default -> Reason.STEP_TOO_SMALL;
        };
    }

    private CollocationPolynomial accept(double reachedTime, double[] reached, double size, boolean refused) {
        CollocationPolynomial polynomial = new CollocationPolynomial(
                control.method(), time, step, state, iteration.increments(), new double[][] {error, wave});
        double factor = control.accept(step, size, iteration.iterations(), iteration.contraction());
        if (factor != 1) {
            factoredStep = 0;
            step *= refused ? Math.min(1, factor) : factor;
        }
        jacobianCurrent = false;
        time = reachedTime;
        state = reached;
        slopes = slopesElsewhere.clone();
        last = Optional.of(polynomial);
        steps++;
        return polynomial;
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
