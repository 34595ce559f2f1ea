package org.kindling.network;

import org.kindling.expression.Expression;

/**
 * One column of the stoichiometry: a reaction, the expression of a rate rule, or the part of a reaction whose stoichiometry
 * varies.
 *
 * @param id the id of the reaction, or of the element that a rate rule changes; {@code reaction.species} for a part
 * @param rate its rate in terms of state variables, constants and the time
 * @param reaction whether this is a whole reaction, so that its rate is that reaction's flux
 */
public record RateProcess(String id, Expression rate, boolean reaction) {}
