package org.kindling.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.StateVariable;
import org.kindling.numerics.RadauIntegrator;
import org.kindling.numerics.StiffFailure;
import org.kindling.simulation.ReducedNewton.Steps;

/**
 * Looks for the steady state that a model goes to. Newton's method comes first, and is believed where it contracts from the
 * start on, so that the steady state is the one nearby. Otherwise the time course is followed, with Newton's method tried
 * again and again on the way. Where the time course does not settle, damped Newton's method has the last word; what it finds
 * may be unstable. Immutable and thread-safe.
 */
public final class SteadyStateSearch {

    /** The time course is followed in stretches, each this much longer than the one before. */
    private static final double STRETCH = 10;

    /** The last stretch is this much longer than the fastest change at the start takes. */
    private static final double LONGEST = 1e18;

    /** How many steps of the integrator a search may cost. */
    private static final int MOST_STEPS = 20_000;

    /** Tight enough to stay in the basin of the state that the time course goes to. */
    private static final double TOLERANCE = 1e-6;

    /** How a search ended. */
    public enum Status {
        /** A steady state was found. */
        FOUND("a steady state was found"),
        /** The model's rates depend on the time itself. */
        TIME_DEPENDENT("the rates depend explicitly on the time, so that there is no steady state"),
        /** A rate became undefined. */
        UNDEFINED_RATE("a rate is not a finite number there; look at the initial values and laws"),
        /** The time course ends, and Newton's method finds nothing from where it does. */
        STUCK("the time course cannot be followed further; a quantity may grow without bound"),
        /** The state keeps moving. */
        NOT_SETTLED("the state keeps moving; it may oscillate or grow without bound");

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

    /** How a steady state was reached. */
    public enum Route {
        /** Newton's method contracted from the start on. */
        NEWTON("Newton's method from the start"),
        /** The time course was followed until Newton's method contracted. */
        TIME_COURSE("the time course, then Newton's method"),
        /** Damped Newton's method, after the time course did not settle. */
        DAMPED_NEWTON("damped Newton's method; the time course does not go there"),
        /** Nowhere. */
        NONE("nowhere");

        private final String words;

        Route(String words) {
            this.words = words;
        }

        /**
         * The route in words.
         *
         * @return how the state was reached
         */
        public String words() {
            return words;
        }
    }

    /**
     * What a search found.
     *
     * @param status how it ended
     * @param route how the steady state was reached
     * @param values the value of each state variable by the symbol of its element, in the order of the equations; empty if no
     *     steady state was found
     * @param time how long the time course was followed, unit of the model
     */
    public record Result(Status status, Route route, Map<Symbol, Double> values, double time) {}

    private final CompiledModel model;

    private SteadyStateSearch(CompiledModel model) {
        this.model = model;
    }

    /**
     * The search in a model.
     *
     * @param model the model
     * @return the search, compiled
     */
    public static SteadyStateSearch of(KineticModel model) {
        List<Symbol> elements = RateEquations.of(model).states().stream()
                .map(StateVariable::id)
                .map(Symbol::new)
                .toList();
        return new SteadyStateSearch(new CompiledModel(model, elements));
    }

    /**
     * Searches from the initial state.
     *
     * @param overrides values that replace those of the model: parameters and initial values
     * @return the outcome
     * @throws InterruptedException if the thread is interrupted
     */
    public Result from(Map<Symbol, Double> overrides) throws InterruptedException {
        if (model.equations().timeDependent()) {
            return new Result(Status.TIME_DEPENDENT, Route.NONE, Map.of(), 0);
        }
        return new Run(model.instance(overrides)).search();
    }

    /** One search. */
    private static final class Run {

        private final CompiledModel.Instance instance;
        private final RateSystem system;
        private final ReducedNewton newton;
        private final double[] scale;

        Run(CompiledModel.Instance instance) {
            this.instance = instance;
            this.system = instance.system();
            this.scale = scales(system.start());
            this.newton = new ReducedNewton(system, instance.equations(), scale);
        }

        /** A millionth of each value at the start; for what is absent, of the smallest that is present. */
        private static double[] scales(double[] start) {
            double smallest = 1;
            for (double value : start) {
                smallest = value > 0 ? Math.min(smallest, value) : smallest;
            }
            double[] scales = new double[start.length];
            for (int k = 0; k < start.length; k++) {
                scales[k] = 1e-6 * (start[k] == 0 ? smallest : Math.abs(start[k]));
            }
            return scales;
        }

        Result search() throws InterruptedException {
            double[] start = system.start();
            system.settle(0, start, 0);
            double fastest = fastest(start);
            if (!Double.isFinite(fastest)) {
                return new Result(Status.UNDEFINED_RATE, Route.NONE, Map.of(), 0);
            }
            double[] near = start.clone();
            if (fastest == 0 || newton.run(near, Steps.CONTRACTING)) {
                return found(Route.NEWTON, near, 0);
            }
            return followed(start, 1 / fastest);
        }

        /** The largest share of a variable that changes per time at the start. */
        private double fastest(double[] state) {
            double[] velocities = new double[state.length];
            system.derivatives(0, state, velocities);
            double fastest = 0;
            for (int k = 0; k < state.length; k++) {
                double speed = Math.abs(velocities[k]) / Math.max(Math.abs(state[k]), scale[k]);
                fastest = speed > fastest || Double.isNaN(speed) ? speed : fastest;
            }
            return fastest;
        }

        private Result followed(double[] start, double shortest) throws InterruptedException {
            double[] state = start;
            double passed = 0;
            Status status = Status.NOT_SETTLED;
            int steps = MOST_STEPS;
            for (double stretch = shortest; stretch <= LONGEST * shortest && steps > 0; stretch *= STRETCH) {
                RadauIntegrator integrator = integrator(steps);
                Optional<double[]> reached = Optional.empty();
                try {
                    reached = new Integration(system, instance.switchTimes(), integrator, stretch).run(state);
                } catch (StiffFailure failure) {
                    status = status(failure);
                }
                steps -= integrator.statistics().steps();
                if (reached.isEmpty()) {
                    break;
                }
                state = reached.get();
                passed += stretch;
                double[] near = state.clone();
                if (newton.run(near, Steps.CONTRACTING)) {
                    return found(Route.TIME_COURSE, near, passed);
                }
            }
            return newton.run(state, Steps.DAMPED)
                    ? found(Route.DAMPED_NEWTON, state, passed)
                    : new Result(status, Route.NONE, Map.of(), passed);
        }

        private static Status status(StiffFailure failure) throws InterruptedException {
            return switch (failure.reason()) {
                case INTERRUPTED -> {
                    Thread.interrupted();
                    throw new InterruptedException("during the search for a steady state");
                }
                case TOO_MANY_STEPS -> Status.NOT_SETTLED;
                case UNDEFINED_RATE -> Status.UNDEFINED_RATE;
                default -> Status.STUCK;
            };
        }

        private RadauIntegrator integrator(int steps) {
            double[] relative = new double[scale.length];
            Arrays.fill(relative, TOLERANCE);
            double[] absolute =
                    Arrays.stream(scale).map(value -> value * TOLERANCE).toArray();
            RadauIntegrator integrator = RadauIntegrator.of(system, absolute, relative);
            integrator.setMaxSteps(steps);
            return integrator;
        }

        private Result found(Route route, double[] state, double time) {
            double[] elements = instance.observer().at(0, state);
            Map<Symbol, Double> values = new LinkedHashMap<>();
            for (int k = 0; k < elements.length; k++) {
                values.put(instance.observer().quantities().get(k), elements[k]);
            }
            return new Result(Status.FOUND, route, values, time);
        }
    }
}
