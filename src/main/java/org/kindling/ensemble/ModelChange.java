package org.kindling.ensemble;

import org.kindling.expression.Symbol;

/**
 * A value that an experiment gives a quantity of its model at the start.
 *
 * @param quantity the quantity: a parameter, compartment or species
 * @param meaning what the value is
 * @param value the value, unit of the model
 */
public record ModelChange(Symbol quantity, Meaning meaning, double value) {

    /** What a value is the value of. */
    public enum Meaning {
        /** Of the quantity itself. */
        VALUE,
        /** Of a species' amount, whatever its symbol means. */
        AMOUNT,
        /** Of a species' concentration, whatever its symbol means. */
        CONCENTRATION
    }
}
