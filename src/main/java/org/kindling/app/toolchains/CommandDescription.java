package org.kindling.app.toolchains;

import java.util.List;

/**
 * A command as the command line declares it.
 *
 * @param words what is typed after {@code kindling}, such as {@code train} and {@code spectral}
 * @param description what it does
 * @param arguments its options and positional parameters; the latter in their order
 */
public record CommandDescription(List<String> words, String description, List<Argument> arguments) {

    /**
     * Creates a description.
     *
     * <p>The lists are copied.
     */
    public CommandDescription {
        words = List.copyOf(words);
        arguments = List.copyOf(arguments);
    }
}
