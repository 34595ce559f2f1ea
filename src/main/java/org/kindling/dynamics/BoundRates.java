package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.network.RateEquations;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Calibration;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterSpace;

/**
 * The rates of a model and their derivatives by the state variables as expressions of the coordinates: whatever else they contain is
 * bound to its value in the reference state, and scale parameters to 1. Open rates keep what the state gives as symbols, so that
 * the same expressions serve all states of a network, at the price of more operations.
 */
final class BoundRates {

    /** A derivative of the rate of a process by a state variable that does not vanish. */
    record Derivative(int process, int state, Expression expression) {}

    /**
     * How the rate of a process is brought to its reference flux.
     *
     * @param rate its rate for a scale parameter of 1; empty if the factor is constant
     * @param flux the reference flux, or the constant factor
     * @param sign the sign of the scale parameter in the file, which every set must keep; 0 if the factor is constant
     */
    record Scale(Optional<Expression> rate, double flux, double sign) {

        static Scale constant(double factor) {
            return new Scale(Optional.empty(), factor, 0);
        }

        boolean allows(double factor) {
            return Double.isFinite(factor) && factor * sign >= 0;
        }
    }

    private final ParameterSpace space;
    private final ReferenceState state;
    private final boolean open;
    private final List<Symbol> inputs;
    private final Set<Symbol> varying;
    private final Set<Symbol> given;
    private final Map<Symbol, Integer> fluxes = new HashMap<>();
    private final List<Scale> scales = new ArrayList<>();
    private final List<Derivative> derivatives;

    private BoundRates(ParameterSpace space, ReferenceState state, boolean open) {
        this.space = space;
        this.state = state;
        this.open = open;
        this.inputs = symbols(space);
        this.varying = new HashSet<>(inputs);
        this.given = new LinkedHashSet<>();
        this.derivatives = new ArrayList<>();
        RateEquations equations = state.equations();
        Map<Symbol, Integer> stateIndex = new HashMap<>();
        for (int index = 0; index < equations.states().size(); index++) {
            stateIndex.put(equations.states().get(index).symbol(), index);
        }
        for (int process = 0; process < equations.processes().size(); process++) {
            add(process, equations.processes().get(process), stateIndex);
        }
    }

    /** The expressions of some rates at another state, at which the same of them vanish. */
    private BoundRates(BoundRates rates, ParameterSpace space, ReferenceState state) {
        this.space = space;
        this.state = state;
        this.open = true;
        this.inputs = rates.inputs;
        this.varying = rates.varying;
        this.given = rates.given;
        this.fluxes.putAll(rates.fluxes);
        this.derivatives = rates.derivatives;
        List<RateProcess> processes = state.equations().processes();
        for (int process = 0; process < processes.size(); process++) {
            int index = process;
            RateProcess rate = processes.get(process);
            scales.add(scaleParameter(rate)
                    .map(parameter -> scale(
                            index, rate, parameter, rates.scales.get(index).rate()))
                    .orElse(Scale.constant(1)));
        }
    }

    static BoundRates of(ParameterSpace space, ReferenceState state) {
        return new BoundRates(space, state, false);
    }

    /** Open rates. */
    static BoundRates open(ParameterSpace space, ReferenceState state) {
        return new BoundRates(space, state, true);
    }

    /** Open rates at another state; empty if other expressions hold there. */
    Optional<BoundRates> at(ParameterSpace otherSpace, ReferenceState other) {
        boolean same = open
                && otherSpace.roles().model() == space.roles().model()
                && symbols(otherSpace).equals(inputs)
                && state.equations().holdAt(other.values())
                && IntStream.range(0, state.rates().length)
                        .allMatch(process -> (state.rate(process) == 0) == (other.rate(process) == 0));
        return same ? Optional.of(new BoundRates(this, otherSpace, other)) : Optional.empty();
    }

    private static List<Symbol> symbols(ParameterSpace space) {
        return space.coordinates().stream()
                .map(Coordinate::parameter)
                .map(parameter -> parameter.parameter().symbol())
                .toList();
    }

