package org.kindling.models;

import java.util.Arrays;

/** Form of a rate law, by its name in the table of reactions. */
enum Mechanism {
    /** Saturation in each substrate; products have no effect. */
    IRREVERSIBLE("irreversible Michaelis-Menten", false, "SBO:0000150"),
    /** The same, times the concentration of the driving protons to the power of their number. */
    PROTON_DRIVEN("proton-driven irreversible Michaelis-Menten", false, "SBO:0000150"),
    /** One substrate and one product. */
    UNI_UNI("reversible Michaelis-Menten", true, "SBO:0000326"),
    /** As many substrates as products, which compete in pairs in the order of the equation. */
    PAIRED("generalised reversible Hill", true, "SBO:0000431"),
    /** One substrate and two products. */
    UNI_BI("uni-bi reversible Hill", true, "SBO:0000431"),
    /** Two substrates and one product. */
    BI_UNI("bi-uni reversible Hill", true, "SBO:0000431"),
    /** Any number of substrates and products with whole coefficients. */
    CONVENIENCE("convenience kinetics", true, "SBO:0000528");

    private final String label;
    private final boolean reversible;
    private final String sboTerm;

    Mechanism(String label, boolean reversible, String sboTerm) {
        this.label = label;
        this.reversible = reversible;
        this.sboTerm = sboTerm;
    }

    static Mechanism of(String label) {
        return Arrays.stream(values())
                .filter(mechanism -> mechanism.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mechanism is called " + label));
    }

    boolean reversible() {
        return reversible;
    }

    String sboTerm() {
        return sboTerm;
    }
}
