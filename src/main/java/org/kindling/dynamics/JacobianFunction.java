package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.InputException;
import org.kindling.network.RateEquations;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Calibration;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterSpace;

/**
 * The normalised reduced Jacobian at a reference state as a function of the parameters,
 *
 * <p>\[ J = \mathrm{diag}(1/n_i) \, S_R \, \mathrm{diag}(v^*) \, E \, T, \]
 *
 * <p>with the amounts \( n \) and the stoichiometry \( S_R \) of the independent species, shape [independent, processes], the
 * scaled elasticities \( E \), shape [processes, states], and the dependence of all concentrations on the independent
 * ones, \( T = \mathrm{d}\ln x / \mathrm{d}\ln x_i \), shape [states, independent]. It is similar to the Jacobian of the
 * independent species, so that its eigenvalues, unit 1 / time, are those of the full one without the zeros that the
 * conserved moieties bring.
 *
 * <p>The product \( v^* E \) is assembled as \( x \, \partial v / \partial x \), exactly differentiated, never through a
 * division by \( v^* \): reactions at equilibrium keep their part. A species without a positive concentration is scaled
 * by 1 instead, which changes no eigenvalue.
 *
 * <p>Source: C. Reder, J. theor. Biol. 135, 175 (1988), doi:10.1016/S0022-5193(88)80073-0.
 */
public final class JacobianFunction {

    private final ParameterSpace space;
    private final ReferenceState state;
    private final ConservedMoieties moieties;
    private final List<Scaling> scalings = new ArrayList<>();
    private final Tape tape;
    private final Assembly assembly;

    /**
     * How the rate of a process is brought to its reference flux.
     *
     * @param output the output of the tape that holds its rate for a scale parameter of 1; -1 if the factor is constant
     * @param flux the reference flux, or the constant factor
     * @param sign the sign of the scale parameter in the file, which every set must keep; 0 if the factor is constant
     */
    private record Scaling(int output, double flux, double sign) {

        static Scaling constant(double factor) {
            return new Scaling(-1, factor, 0);
        }

        boolean allows(double factor) {
            return Double.isFinite(factor) && factor * sign >= 0;
        }
    }

    private JacobianFunction(ParameterSpace space, ReferenceState state) {
        this.space = space;
        this.state = state;
        RateEquations equations = state.equations();
        if (equations.timeDependent()) {
            throw new InputException(
                    "model " + space.roles().model().id(),
                    "its rates depend explicitly on the time, so that it has time courses but no steady state",
                    "use a model without the time in its laws and rules");
        }
        double[] scale = PoolSizes.scales(state);
        this.moieties = ConservedMoieties.of(equations, PoolSizes.smallestFirst(equations.states(), scale));
        this.assembly = new Assembly(equations, moieties, scale);
        this.tape = compile(equations);
    }

    /**
     * The Jacobian of a parameter space.
     *
     * @param space what varies
     * @param state the reference state
     * @return the function, compiled
     * @throws InputException if the rates depend explicitly on the time
     */
    public static JacobianFunction of(ParameterSpace space, ReferenceState state) {
        return new JacobianFunction(space, state);
    }

    private Tape compile(RateEquations equations) {
        Map<Symbol, Integer> stateIndex = new HashMap<>();
        for (int index = 0; index < equations.states().size(); index++) {
            stateIndex.put(equations.states().get(index).symbol(), index);
        }
        List<Symbol> inputs = space.coordinates().stream()
                .map(coordinate -> coordinate.parameter().parameter().symbol())
                .toList();
        List<Expression> outputs = new ArrayList<>();
        for (int process = 0; process < equations.processes().size(); process++) {
            RateProcess rate = equations.processes().get(process);
            Map<Symbol, Expression> gradient = Gradient.of(rate.rate(), stateIndex.keySet());
            Binding binding = new Binding(inputs, scaleOf(rate));
            scalings.add(scaling(process, rate, binding, outputs));
            for (Map.Entry<Symbol, Expression> entry : gradient.entrySet()) {
                Expression derivative = binding.apply(entry.getValue());
                if (!derivative.equals(Constant.ZERO)) {
                    assembly.add(process, Objects.requireNonNull(stateIndex.get(entry.getKey())), outputs.size());
                    outputs.add(derivative);
                }
            }
        }
        assembly.complete();
        return Tape.compile(inputs, outputs);
    }

    private Optional<KineticParameter> scaleOf(RateProcess process) {
        return process.reaction() ? space.roles().scaleOf(process.id()) : Optional.empty();
    }

    private Scaling scaling(int process, RateProcess rate, Binding binding, List<Expression> outputs) {
        Optional<KineticParameter> scale = scaleOf(rate);
        if (scale.isEmpty()) {
            return Scaling.constant(1);
        }
        double flux = state.rate(process);
        double present = state.value(scale.get().parameter().symbol());
        if (flux == 0) {
            boolean atEquilibrium = Calibration.atEquilibrium(space.roles(), state, rate.id());
            return Scaling.constant(Calibration.scale(0, 0, present, atEquilibrium));
        }
        outputs.add(binding.apply(rate.rate()));
        return new Scaling(outputs.size() - 1, flux, present < 0 ? -1 : 1);
    }