    private void add(int process, RateProcess rate, Map<Symbol, Integer> stateIndex) {
        Optional<Symbol> unit = unit(rate);
        Gradient.of(rate.rate(), stateIndex.keySet()).forEach((symbol, derivative) -> {
            Expression bound = bind(derivative, unit);
            if (!bound.equals(Constant.ZERO)) {
                derivatives.add(new Derivative(process, Objects.requireNonNull(stateIndex.get(symbol)), bound));
            }
        });
        scales.add(scaleParameter(rate)
                .map(parameter -> scale(process, rate, parameter, Optional.empty()))
                .orElse(Scale.constant(1)));
    }

    private Scale scale(int process, RateProcess rate, KineticParameter scale, Optional<Expression> known) {
        double flux = state.rate(process);
        Symbol symbol = scale.parameter().symbol();
        double present = state.value(symbol);
        if (flux == 0) {
            boolean atEquilibrium = Calibration.atEquilibrium(space.roles(), state, rate.id());
            return Scale.constant(Calibration.scale(0, 0, present, atEquilibrium));
        }
        Expression bound = known.orElseGet(() -> bind(rate.rate(), Optional.of(symbol)));
        return new Scale(Optional.of(bound), flux, present < 0 ? -1 : 1);
    }

    /**
     * The sum of the derivatives of a process times a symbol for each, brought to the flux of the process. The symbols stand
     * in the order of {@link #derivatives}.
     */
    Expression weighted(int process, List<Symbol> weights) {
        RateEquations equations = state.equations();
        RateProcess rate = equations.processes().get(process);
        Map<Symbol, Symbol> direction = new HashMap<>();
        for (int index = 0; index < derivatives.size(); index++) {
            if (derivatives.get(index).process() == process) {
                direction.put(
                        equations.states().get(derivatives.get(index).state()).symbol(), weights.get(index));
            }
        }
        Scale scale = scales.get(process);
        Expression weighted = scale.rate().isPresent()
                ? Gradient.relativeAlong(rate.rate(), direction)
                : Gradient.along(rate.rate(), direction);
        Expression bound = bind(weighted, unit(rate), Set.copyOf(direction.values()));
        return Expressions.product(flux(process, rate), bound);
    }

    private Expression flux(int process, RateProcess rate) {
        if (!open || scaleParameter(rate).isEmpty()) {
            return new Constant(scales.get(process).flux());
        }
        Symbol flux = new Symbol("flux of process " + process);
        fluxes.put(flux, process);
        given.add(flux);
        return flux;
    }

    private Optional<KineticParameter> scaleParameter(RateProcess rate) {
        return rate.reaction() ? space.roles().scaleOf(rate.id()) : Optional.empty();
    }

    /** The symbol of the scale parameter, which is bound to 1. */
    private Optional<Symbol> unit(RateProcess rate) {
        return scaleParameter(rate).map(parameter -> parameter.parameter().symbol());
    }

    private Expression bind(Expression expression, Optional<Symbol> unit) {
        return bind(expression, unit, Set.of());
    }

    private Expression bind(Expression expression, Optional<Symbol> unit, Set<Symbol> kept) {
        return Expressions.replace(expression, symbol -> {
            if (unit.filter(symbol::equals).isPresent()) {
                return Constant.ONE;
            }
            if (varying.contains(symbol) || kept.contains(symbol)) {
                return symbol;
            }
            if (open) {
                given.add(symbol);
                return symbol;
            }
            return new Constant(state.value(symbol));
        });
    }

    /** The symbols that the expressions made so far contain besides the coordinates: none unless the rates are open. */
    List<Symbol> given() {
        return List.copyOf(given);
    }

    /** The values of these symbols at the state. */
    double[] values(List<Symbol> symbols) {
        return symbols.stream().mapToDouble(this::value).toArray();
    }

    private double value(Symbol symbol) {
        Integer process = fluxes.get(symbol);
        return process == null ? state.value(symbol) : scales.get(process).flux();
    }

    /** The symbols of the coordinates, in their order. */
    List<Symbol> inputs() {
        return inputs;
    }

    /** For each process, how its rate is brought to its flux. */
    List<Scale> scales() {
        return scales;
    }

    /** The derivatives, by process. */
    List<Derivative> derivatives() {
        return derivatives;
    }
}
