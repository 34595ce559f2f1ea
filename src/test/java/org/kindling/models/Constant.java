package org.kindling.models;

import java.util.Locale;

/**
 * A row of the table of kinetic constants.
 *
 * @param id the id of the parameter
 * @param reaction the id of the reaction whose law it belongs to
 * @param species the id of the species that a Michaelis constant belongs to, else empty
 * @param kind its kind
 * @param value its value, as the table prints it
 * @param unit the id of its unit
 */
record Constant(String id, String reaction, String species, Kind kind, String value, String unit) {

    static Constant of(Table.Row row) {
        return new Constant(
                row.cell("parameter"),
                row.cell("reaction"),
                row.cell("species"),
                Kind.valueOf(row.cell("kind").toUpperCase(Locale.ROOT)),
                row.cell("value"),
                row.cell("unit"));
    }

    /** Returns a readable name. */
    String name() {
        return kind.text + " of " + reaction + (species.isEmpty() ? "" : " for " + species);
    }

    /** Kind of a constant, by its name in the table. */
    enum Kind {
        VMAX("maximal velocity", "SBO:0000186"),
        KM("Michaelis constant", "SBO:0000027"),
        KEQ("equilibrium constant", "SBO:0000281");

        private final String text;
        private final String sboTerm;

        Kind(String text, String sboTerm) {
            this.text = text;
            this.sboTerm = sboTerm;
        }

        String sboTerm() {
            return sboTerm;
        }
    }
}
