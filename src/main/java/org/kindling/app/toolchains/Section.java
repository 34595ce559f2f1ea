package org.kindling.app.toolchains;

import java.util.Set;

/** Where a form asks for an input. */
enum Section {
    /** At once. */
    MAIN("", Set.of()),
    /** Under what the reference state is and what varies. */
    STATE(
            "Reference state and what varies",
            Set.of("concentrations", "fluxes", "roles", "measured", "vary", "fix", "steady-state")),
    /** Under what makes a set valid. */
    DYNAMICS("Wanted dynamics", Set.of("lambda-max", "lambda-min", "tau", "tau-min", "tau-max")),
    /** Under the rest. */
    ADVANCED("Advanced options", Set.of());

    private final String title;
    private final Set<String> options;

    Section(String title, Set<String> options) {
        this.title = title;
        this.options = options;
    }

    String title() {
        return title;
    }

    /** The section of an option that is not among the first. */
    static Section of(String option) {
        if (STATE.options.contains(option)) {
            return STATE;
        }
        return DYNAMICS.options.contains(option) ? DYNAMICS : ADVANCED;
    }
}
