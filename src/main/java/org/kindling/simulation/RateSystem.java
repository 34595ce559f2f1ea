package org.kindling.simulation;

import java.util.Arrays;
import java.util.Map;
import org.kindling.expression.CompiledFunction;
import org.kindling.expression.Symbol;
import org.kindling.numerics.SparsityPattern;
import org.kindling.numerics.StiffEquations;

/** The differential equations for one set of values: what the integrator sees. Owns its buffers; not thread-safe. */
final class RateSystem implements StiffEquations {

    private final CompiledEquations compiled;
    private final CompiledFunction.Evaluator rateEvaluator;
    private final CompiledFunction.Evaluator slopeEvaluator;
    private final CompiledFunction.Evaluator argumentEvaluator;
    private final double[] input;
    private final double[] start;
    private final double[] rates;
    private final double[] slopes;
    private final double[] arguments;

    RateSystem(CompiledEquations compiled, Map<Symbol, Double> values) {
        this.compiled = compiled;
        this.input = compiled.input(values);
        this.start = Arrays.copyOf(input, compiled.dimension());
        this.rateEvaluator = compiled.rates().evaluator();
        this.slopeEvaluator = compiled.slopes().evaluator();
        this.argumentEvaluator = compiled.switchArguments().evaluator();
        this.rates = new double[compiled.rates().outputs()];
        this.slopes = new double[compiled.slopes().outputs()];
        this.arguments = new double[compiled.switchArguments().outputs()];
    }

    /** The state at the start, shape [states]. */
    double[] start() {
        return start.clone();
    }

    @Override
    public int getDimension() {
        return compiled.dimension();
    }

    @Override
    public SparsityPattern pattern() {
        return compiled.jacobian().pattern();
    }

    private void put(double time, double[] state) {
        System.arraycopy(state, 0, input, 0, compiled.dimension());
        input[compiled.dimension()] = time;
    }

    @Override
    public void derivatives(double time, double[] state, double[] velocities) {
        put(time, state);
        rateEvaluator.evaluate(input, rates);
        compiled.flows().velocities(rates, velocities);
    }

    @Override
    public void jacobian(double time, double[] state, double[] values) {
        put(time, state);
        slopeEvaluator.evaluate(input, slopes);
        compiled.jacobian().fill(slopes, values);
    }

    /** The whole Jacobian, row by row, shape [states, states]. */
    void denseJacobian(double time, double[] state, double[] rowMajor) {
        put(time, state);
        slopeEvaluator.evaluate(input, slopes);
        compiled.jacobian().fillDense(slopes, rowMajor);
    }

    /** The number of switches. */
    int switches() {
        return compiled.switches().size();
    }

    /** What a switch looks at: the difference of the two sides of a comparison, or what is rounded. */
    double argument(int index, double time, double[] state) {
        put(time, state);
        argumentEvaluator.evaluate(input, arguments);
        return arguments[index];
    }

    /** A number that changes its sign where a switch must turn. */
    double margin(int index, double time, double[] state) {
        double argument = argument(index, time, state);
        return compiled.switches().get(index).margin(argument, input[place(index)]);
    }

    /**
     * Turns every switch to what it is now or, where it is about to turn, will be in a moment.
     *
     * @param moment how far to look ahead; 0 to take every switch as it is now
     */
    void settle(double time, double[] state, double moment) {
        if (switches() == 0) {
            return;
        }
        for (int index = 0; index < switches(); index++) {
            turn(index, argument(index, time, state));
        }
        double[] ahead = ahead(time, state, moment);
        for (int index = 0; index < switches(); index++) {
            double now = argument(index, time, state);
            double soon = argument(index, time + moment, ahead);
            turn(index, distance(index, now) <= Math.abs(soon - now) ? soon : now);
        }
    }

    /** The state in a moment, by the laws as they are switched now. */
    private double[] ahead(double time, double[] state, double moment) {
        double[] ahead = state.clone();
        double[] velocities = new double[state.length];
        derivatives(time, state, velocities);
        for (int k = 0; k < ahead.length; k++) {
            ahead[k] += moment * velocities[k];
        }
        return ahead;
    }

    /** Whether a switch that has just turned is in a moment still what it is now. */
    boolean staysTurned(int index, double time, double[] state, double moment) {
        double now = argument(index, time, state);
        double change = argument(index, time + moment, ahead(time, state, moment)) - now;
        return change == 0 || compiled.switches().get(index).value(change) == input[place(index)];
    }

    /** How far a switch is from turning, in terms of its argument. */
    private double distance(int index, double argument) {
        return compiled.switches().get(index).distance(argument);
    }

    boolean isComparison(int index) {
        return compiled.switches().get(index).comparison();
    }

    /** Turns a switch to what it is where its argument has a value. */
    void turn(int index, double argument) {
        input[place(index)] = compiled.switches().get(index).value(argument);
    }

    private int place(int index) {
        return compiled.dimension() + 1 + index;
    }
}
