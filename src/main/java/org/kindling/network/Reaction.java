package org.kindling.network;

import java.util.List;
import org.kindling.expression.Expression;
import org.kindling.expression.Symbol;

/**
 * A reaction of a model.
 *
 * @param id the SBML id
 * @param name the name, or the id where the file gives none
 * @param reversible whether the file calls it reversible
 * @param reactants what it consumes
 * @param products what it makes
 * @param modifiers the ids of the species that only modify it
 * @param law its rate in extent per time, with function definitions expanded and local parameters under their address
 *     {@code reaction.parameter}
 */
public record Reaction(
        String id,
        String name,
        boolean reversible,
        List<Participant> reactants,
        List<Participant> products,
        List<String> modifiers,
        Expression law) {

    /**
     * Creates a reaction.
     *
     * <p>The lists are copied.
     */
    public Reaction {
        reactants = List.copyOf(reactants);
        products = List.copyOf(products);
        modifiers = List.copyOf(modifiers);
    }

    /**
     * The symbol of its rate, which other formulas may use.
     *
     * @return the symbol
     */
    public Symbol symbol() {
        return new Symbol(id);
    }

    /**
     * A species that a reaction consumes or makes.
     *
     * @param species the id of the species
     * @param stoichiometry how much of it, as written in the file: positive for reactants too
     */
    public record Participant(String species, Expression stoichiometry) {}
}
