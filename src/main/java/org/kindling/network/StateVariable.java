package org.kindling.network;

import org.kindling.expression.Symbol;

/**
 * A quantity that changes with time by itself: a species that reactions change, or whatever a rate rule changes.
 *
 * @param id the SBML id of the species or other element
 * @param symbol the symbol of the state variable in the rates: the element's own, or, for a species in a compartment whose
 *     size varies, that of its amount
 * @param volume what the net rate of reactions is divided by: the size of the compartment for a concentration, else 1
 */
public record StateVariable(String id, Symbol symbol, double volume) {}
