package org.kindling.expression;

import java.util.List;

/**
 * A named quantity in an expression: a species, compartment, parameter, reaction or the time.
 *
 * @param name the SBML id, for a local parameter {@code reaction.parameter}
 */
public record Symbol(String name) implements Expression {

    /** The model's time. Its name is no valid SBML id, so that no element of a model can be mistaken for it. */
    public static final Symbol TIME = new Symbol("#time");

    /**
     * Creates a symbol.
     *
     * @throws IllegalArgumentException if the name is empty
     */
    public Symbol {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A symbol needs a name.");
        }
    }

    @Override
    public List<Expression> arguments() {
        return List.of();
    }

    @Override
    public String toString() {
        return name;
    }
}
