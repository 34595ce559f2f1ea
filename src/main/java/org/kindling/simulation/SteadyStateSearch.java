package org.kindling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.RateEquations;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;
import org.kindling.network.Stoichiometry;
import org.kindling.numerics.LuDecomposition;

/**
 * Goes from a state to a steady one by pseudo-transient continuation: implicit Euler steps whose length grows as the net
 * rates fall, so that it follows the time course at first and turns into Newton's method at the end. Conserved totals are
 * kept, and concentrations stay positive.
 *
 * <p>Source: C. T. Kelley, D. E. Keyes, Convergence analysis of pseudo-transient continuation, SIAM J. Numer. Anal. 35, 508
 * (1998), doi:10.1137/S0036142996304796.
 */
public final class SteadyStateSearch {

    /** A state counts as reached when no species' net rate exceeds this share of its turnover. */
    static final double RESIDUAL = 1e-10;

    private static final int MOST_STEPS = 2_000;

    /** The first step moves no species by more than this share. */
    private static final double FIRST_CHANGE = 0.01;

    /** A step may be cut to a quarter this often before the search gives up. */
    private static final int MOST_REDUCTIONS = 60;

    /** The most that a step grows over the one before. */
    private static final double LARGEST_GROWTH = 10;

    /** How a search ended. */
    public enum Status {
        /** A steady state was found. */
        FOUND("a steady state was found"),
        /** The model's rates depend on the time itself. */
        TIME_DEPENDENT("the rates depend explicitly on the time, so that there is no steady state"),
        /** A rate became undefined. */
        UNDEFINED_RATE("a rate is not a finite number there; look at the initial values and laws"),
        /** No step kept the concentrations positive and the rates finite. */
        STUCK("no step leads on; a species may run empty or grow without bound"),
        /** The number of steps ran out. */
        TOO_MANY_STEPS("the state keeps moving; it may oscillate or grow without bound");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /**
         * The outcome in words.
         *
         * @return what happened, and what may be the reason
         */
        public String words() {
            return words;
        }
    }

    /**
     * What a search found.
     *
     * @param status how it ended
     * @param values the state reached, by symbol of the state variable; the last one where none is steady
     * @param steps how many steps were taken
     * @param time the time that passed in the model, unit of the model; large steps at the end make it a rough measure
     */
    public record Result(Status status, Map<Symbol, Double> values, int steps, double time) {}

    private final RateEquations equations;
    private final ConservedMoieties moieties;
    private final int[] independent;
    private final int[] dependent;
    private final Tape.Evaluator evaluator;
    private final List<int[]> derivatives = new ArrayList<>();
    private final double[] x;
    private final double[] rates;

    private SteadyStateSearch(ReferenceState start) {
        this.equations = start.equations();
        int states = equations.states().size();
        this.moieties =
                ConservedMoieties.of(equations, IntStream.range(0, states).toArray());
        this.independent = moieties.independent();
        this.dependent = moieties.dependent();
        this.x = new double[states];
        this.rates = new double[equations.processes().size()];
        this.evaluator = compile(start).evaluator(1);
        for (int state = 0; state < states; state++) {
            x[state] = start.value(equations.states().get(state).symbol());
        }
    }

    /**
     * Searches from a state.
     *
     * @param start where to start; its values give the parameters, its rates are not used
     * @return the outcome
     */
    public static Result from(ReferenceState start) {
        if (start.equations().timeDependent()) {
            return new Result(Status.TIME_DEPENDENT, Map.of(), 0, 0);
        }
        return new SteadyStateSearch(start).run();
    }

    private Tape compile(ReferenceState start) {
        List<Symbol> inputs =
                equations.states().stream().map(StateVariable::symbol).toList();
        Map<Symbol, Integer> index = new HashMap<>();
        inputs.forEach(symbol -> index.put(symbol, index.size()));
        List<Expression> outputs = new ArrayList<>();
        List<Expression> slopes = new ArrayList<>();
        for (int process = 0; process < rates.length; process++) {
            Expression rate = Expressions.replace(
                    equations.processes().get(process).rate(),
                    symbol -> index.containsKey(symbol) ? symbol : new Constant(start.value(symbol)));
            outputs.add(rate);
            for (Map.Entry<Symbol, Expression> slope :
                    Gradient.of(rate, index.keySet()).entrySet()) {
                derivatives.add(new int[] {process, Objects.requireNonNull(index.get(slope.getKey()))});
                slopes.add(slope.getValue());
            }
        }
        outputs.addAll(slopes);
        return Tape.compile(inputs, outputs);
    }

    private Result run() {
        double time = 0;
        if (!evaluate(x)) {
            return result(Status.UNDEFINED_RATE, 0, time);
        }
        double step = firstStep();
        double speed = speed();
        for (int count = 0; count < MOST_STEPS; count++) {
            if (residual() <= RESIDUAL) {
                return result(Status.FOUND, count, time);
            }
            double taken = advance(step);
            if (taken == 0) {
                return result(Status.STUCK, count, time);
            }
            time += taken;
            double newSpeed = speed();
            step = taken * Math.min(LARGEST_GROWTH, Math.max(0.1, speed / newSpeed) * 1.5);
            speed = newSpeed;
        }
        return result(Status.TOO_MANY_STEPS, MOST_STEPS, time);
    }

