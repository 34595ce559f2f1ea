package org.kindling.copasi;

import java.util.Map;
import org.kindling.expression.Symbol;

/**
 * A parameter set of a model that is compared.
 *
 * @param id its name
 * @param values the values that it has in place of the model's
 */
public record Member(String id, Map<Symbol, Double> values) {

    /**
     * Creates a member.
     *
     * <p>The map is copied.
     */
    public Member {
        values = Map.copyOf(values);
    }
}
