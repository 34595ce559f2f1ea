package org.kindling.parameters;

import java.util.Locale;

/** What a parameter does in its rate law, which decides how it gets its value. */
public enum ParameterRole {
    /** The whole law is proportional to it, and no other law uses it: solved so that the law gives the reference flux. */
    SCALE,
    /** A Michaelis-type constant of one species: sampled through the saturation of that species. */
    SATURATION,
    /** An equilibrium constant: follows from the reference state. */
    EQUILIBRIUM,
    /** Any other positive parameter that the user opened: sampled log-uniformly around its value. */
    FREE,
    /** Everything else: kept. */
    FIXED;

    /**
     * The name as users write it.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
