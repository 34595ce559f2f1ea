package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindling.dynamics.Control.TheoremResiduals;
import org.kindling.dynamics.ControlNetwork.Entry;
import org.kindling.dynamics.ControlOutcome.Status;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.InputException;
import org.kindling.network.RateEquations;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;

/**
 * Flux and concentration control coefficients at a steady state as a function of parameter values,
 *
 * <p>\[ C_i = -(S_R \, \mathrm{diag}(v) \, E \, T)^{-1} S_R \, \mathrm{diag}(v), \qquad C^x = T C_i, \qquad C^v = 1 + E C^x, \]
 *
 * <p>with the symbols of {@link JacobianFunction}. \( C^v_{kj} \) is by how many per cent the flux of process k changes at
 * the new steady state when process j becomes one per cent more active, which for an enzyme means one per cent more of it.
 * Conserved totals stay. The state must be steady; the fluxes are those of the exact steady state next to it, one step of
 * Newton's method away.
 *
 * <p>A scaled coefficient is undefined for what is zero: a process whose net flux vanishes beside its derivatives (at
 * equilibrium, or blocked) and a species that is absent have no row. Their columns remain: more of an enzyme that
 * carries no flux changes nothing, to first order.
 *
 * <p>Source: C. Reder, J. theor. Biol. 135, 175 (1988), doi:10.1016/S0022-5193(88)80073-0.
 */
public final class ControlCoefficients {

    /**
     * A net flux of less than this share of the largest derivative of its rate by the logarithm of a concentration is zero:
     * no double holds the concentrations well enough to know more of it than a few digits.
     */
    private static final double BALANCED = 1e-11;

    private final int inputs;
    private final RateEquations equations;
    private final double[] scale;
    private final ControlNetwork network;
    private final List<int[]> derivatives = new ArrayList<>();
    private final Tape tape;
    private final List<String> processes;
    private final int[] fluxes;
    private final int[] concentrations;
    private final List<String> fluxNames;
    private final List<String> concentrationNames;

    private ControlCoefficients(ReferenceState state, List<Symbol> varying) {
        this.inputs = varying.size();
        this.equations = state.equations();
        if (equations.timeDependent()) {
            throw new InputException(
                    "the model",
                    "its rates depend explicitly on the time, so that it has time courses but no steady state",
                    "use a model without the time in its laws and rules");
        }
        this.scale = PoolSizes.scales(state);
        this.network = ControlNetwork.of(equations, scale);
        this.tape = compile(state, varying);
        this.processes = equations.processes().stream().map(RateProcess::id).toList();
        this.concentrations = IntStream.range(0, scale.length)
                .filter(index -> PoolSizes.isPresent(
                        state.value(equations.states().get(index).symbol())))
                .toArray();
        Worker worker = worker();
        worker.run(varying.stream().mapToDouble(state::value).toArray());
        this.fluxes = IntStream.range(0, processes.size())
                .filter(process -> !worker.vanishes(process))
                .toArray();
        this.fluxNames = IntStream.of(fluxes).mapToObj(processes::get).toList();
        this.concentrationNames = IntStream.of(concentrations)
                .mapToObj(index -> equations.states().get(index).id())
                .toList();
    }

    /**
     * The coefficients at a reference state.
     *
     * @param state the steady state, which does not vary, and the values of what else does not
     * @param varying the parameters that vary
     * @return the function, compiled
     * @throws InputException if the rates depend explicitly on the time
     */
    public static ControlCoefficients of(ReferenceState state, List<Symbol> varying) {
        return new ControlCoefficients(state, varying);
    }

    private Tape compile(ReferenceState state, List<Symbol> varying) {
        Map<Symbol, Integer> stateIndex = new HashMap<>();
        for (int index = 0; index < scale.length; index++) {
            stateIndex.put(equations.states().get(index).symbol(), index);
        }
        Set<Symbol> open = new HashSet<>(varying);
        List<Expression> outputs = new ArrayList<>();
        List<Expression> slopes = new ArrayList<>();
        for (int process = 0; process < equations.processes().size(); process++) {
            Expression rate = equations.processes().get(process).rate();
            outputs.add(bound(rate, state, open));
            for (Map.Entry<Symbol, Expression> slope :
                    Gradient.of(rate, stateIndex.keySet()).entrySet()) {
                derivatives.add(new int[] {process, Objects.requireNonNull(stateIndex.get(slope.getKey()))});
                slopes.add(bound(slope.getValue(), state, open));
            }
        }
        outputs.addAll(slopes);
        return Tape.compile(varying, outputs);
    }

    private static Expression bound(Expression expression, ReferenceState state, Set<Symbol> open) {
        return Expressions.replace(
                expression, symbol -> open.contains(symbol) ? symbol : new Constant(state.value(symbol)));
    }

    /**
     * What controls.
     *
     * @return the ids of all processes, in the order of the stoichiometry
     */
    public List<String> processes() {
        return processes;
    }

    /**
     * The fluxes that respond.
     *
     * @return the ids of the processes whose flux at the reference state is not zero
     */
    public List<String> fluxes() {
        return fluxNames;
    }

