package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kindling.app.toolchains.Argument;
import org.kindling.app.toolchains.Argument.Kind;
import org.kindling.app.toolchains.Argument.Place;
import org.kindling.app.toolchains.Argument.Repetition;
import org.kindling.app.toolchains.CommandDescription;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says in words of Kindling what picocli knows about commands. */
final class CommandDescriptions {

    private CommandDescriptions() {}

    /** All commands below a command that have none of their own. */
    static List<CommandDescription> below(CommandSpec command) {
        return leaves(command).map(CommandDescriptions::description).toList();
    }

    private static Stream<CommandSpec> leaves(CommandSpec command) {
        return command.subcommands().isEmpty()
                ? Stream.of(command)
                : command.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(CommandDescriptions::leaves);
    }

    private static CommandDescription description(CommandSpec command) {
        List<Argument> arguments = new ArrayList<>();
        command.positionalParameters()
                .forEach(argument -> arguments.add(
                        argument(argument.paramLabel().toLowerCase(Locale.ROOT), Place.POSITION, argument)));
        command.options().forEach(option -> arguments.add(argument(name(option), Place.OPTION, option)));
        return new CommandDescription(
                List.of(command.qualifiedName().split(" ", -1)).subList(1, words(command)),
                String.join(" ", command.usageMessage().description()),
                arguments);
    }

    private static int words(CommandSpec command) {
        return command.qualifiedName().split(" ", -1).length;
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    private static Argument argument(String name, Place place, ArgSpec argument) {
        Class<?> type = element(argument);
        return new Argument(
                name,
                place,
                kind(type),
                repetition(argument),
                argument.required(),
                String.join(" ", argument.description()),
                initial(argument.initialValue(), kind(type)),
                choices(type));
    }

    /** The type of one value, without the list or Optional that holds it. */
    private static Class<?> element(ArgSpec argument) {
        return Map.class.isAssignableFrom(argument.type()) ? String.class : argument.auxiliaryTypes()[0];
    }

    private static Kind kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type == int.class || type == Integer.class) {
            return Kind.INTEGER;
        }
        if (type == long.class || type == Long.class) {
            return Kind.LONG;
        }
        if (type == double.class || type == Double.class) {
            return Kind.NUMBER;
        }
        if (type == Path.class) {
            return Kind.PATH;
        }
        return type.isEnum() ? Kind.CHOICE : Kind.TEXT;
    }

    private static Repetition repetition(ArgSpec argument) {
        if (!argument.isMultiValue()) {
            return Repetition.NONE;
        }
        return argument.splitRegex().isEmpty() ? Repetition.NAMES : Repetition.COMMAS;
    }

    /** Values of types of our own, and paths, have no plain form. */
    private static List<Object> initial(@Nullable Object value, Kind kind) {
        List<Object> values = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(one -> values.addAll(initial(one, kind)));
        } else if (value instanceof Number number) {
            values.add(number);
        } else if (value instanceof Enum<?> choice) {
            values.add(choice.name().toLowerCase(Locale.ROOT));
        }
        return values;
    }

    private static List<String> choices(Class<?> type) {
        List<String> choices = new ArrayList<>();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                choices.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
            }
        }
        return choices;
    }
}
