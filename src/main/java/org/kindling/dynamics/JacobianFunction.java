package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindling.expression.Expression;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.InputException;
import org.kindling.network.RateEquations;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Coordinate;
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
    private final BoundRates rates;
    private final List<Symbol> given;
    private final double[] givenValues;
    private final Tape tape;
    private final Assembly assembly;

    /** The function of some rates, which may share what another one has compiled of the same expressions. */
    private JacobianFunction(
            ParameterSpace space, ReferenceState state, BoundRates rates, Optional<JacobianFunction> compiled) {
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
        this.rates = rates;
        List<Expression> outputs = outputs();
        this.given = compiled.map(function -> function.given).orElseGet(rates::given);
        this.givenValues = rates.values(given);
        this.tape = compiled.map(function -> function.tape).orElseGet(() -> compile(outputs));
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
        return new JacobianFunction(space, state, BoundRates.of(space, state), Optional.empty());
    }

    /** The same with what the state gives as further inputs of the tape, so that {@link #at} can share it. */
    static JacobianFunction open(ParameterSpace space, ReferenceState state) {
        return new JacobianFunction(space, state, BoundRates.open(space, state), Optional.empty());
    }

    /** The function at another state by the same tape; empty if other expressions hold there. */
    Optional<JacobianFunction> at(ParameterSpace otherSpace, ReferenceState other) {
        return rates.at(otherSpace, other)
                .map(there -> new JacobianFunction(otherSpace, other, there, Optional.of(this)));
    }

    /** The derivatives, then the rates that are brought to a flux. */
    private List<Expression> outputs() {
        List<Expression> outputs = new ArrayList<>();
        for (BoundRates.Derivative derivative : rates.derivatives()) {
            assembly.add(derivative.process(), derivative.state(), outputs.size());
            outputs.add(derivative.expression());
        }
        assembly.complete();
        for (BoundRates.Scale scale : rates.scales()) {
            scale.rate().ifPresent(outputs::add);
        }
        return outputs;
    }

    /** The inputs are the coordinates, then what the state gives where the rates are open. */
    private Tape compile(List<Expression> outputs) {
        List<Symbol> inputs = new ArrayList<>(rates.inputs());
        inputs.addAll(given);
        return Tape.compile(inputs, outputs);
    }

    /** Sets the inputs of an evaluator from one on. */
    static void give(double[] values, Tape.Evaluator evaluator, int first) {
        for (int k = 0; k < values.length; k++) {
            Arrays.fill(evaluator.input(first + k), values[k]);
        }
    }

    /** The rates with everything bound that does not vary. */
    BoundRates rates() {
        return rates;
    }

    /** Where the derivatives of the rates go. */
    Assembly assembly() {
        return assembly;
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

    /** A worker in place of another one, which must not be used any more; functions that share a tape share its buffers so. */
    Worker worker(Worker other) {
        return new Worker(other.evaluator);
    }

    /** Evaluates the function for a batch of sets. Not thread-safe: one worker, one thread. */
    public final class Worker {

        private final Tape.Evaluator evaluator;
        private final double[] factor = new double[rates.scales().size()];
        private final int[] rate = new int[factor.length];

        private Worker(Tape.Evaluator evaluator) {
            this.evaluator = evaluator;
            int output = rates.derivatives().size();
            for (int process = 0; process < rate.length; process++) {
                rate[process] = rates.scales().get(process).rate().isPresent() ? output++ : -1;
            }
            for (int input = 0; input < space.dimension(); input++) {
                Arrays.fill(
                        evaluator.input(input), space.coordinates().get(input).reference());
            }
            give(givenValues, evaluator, space.dimension());
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
            evaluator.run(sets);
        }

        /**
         * The scale parameter of a process in a set that was evaluated.
         *
         * @param lane the set
         * @param process the column of the stoichiometry
         * @return the value that gives the reference flux; 1 if the process has no scale parameter
         */
        public double scale(int lane, int process) {
            double flux = rates.scales().get(process).flux();
            return rate[process] < 0 ? flux : flux / evaluator.output(rate[process])[lane];
        }

        /** The derivatives of the rates in a set whose Jacobian was assembled last, in the order of the assembly. */
        double[] derivatives(int lane) {
            double[] derivatives = new double[assembly.derivatives()];
            for (int index = 0; index < derivatives.length; index++) {
                derivatives[index] = evaluator.output(index)[lane] * factor[assembly.process(index)];
            }
            return derivatives;
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
                if (!rates.scales().get(process).allows(factor[process])) {
                    return false;
                }
            }
            return assembly.assemble(evaluator, lane, factor, jacobian);
        }
    }
}
