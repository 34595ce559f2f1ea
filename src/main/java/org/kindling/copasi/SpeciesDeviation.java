package org.kindling.copasi;

import org.kindling.expression.Symbol;

/**
 * How far two time courses of one quantity are apart.
 *
 * @param quantity the quantity
 * @param value the largest \( |a - b| / \max_t |b| \) over time, with COPASI's \( b \); 0 where both are 0 throughout
 * @param time when it is largest, unit of the model
 */
public record SpeciesDeviation(Symbol quantity, double value, double time) {}