    /**
     * The concentrations that respond.
     *
     * @return the ids of the state variables that are positive
     */
    public List<String> concentrations() {
        return concentrationNames;
    }

    /**
     * A new worker, which owns its buffers.
     *
     * @return the worker
     */
    public Worker worker() {
        return new Worker();
    }

    /** Evaluates the function, O(processes^2 states). Not thread-safe: one worker, one thread. */
    public final class Worker {

        private final Tape.Evaluator evaluator = tape.evaluator(1);
        private final ControlSystem system = new ControlSystem(network);
        private final double[] rates = new double[processes.size()];
        private final double[] largest = new double[processes.size()];
        private List<Entry> sensitivities = List.of();

        private Worker() {}

        /**
         * The coefficients of one set.
         *
         * @param values the value of each varying parameter, shape [varying]
         * @return the coefficients, or why there are none
         * @throws IllegalArgumentException if there are more or fewer values
         */
        public ControlOutcome evaluate(double... values) {
            if (values.length != inputs) {
                throw new IllegalArgumentException(inputs + " parameters vary, not " + values.length + ".");
            }
            if (!run(values)) {
                return ControlOutcome.failed(Status.UNDEFINED_RATE);
            }
            if (imbalance() > ReferenceState.STEADY_RESIDUAL) {
                return ControlOutcome.failed(Status.UNSTEADY);
            }
            if (IntStream.of(fluxes).anyMatch(this::vanishes)) {
                return ControlOutcome.failed(Status.VANISHING);
            }
            return system.solve(sensitivities)
                    ? new ControlOutcome(Status.FOUND, Optional.of(control()))
                    : ControlOutcome.failed(Status.SINGULAR);
        }

        /** Evaluates the rates and \( \partial v / \partial \ln x \); false where one is not finite. */
        private boolean run(double[] values) {
            for (int input = 0; input < values.length; input++) {
                evaluator.input(input)[0] = values[input];
            }
            evaluator.run();
            boolean finite = true;
            for (int process = 0; process < rates.length; process++) {
                rates[process] = evaluator.output(process)[0];
                largest[process] = 0;
                finite &= Double.isFinite(rates[process]);
            }
            sensitivities = new ArrayList<>();
            for (int index = 0; index < derivatives.size(); index++) {
                int process = derivatives.get(index)[0];
                int state = derivatives.get(index)[1];
                double value = evaluator.output(rates.length + index)[0] * scale[state];
                largest[process] = Math.max(largest[process], Math.abs(value));
                finite &= Double.isFinite(value);
                sensitivities.add(new Entry(process, state, value));
            }
            return finite;
        }

        private double imbalance() {
            return largest(equations.stoichiometry().imbalance(rates));
        }

        private boolean vanishes(int process) {
            return Math.abs(rates[process]) <= BALANCED * largest[process];
        }

        private Control control() {
            double[] balanced = system.balanced(rates);
            int count = rates.length;
            double[] flux = new double[fluxes.length * count];
            double[] concentration = new double[concentrations.length * count];
            for (int process = 0; process < count; process++) {
                for (int row = 0; row < fluxes.length; row++) {
                    flux[row * count + process] =
                            system.rateResponse(fluxes[row], process) * balanced[process] / balanced[fluxes[row]];
                }
                for (int row = 0; row < concentrations.length; row++) {
                    concentration[row * count + process] =
                            system.concentrationResponse(concentrations[row], process) * balanced[process];
                }
            }
            return new Control(
                    ControlMatrix.of(fluxNames, processes, flux),
                    ControlMatrix.of(concentrationNames, processes, concentration),
                    new TheoremResiduals(
                            offSum(flux, 1), offSum(concentration, 0), fluxConnectivity(balanced), connectivity()));
        }

        private double offSum(double[] coefficients, double expected) {
            double worst = 0;
            for (int start = 0; start < coefficients.length; start += rates.length) {
                double sum =
                        Arrays.stream(coefficients, start, start + rates.length).sum();
                worst = Math.max(worst, Math.abs(sum - expected));
            }
            return worst;
        }

        /** By the unscaled responses, in which processes without a flux take part. */
        private double fluxConnectivity(double... balanced) {
            double worst = 0;
            for (int row : fluxes) {
                double[] sums = new double[network.order()];
                for (int process = 0; process < rates.length; process++) {
                    addChained(sums, process, system.rateResponse(row, process));
                }
                worst = Math.max(worst, largest(sums) / Math.abs(balanced[row]));
            }
            return worst;
        }

        private double connectivity() {
            double worst = 0;
            for (int row : concentrations) {
                double[] sums = network.link(row);
                for (int process = 0; process < rates.length; process++) {
                    addChained(sums, process, system.concentrationResponse(row, process));
                }
                worst = Math.max(worst, largest(sums));
            }
            return worst;
        }

        /** Adds a multiple of the process' row of W T. */
        private void addChained(double[] sums, int process, double factor) {
            double[] chained = system.chained(process);
            for (int column = 0; column < sums.length; column++) {
                sums[column] += factor * chained[column];
            }
        }

        private static double largest(double... values) {
            return Arrays.stream(values).map(Math::abs).max().orElse(0);
        }
    }
}
