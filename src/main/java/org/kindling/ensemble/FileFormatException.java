package org.kindling.ensemble;

import org.kindling.network.InputException;

/** A file that cannot be read as what it should be: says which file, where in it, what is wrong and what to change. */
public final class FileFormatException extends InputException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception whose message is {@code file, place: problem; remedy}.
     *
     * @param file the file as the user named it
     * @param place where in the file: a row and column, a dataset, an element
     * @param problem what is wrong, with the value found
     * @param remedy what to change
     */
    public FileFormatException(String file, String place, String problem, String remedy) {
        super(file + ", " + place, problem, remedy);
    }
}
