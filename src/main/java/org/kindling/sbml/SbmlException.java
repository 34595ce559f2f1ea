package org.kindling.sbml;

import java.util.Optional;
import java.util.OptionalInt;
import org.kindling.network.InputException;

/**
 * A model file that is refused: which file, where in it, what is wrong, and what to do.
 *
 * <p>The message is always one line, whatever the file contains, so that it can stand in a log or a terminal.
 */
public final class SbmlException extends InputException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String element;
    private final int line;
    private final String problem;
    private final String remedy;

    private SbmlException(String file, String element, int line, String problem, String remedy) {
        super(place(file, element, line), problem, remedy);
        this.file = file;
        this.element = element;
        this.line = line;
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * Returns the refusal of a whole file.
     *
     * @param file name of the file
     * @param problem what is wrong, without a full stop
     * @param remedy what to do about it, a sentence without a full stop
     */
    public static SbmlException of(String file, String problem, String remedy) {
        return new SbmlException(PlainText.line(file), "", 0, PlainText.line(problem), PlainText.line(remedy));
    }

    /**
     * Returns the refusal of one place in a file.
     *
     * @param file name of the file
     * @param element path of the element, such as {@code reaction R1 / kineticLaw}
     * @param line line of the element counted from 1, or 0 where it is not known
     * @param problem what is wrong, without a full stop
     * @param remedy what to do about it, a sentence without a full stop
     */
    public static SbmlException at(String file, String element, int line, String problem, String remedy) {
        return new SbmlException(
                PlainText.line(file), PlainText.line(element), line, PlainText.line(problem), PlainText.line(remedy));
    }

    /** Returns the name of the refused file. */
    public String file() {
        return file;
    }

    /** Returns the path of the element at fault, such as {@code reaction R1 / kineticLaw}; empty for a whole file. */
    public Optional<String> element() {
        return element.isEmpty() ? Optional.empty() : Optional.of(element);
    }

    /** Returns the line of the element at fault, counted from 1; empty where it is not known. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** Returns what is wrong. */
    public String problem() {
        return problem;
    }

    /** Returns what to do about it. */
    public String remedy() {
        return remedy;
    }

    private static String place(String file, String element, int line) {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (!element.isEmpty()) {
            text.append(", ").append(element);
        }
        return text.toString();
    }
}
