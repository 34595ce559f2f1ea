package org.kindling.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.expression.Evaluation;
import org.kindling.expression.Symbol;

/** The values of all quantities at the start as a function of some of them, worked out once for many values of these. Immutable. */
public final class InitialValues {

    private record Definition(Symbol symbol, Evaluation evaluation) {}

    private final KineticModel model;
    private final Set<Symbol> given;
    private final List<Definition> definitions = new ArrayList<>();

    private InitialValues(KineticModel model, Set<Symbol> given) {
        this.model = model;
        this.given = Set.copyOf(given);
        model.initialExpressions(given)
                .forEach((symbol, expression) -> definitions.add(new Definition(symbol, Evaluation.of(expression))));
    }

    /**
     * The initial values of a model.
     *
     * @param model the model
     * @param given the quantities whose values are set from outside
     * @return the function of these
     */
    public static InitialValues of(KineticModel model, Set<Symbol> given) {
        return new InitialValues(model, given);
    }

    /** The model. */
    KineticModel model() {
        return model;
    }

    /**
     * The value of every quantity at the start, initial assignments and assignment rules evaluated at time 0.
     *
     * @param values the values of the given quantities
     * @return a value for each symbol that has one, in a new map
     * @throws IllegalArgumentException if the values are not those of the given quantities
     */
    public Map<Symbol, Double> at(Map<Symbol, Double> values) {
        if (!values.keySet().equals(given)) {
            throw new IllegalArgumentException("Values of " + values.keySet() + " are not those of " + given + ".");
        }
        Map<Symbol, Double> all = new LinkedHashMap<>(values);
        all.put(Symbol.TIME, 0.0);
        for (Definition definition : definitions) {
            all.putIfAbsent(definition.symbol(), definition.evaluation().at(all::get));
        }
        return all;
    }
}
