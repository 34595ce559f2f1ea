package org.kindling.network;

import java.util.Optional;
import org.kindling.expression.Symbol;

/**
 * A parameter of a model, global or local to a reaction.
 *
 * @param address its name everywhere in Kindling: the SBML id, for a local parameter {@code reaction.parameter}
 * @param name the name, or the SBML id where the file gives none
 * @param reaction the id of the reaction that a local parameter belongs to
 * @param unit the id of its unit, if the file gives one
 * @param sboTerm its term of the Systems Biology Ontology, such as {@code SBO:0000027}, if the file gives one
 * @param constant whether it is constant
 */
public record Parameter(
        String address,
        String name,
        Optional<String> reaction,
        Optional<String> unit,
        Optional<String> sboTerm,
        boolean constant) {

    /**
     * The symbol of its value.
     *
     * @return the symbol by which rate laws name it, see {@link Reaction#law}
     */
    public Symbol symbol() {
        return new Symbol(address);
    }
}