    private Result result(Status status, int steps, double time) {
        Map<Symbol, Double> values = new HashMap<>();
        for (int state = 0; state < x.length; state++) {
            values.put(equations.states().get(state).symbol(), x[state]);
        }
        return new Result(status, values, steps, time);
    }

    /** Evaluates rates and derivatives; false where one is not finite. */
    private boolean evaluate(double[] state) {
        for (int k = 0; k < state.length; k++) {
            evaluator.input(k)[0] = state[k];
        }
        evaluator.run();
        boolean finite = true;
        for (int process = 0; process < rates.length; process++) {
            rates[process] = evaluator.output(process)[0];
            finite &= Double.isFinite(rates[process]);
        }
        for (int k = 0; k < derivatives.size(); k++) {
            finite &= Double.isFinite(evaluator.output(rates.length + k)[0]);
        }
        return finite;
    }

    private double[] velocity() {
        double[] velocity = equations.stoichiometry().netRates(rates);
        for (int state = 0; state < velocity.length; state++) {
            velocity[state] /= equations.states().get(state).volume();
        }
        return velocity;
    }

    /** The norm of the net rates, each beside its concentration. */
    private double speed() {
        double[] velocity = velocity();
        double sum = 0;
        for (int state = 0; state < x.length; state++) {
            double relative = velocity[state] / size(state);
            sum += relative * relative;
        }
        return Math.sqrt(sum);
    }

    private double size(int state) {
        return x[state] > 0 ? x[state] : 1;
    }

    private double residual() {
        return Arrays.stream(equations.stoichiometry().imbalance(rates)).max().orElse(0);
    }

    private double firstStep() {
        double fastest = 0;
        double[] velocity = velocity();
        for (int state = 0; state < x.length; state++) {
            fastest = Math.max(fastest, Math.abs(velocity[state]) / size(state));
        }
        return fastest == 0 ? 1 : FIRST_CHANGE / fastest;
    }

    /** Takes a step of at most the given length and returns the length taken; 0 if none was possible. */
    private double advance(double longest) {
        double[] velocity = velocity();
        double[] jacobian = jacobian();
        LuDecomposition lu = LuDecomposition.ofOrder(independent.length);
        double step = longest;
        for (int reduction = 0; reduction < MOST_REDUCTIONS && Double.isFinite(1 / step); reduction++, step /= 4) {
            double[] change = new double[independent.length];
            for (int row = 0; row < change.length; row++) {
                change[row] = velocity[independent[row]];
            }
            if (lu.factor(shifted(jacobian, 1 / step))) {
                lu.solve(change);
                double[] next = moved(change);
                if (positive(next) && evaluate(next)) {
                    System.arraycopy(next, 0, x, 0, x.length);
                    return step;
                }
            }
        }
        evaluate(x);
        return 0;
    }

    private static double[] shifted(double[] jacobian, double shift) {
        int order = (int) Math.sqrt(jacobian.length);
        double[] matrix = new double[jacobian.length];
        for (int k = 0; k < matrix.length; k++) {
            matrix[k] = -jacobian[k];
        }
        for (int row = 0; row < order; row++) {
            matrix[row * order + row] += shift;
        }
        return matrix;
    }

    /** The Jacobian of the independent variables, shape [independent, independent]. */
    private double[] jacobian() {
        int order = independent.length;
        double[] jacobian = new double[order * order];
        double[][] link = new double[x.length][order];
        int[] row = new int[x.length];
        Arrays.fill(row, -1);
        for (int column = 0; column < order; column++) {
            row[independent[column]] = column;
            link[independent[column]][column] = 1;
            for (int moiety = 0; moiety < dependent.length; moiety++) {
                link[dependent[moiety]][column] =
                        moieties.link(moiety, column) * volume(independent[column]) / volume(dependent[moiety]);
            }
        }
        Stoichiometry stoichiometry = equations.stoichiometry();
        for (int k = 0; k < derivatives.size(); k++) {
            int process = derivatives.get(k)[0];
            double[] chain = link[derivatives.get(k)[1]];
            double slope = evaluator.output(rates.length + k)[0];
            for (int entry = 0; entry < stoichiometry.entries(process); entry++) {
                int state = stoichiometry.state(process, entry);
                double weight = stoichiometry.coefficient(process, entry) / volume(state) * slope;
                for (int column = 0; row[state] >= 0 && column < order; column++) {
                    jacobian[row[state] * order + column] += weight * chain[column];
                }
            }
        }
        return jacobian;
    }

    private double volume(int state) {
        return equations.states().get(state).volume();
    }

    private double[] moved(double[] change) {
        double[] next = x.clone();
        for (int column = 0; column < independent.length; column++) {
            next[independent[column]] += change[column];
            for (int moiety = 0; moiety < dependent.length; moiety++) {
                next[dependent[moiety]] += moieties.link(moiety, column)
                        * volume(independent[column])
                        / volume(dependent[moiety])
                        * change[column];
            }
        }
        return next;
    }

    /** Whether no variable that was positive has become negative. */
    private boolean positive(double[] next) {
        for (int state = 0; state < x.length; state++) {
            if (!(next[state] >= 0) && x[state] >= 0) {
                return false;
            }
        }
        return true;
    }
}
