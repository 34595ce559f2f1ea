package org.kindling.copasi;

/** The ways in which COPASI can be had, in the order in which they are preferred. */
public enum EngineKind {
    /** COPASI's Java bindings, in a child Java machine. */
    BINDINGS("COPASI's Java bindings"),
    /** The program CopasiSE, which comes with every installation of COPASI. */
    COPASISE("CopasiSE"),
    /** The Python package python-copasi. */
    PYTHON("python-copasi");

    private final String words;

    EngineKind(String words) {
        this.words = words;
    }

    /**
     * The engine's name.
     *
     * @return what its users call it
     */
    public String words() {
        return words;
    }
}
