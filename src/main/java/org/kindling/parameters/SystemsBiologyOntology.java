package org.kindling.parameters;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of the Systems Biology Ontology that speak of a parameter's role.
 *
 * <p>Source: M. Courtot et al., Controlled vocabularies and semantics in systems biology, Mol. Syst. Biol. 7, 543 (2011),
 * doi:10.1038/msb.2011.77.
 */
final class SystemsBiologyOntology {

    /** Maximal velocities and catalytic rate constants, the first choice among several factors of a law. */
    private static final Set<String> VELOCITIES = Set.of(
            "SBO:0000186", "SBO:0000324", "SBO:0000325", "SBO:0000025", "SBO:0000320", "SBO:0000321", "SBO:0000350");

    /** Michaelis constants, inhibition, activation, dissociation and half-saturation constants. */
    private static final Set<String> SATURATIONS = Set.of(
            "SBO:0000027",
            "SBO:0000322",
            "SBO:0000323",
            "SBO:0000371",
            "SBO:0000372",
            "SBO:0000373",
            "SBO:0000261",
            "SBO:0000363",
            "SBO:0000282",
            "SBO:0000194",
            "SBO:0000181");

    private static final Map<String, String> OTHERS = Map.of("SBO:0000190", "a Hill coefficient");

    private SystemsBiologyOntology() {}

    static boolean isVelocity(Optional<String> term) {
        return term.filter(VELOCITIES::contains).isPresent();
    }

    static boolean isSaturation(Optional<String> term) {
        return term.filter(SATURATIONS::contains).isPresent();
    }

    static boolean isEquilibrium(Optional<String> term) {
        return term.filter("SBO:0000281"::equals).isPresent();
    }

    /** What the term says the parameter is, if that is none of the roles that can vary. */
    static Optional<String> otherMeaning(Optional<String> term) {
        return term.map(OTHERS::get);
    }
}
