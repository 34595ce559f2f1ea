package org.kindling.network;

import java.util.Optional;
import org.kindling.expression.Symbol;

/**
 * A species of a model.
 *
 * @param id the SBML id
 * @param name the name, or the id where the file gives none
 * @param compartment the id of its compartment
 * @param boundary whether reactions leave it as it is
 * @param constant whether it is constant
 * @param amountOnly whether its symbol means an amount of substance (SBML's hasOnlySubstanceUnits, or a compartment
 *     without dimensions) and not a concentration
 * @param conversionFactor the parameter that turns reaction extents into amounts of this species, if there is one
 */
public record Species(
        String id,
        String name,
        String compartment,
        boolean boundary,
        boolean constant,
        boolean amountOnly,
        Optional<Symbol> conversionFactor) {

    /**
     * The symbol of its concentration, or amount where {@link #amountOnly}.
     *
     * @return the symbol by which rate laws name it
     */
    public Symbol symbol() {
        return new Symbol(id);
    }
}
