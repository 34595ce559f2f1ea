package org.kindling.app.toolchains;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An option or positional parameter as the command line declares it.
 *
 * @param name the long name of the option without dashes, or the label of the parameter in lower case
 * @param place whether it is named or known by its place
 * @param kind what its values are
 * @param repetition whether and how several values are given
 * @param required whether it cannot be left out
 * @param description what it is for
 * @param initial the values it has when left out; empty if that is no plain value
 * @param choices the values that it may have, in lower case; empty if there is no such list
 */
public record Argument(
        String name,
        Place place,
        Kind kind,
        Repetition repetition,
        boolean required,
        String description,
        List<Object> initial,
        List<String> choices) {

    /** Such as {@code (default: 10)}, with nothing else in the parentheses. */
    private static final Pattern DEFAULT = Pattern.compile(" \\(default: (\\[[^\\]]*\\]|[^(), ]+)\\)");

    /** How an argument is told from the others. */
    public enum Place {
        /** By its name before the value. */
        OPTION,
        /** By its place among the other words. */
        POSITION
    }

    /** What a value is. */
    public enum Kind {
        /** Given or not. */
        FLAG,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
        LONG,
        /** A real number. */
        NUMBER,
        /** One of the choices. */
        CHOICE,
        /** Something of a form of its own, such as a duration. */
        TEXT,
        /** The name of a file or folder. */
        PATH
    }

    /** How several values are given. */
    public enum Repetition {
        /** Not at all: there is one value. */
        NONE,
        /** As one word, with commas between them. */
        COMMAS,
        /** Each after the name. */
        NAMES
    }

    /**
     * Creates an argument.
     *
     * <p>The lists are copied.
     */
    public Argument {
        initial = List.copyOf(initial);
        choices = List.copyOf(choices);
    }

    /** The name with underscores, as both toolchains want it. */
    String identifier() {
        return name.toLowerCase(Locale.ROOT).replace("|", "_or_").replaceAll("[^a-z0-9]+", "_");
    }

    /** The description without the default, where that is told apart. */
    String explanation() {
        return initial.isEmpty() ? description : DEFAULT.matcher(description).replaceAll("");
    }

    /** How the option is typed. */
    String flag() {
        return "--" + name;
    }
}
