package org.kindling.network;

/** Input that cannot be used: says which element, what is wrong, and what to do, in one line. */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses an input.
     *
     * @param element what is wrong: a file, a row, an element of a model
     * @param problem what is wrong with it
     * @param remedy what to do
     */
    public InputException(String element, String problem, String remedy) {
        this(element + ": " + problem + "; " + remedy);
    }

    /**
     * Refuses an input in other words.
     *
     * @param message the whole message, one line
     */
    protected InputException(String message) {
        super(message);
    }
}
