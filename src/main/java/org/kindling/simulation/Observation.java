package org.kindling.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.expression.CompiledFunction;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;

/** Works out recorded quantities from the state variables and the time. Immutable. */
final class Observation {

    private final List<Symbol> quantities;
    private final List<Symbol> constants;
    private final int states;
    private final CompiledFunction function;

    Observation(KineticModel model, RateEquations equations, List<Symbol> quantities) {
        this.quantities = List.copyOf(quantities);
        Map<Symbol, Integer> index = new HashMap<>();
        equations.states().forEach(state -> index.put(state.symbol(), index.size()));
        this.states = index.size();
        List<Symbol> inputs = new ArrayList<>();
        equations.states().forEach(state -> inputs.add(state.symbol()));
        inputs.add(Symbol.TIME);
        List<Expression> expressions = quantities.stream()
                .map(symbol -> equations.resolved(model, symbol))
                .toList();
        Set<Symbol> others = new LinkedHashSet<>();
        expressions.forEach(expression -> others.addAll(Expressions.symbols(expression)));
        inputs.forEach(others::remove);
        this.constants = List.copyOf(others);
        inputs.addAll(constants);
        this.function = CompiledFunction.compile(inputs, expressions);
    }

    List<Symbol> quantities() {
        return quantities;
    }

    /** An observer of one simulation, which has the values of everything that stays constant. */
    Observer observer(Map<Symbol, Double> values) {
        return new Observer(values);
    }

    /** Not thread-safe. */
    final class Observer {

        private final CompiledFunction.Evaluator evaluator = function.evaluator();
        private final double[] input = new double[function.inputs()];

        private Observer(Map<Symbol, Double> values) {
            for (int k = 0; k < constants.size(); k++) {
                // What has no value, such as a parameter that nothing sets, is recorded as undefined.
                input[states + 1 + k] = values.getOrDefault(constants.get(k), Double.NaN);
            }
        }

        List<Symbol> quantities() {
            return quantities;
        }

        /** The values of the quantities, shape [quantities], a new array. */
        double[] at(double time, double[] state) {
            System.arraycopy(state, 0, input, 0, states);
            input[states] = time;
            double[] row = new double[quantities.size()];
            evaluator.evaluate(input, row);
            return row;
        }
    }
}
