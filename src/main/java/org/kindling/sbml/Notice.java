package org.kindling.sbml;

/**
 * Something in a model file that its reader wants known although the file is accepted.
 *
 * @param element path of the element, such as {@code reaction R1 / kineticLaw}
 * @param reason what is done with it and why
 */
public record Notice(String element, String reason) {

    /** Returns the notice on one line. */
    @Override
    public String toString() {
        return element + ": " + reason;
    }
}
