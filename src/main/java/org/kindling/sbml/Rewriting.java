package org.kindling.sbml;

/** A way in which a written file says the same as the one that was read, for programs that go wrong on the latter. */
public enum Rewriting {
    /** Local parameters become global ones, {@code k} of {@code R1} one named {@code R1__k}. */
    PROMOTED_PARAMETERS,
    /** Reactions with large coefficients are scaled, see {@link StoichiometryScaling}. */
    SCALED_STOICHIOMETRY
}
