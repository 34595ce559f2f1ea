package org.kindling.copasi;

/** Which side is likelier wrong where two time courses differ. */
public enum Suspect {
    /** They do not differ. */
    NOBODY("nobody"),
    /** Kindling's course moves more when its tolerance is tightened. */
    KINDLING("Kindling"),
    /** COPASI's course moves more when its tolerance is tightened. */
    COPASI("COPASI"),
    /** Neither course moves: each side solves its own equations well, so the equations differ. */
    EQUATIONS("the equations");

    private final String words;

    Suspect(String words) {
        this.words = words;
    }

    /**
     * The suspect's name.
     *
     * @return who or what
     */
    public String words() {
        return words;
    }
}
