package org.kindling.network;

import org.kindling.expression.Symbol;

/**
 * A compartment of a model.
 *
 * @param id the SBML id
 * @param name the name, or the id where the file gives none
 * @param dimensions its spatial dimensions, 0 to 3 (Level 3 allows others, given as NaN when absent)
 * @param constant whether its size is constant
 */
public record Compartment(String id, String name, double dimensions, boolean constant) {

    /**
     * The symbol of its size.
     *
     * @return the symbol by which rate laws name it
     */
    public Symbol symbol() {
        return new Symbol(id);
    }
}
