package org.kindling.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kindling.expression.CompiledFunction;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Invariants;
import org.kindling.expression.Symbol;
import org.kindling.network.RateEquations;

/**
 * The differential equations of a model compiled for integration, for any values of its parameters: rates, their derivatives
 * by the state variables, and what each contributes to which entry of the sparse Jacobian. Immutable.
 *
 * <p>The functions take one array: the state variables, the time, the switches of piecewise laws, and everything that stays
 * constant during a simulation.
 */
final class CompiledEquations {

    private final RateEquations equations;
    private final List<Switches.Switch> switches;
    private final List<Symbol> constants;
    private final List<Symbol> invariantSymbols;
    private final CompiledFunction invariants;
    private final Map<Symbol, Integer> position = new HashMap<>();
    private final CompiledFunction rates;
    private final CompiledFunction slopes;
    private final CompiledFunction switchArguments;
    private final Flows flows;
    private final SparseJacobian jacobian;

    CompiledEquations(RateEquations equations) {
        this.equations = equations;
        Set<Symbol> varying = new LinkedHashSet<>();
        equations.states().forEach(state -> varying.add(state.symbol()));
        Set<Symbol> states = Set.copyOf(varying);
        varying.add(Symbol.TIME);
        Switches jumps = new Switches(varying);
        List<Expression> outputs = new ArrayList<>();
        equations.processes().forEach(process -> outputs.add(jumps.takenOutOf(process.rate())));
        this.switches = jumps.list();
        switches.forEach(one -> varying.add(one.symbol()));
        varying.forEach(symbol -> position.put(symbol, position.size()));
        this.flows = new Flows(equations);
        SparseJacobian.Builder derivatives = new SparseJacobian.Builder();
        int laws = outputs.size();
        for (int process = 0; process < laws; process++) {
            for (Map.Entry<Symbol, Expression> slope :
                    Gradient.of(outputs.get(process), states).entrySet()) {
                derivatives.add(process, Objects.requireNonNull(position.get(slope.getKey())));
                outputs.add(slope.getValue());
            }
        }
        this.jacobian = derivatives.build(flows);
        switches.forEach(one -> outputs.add(one.argument()));

        Invariants parts = Invariants.of(outputs, varying);
        this.invariantSymbols = parts.symbols();
        this.constants = symbolsBeside(parts.definitions(), Set.of());
        this.invariants = CompiledFunction.compile(constants, parts.definitions());
        List<Symbol> inputs = new ArrayList<>(varying);
        inputs.addAll(symbolsBeside(parts.outputs(), varying));
        inputs.forEach(symbol -> position.putIfAbsent(symbol, position.size()));
        int slopesEnd = outputs.size() - switches.size();
        this.rates = CompiledFunction.compile(inputs, parts.outputs().subList(0, laws));
        this.slopes = CompiledFunction.compile(inputs, parts.outputs().subList(laws, slopesEnd));
        this.switchArguments = CompiledFunction.compile(inputs, parts.outputs().subList(slopesEnd, outputs.size()));
    }

    private static List<Symbol> symbolsBeside(List<Expression> expressions, Set<Symbol> known) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        expressions.forEach(expression -> symbols.addAll(Expressions.symbols(expression)));
        symbols.removeAll(known);
        return List.copyOf(symbols);
    }

    RateEquations equations() {
        return equations;
    }

    /** The number of state variables. */
    int dimension() {
        return equations.states().size();
    }

    /** The length of the input of the functions. */
    int inputs() {
        return position.size();
    }

    List<Switches.Switch> switches() {
        return switches;
    }

    /** The values of everything at the start as an input of the functions; switches are left 0. */
    double[] input(Map<Symbol, Double> values) {
        double[] given = constants.stream()
                .mapToDouble(symbol -> Objects.requireNonNull(values.get(symbol), symbol::name))
                .toArray();
        double[] computed = new double[invariantSymbols.size()];
        invariants.evaluator().evaluate(given, computed);
        double[] input = new double[position.size()];
        position.forEach((symbol, place) -> input[place] = values.getOrDefault(symbol, Double.NaN));
        switches.forEach(one -> input[Objects.requireNonNull(position.get(one.symbol()))] = 0);
        for (int k = 0; k < computed.length; k++) {
            input[Objects.requireNonNull(position.get(invariantSymbols.get(k)))] = computed[k];
        }
        return input;
    }

    CompiledFunction rates() {
        return rates;
    }

    CompiledFunction slopes() {
        return slopes;
    }

    CompiledFunction switchArguments() {
        return switchArguments;
    }

    /** What the processes add to the state variables. */
    Flows flows() {
        return flows;
    }

    /** What the derivatives of the rates add up to. */
    SparseJacobian jacobian() {
        return jacobian;
    }
}
