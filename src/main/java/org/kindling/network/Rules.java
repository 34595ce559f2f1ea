package org.kindling.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kindling.expression.Expression;
import org.kindling.expression.Symbol;

/**
 * What a model says of its quantities besides reactions.
 *
 * @param assignments quantities that equal an expression at all times (assignment rules)
 * @param rates quantities whose rate of change is an expression (rate rules)
 * @param initial for every quantity that has a value at the start, that value: a number from the file, or the expression of
 *     an initial assignment; for a species given by amount, the amount divided by its compartment. What an assignment rule
 *     determines is not repeated here
 */
public record Rules(
        Map<Symbol, Expression> assignments, Map<Symbol, Expression> rates, Map<Symbol, Expression> initial) {

    /**
     * Creates the rules.
     *
     * <p>The maps are copied and keep their order.
     */
    public Rules {
        assignments = ordered(assignments);
        rates = ordered(rates);
        initial = ordered(initial);
    }

    private static Map<Symbol, Expression> ordered(Map<Symbol, Expression> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