    /** Replaces what does not vary by its value, and scale parameters by 1. */
    private final class Binding {

        private final List<Symbol> inputs;
        private final Optional<Symbol> scale;

        Binding(List<Symbol> inputs, Optional<KineticParameter> scale) {
            this.inputs = inputs;
            this.scale = scale.map(parameter -> parameter.parameter().symbol());
        }

        Expression apply(Expression expression) {
            return Expressions.replace(expression, symbol -> {
                if (scale.filter(symbol::equals).isPresent()) {
                    return Constant.ONE;
                }
                return inputs.contains(symbol) ? symbol : new Constant(state.value(symbol));
            });
        }
    }

    /**
     * The parameter space.
     *
     * @return what the function depends on
     */
    public ParameterSpace space() {
        return space;
    }

    /**
     * The reference state.
     *
     * @return the state at which the Jacobian is taken
     */
    public ReferenceState state() {
        return state;
    }

    /**
     * The conserved moieties.
     *
     * @return the split into independent and dependent species
     */
    public ConservedMoieties moieties() {
        return moieties;
    }

    /**
     * The order of the Jacobian.
     *
     * @return the number of independent species
     */
    public int order() {
        return assembly.order();
    }

    /**
     * The number of arithmetic operations that one set costs before its Jacobian is assembled.
     *
     * @return the length of the tape
     */
    public int operations() {
        return tape.operations();
    }

    /**
     * The values of the coordinates in the file: the parameter set that the model came with.
     *
     * @return a new array, shape [parameters]
     */
    public double[] fileValues() {
        return space.coordinates().stream()
                .map(Coordinate::parameter)
                .mapToDouble(parameter -> state.value(parameter.parameter().symbol()))
                .toArray();
    }

    /**
     * The spectrum of one parameter set. For many, take a worker and a solver.
     *
     * @param values the parameter values, shape [parameters]
     * @return the spectrum; empty if some rate has no finite derivative, or the eigenvalues were not found
     */
    public Optional<Spectrum> spectrum(double[] values) {
        Worker worker = worker(1);
        worker.evaluate(values, 0, 1);
        double[] matrix = new double[order() * order()];
        SpectrumSolver solver = SpectrumSolver.ofOrder(order());
        return worker.jacobian(0, matrix) && solver.solve(matrix) ? Optional.of(solver.spectrum()) : Optional.empty();
    }

    /**
     * A new worker, which owns its buffers.
     *
     * @param lanes how many sets it takes at a time, at least 1
     * @return the worker
     */
    public Worker worker(int lanes) {
        return new Worker(tape.evaluator(lanes));
    }

    /** Evaluates the function for a batch of sets. Not thread-safe: one worker, one thread. */
    public final class Worker {

        private final Tape.Evaluator evaluator;
        private final double[] factor = new double[scalings.size()];

        private Worker(Tape.Evaluator evaluator) {
            this.evaluator = evaluator;
            for (int input = 0; input < tape.inputs(); input++) {
                Arrays.fill(
                        evaluator.input(input), space.coordinates().get(input).reference());
            }
        }

        /**
         * The size of a batch.
         *
         * @return how many sets are taken at a time
         */
        public int lanes() {
            return evaluator.lanes();
        }

        /**
         * Evaluates rates and derivatives of some sets.
         *
         * @param values parameter values row by row, shape [sets, parameters]
         * @param first the first row to take
         * @param sets how many rows, at most {@link #lanes}
         */
        public void evaluate(double[] values, int first, int sets) {
            int dimension = space.dimension();
            for (int parameter = 0; parameter < dimension; parameter++) {
                double[] input = evaluator.input(parameter);
                for (int lane = 0, place = first * dimension + parameter; lane < sets; lane++, place += dimension) {
                    input[lane] = values[place];
                }
            }
            evaluator.run();
        }

        /**
         * The scale parameter of a process in a set that was evaluated.
         *
         * @param lane the set
         * @param process the column of the stoichiometry
         * @return the value that gives the reference flux; 1 if the process has no scale parameter
         */
        public double scale(int lane, int process) {
            Scaling scaling = scalings.get(process);
            return scaling.output() < 0
                    ? scaling.flux()
                    : scaling.flux() / evaluator.output(scaling.output())[lane];
        }

        /**
         * The Jacobian of a set that was evaluated.
         *
         * @param lane the set
         * @param jacobian receives the matrix row by row, shape [independent, independent], unit 1 / time
         * @return whether every rate can be brought to its reference flux and every entry is finite; if not, the matrix is
         *     of no use
         */
        public boolean jacobian(int lane, double[] jacobian) {
            for (int process = 0; process < factor.length; process++) {
                factor[process] = scale(lane, process);
                if (!scalings.get(process).allows(factor[process])) {
                    return false;
                }
            }
            return assembly.assemble(evaluator, lane, factor, jacobian);
        }
    }
}
