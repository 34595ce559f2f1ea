package org.kindling.app.toolchains;

/** Where a form asks for an input. */
enum Section {
    /** At once. */
    MAIN(""),
    /** Under what the reference state is and what varies. */
    STATE("Reference state and what varies"),
    /** Under what makes a set valid. */
    DYNAMICS("Wanted dynamics"),
    /** Under the rest. */
    ADVANCED("Advanced options");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The section of an option that is not among the first. */
    static Section of(String option) {
        return switch (option) {
            case "concentrations", "fluxes", "roles", "measured", "vary", "fix", "steady-state" -> STATE;
            case "lambda-max", "lambda-min", "tau", "tau-min", "tau-max" -> DYNAMICS;
            default -> ADVANCED;
        };
    }
}
