package org.kindling.app.toolchains;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kindling.app.toolchains.Argument.Kind;
import org.kindling.app.toolchains.Argument.Place;

/** A command as a tool: what the command line says about it, and what its entry adds. */
final class Tool {

    /** Options that a tool sets itself, or that are about the terminal. */
    private static final Set<String> NOT_ASKED =
            Set.of("help", "version", "json", "quiet", "verbose", "debug", "config", "output", "force", "resume");

    /** Options that take the processors that the toolchain grants. */
    private static final Set<String> PROCESSORS = Set.of("threads", "workers");

    /** Options that name programs. */
    private static final Set<String> PROGRAMS = Set.of("copasi", "copasi-se", "python");

    private final ToolEntry entry;
    private final CommandDescription command;
    private final List<Input> inputs = new ArrayList<>();

    private Tool(ToolEntry entry, CommandDescription command) {
        this.entry = entry;
        this.command = command;
    }

    /**
     * Joins the two.
     *
     * @throws IllegalStateException if the entry names an argument that the command has not, misses a path that it has, or
     *     gives two things one name
     */
    static Tool of(ToolEntry entry, CommandDescription command) {
        Tool tool = new Tool(entry, command);
        Set<String> left = new LinkedHashSet<>(entry.paths().keySet());
        left.addAll(entry.first());
        left.addAll(entry.fixed().keySet());
        left.addAll(entry.leftOut());
        for (Argument argument : command.arguments()) {
            left.remove(argument.name());
            if (tool.asksFor(argument)) {
                tool.inputs.add(tool.input(argument));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("the entry of the tool " + entry.name() + " names " + left
                    + ", which the command has not; correct it in " + Toolbox.class.getSimpleName());
        }
        tool.refuseEqualNames();
        return tool;
    }

    /** In both toolchains inputs and outputs share one space of names. */
    private void refuseEqualNames() {
        Set<String> names = new HashSet<>(Set.of("summary"));
        Stream.concat(
                        inputs.stream().map(Input::identifier),
                        entry.outputs().stream().map(Output::name))
                .filter(name -> !names.add(name))
                .forEach(name -> {
                    throw new IllegalStateException("the tool " + entry.name() + " has two things named " + name);
                });
    }

    private boolean asksFor(Argument argument) {
        String name = argument.name();
        return !NOT_ASKED.contains(name)
                && !PROCESSORS.contains(name)
                && !entry.fixed().containsKey(name)
                && !entry.leftOut().contains(name);
    }

    private Input input(Argument argument) {
        Optional<PathRole> role = Optional.ofNullable(entry.paths().get(argument.name()));
        if (argument.kind() == Kind.PATH && role.isEmpty()) {
            throw new IllegalStateException("the tool " + entry.name() + " does not know what the path "
                    + argument.name() + " names; say it in " + Toolbox.class.getSimpleName());
        }
        boolean first = argument.place() == Place.POSITION
                || argument.required()
                || entry.first().contains(argument.name());
        return new Input(argument, role, first ? Section.MAIN : Section.of(argument.name()));
    }

    /** The name, in which words are joined by hyphens. */
    String name() {
        return entry.name();
    }

    /** The name, in which words are joined by underscores. */
    String identifier() {
        return name().replace('-', '_');
    }

    /** What is typed after {@code kindling}. */
    List<String> words() {
        return entry.words();
    }

    String description() {
        return command.description();
    }

    /** The arguments, positional ones first and in their order. */
    List<Input> inputs() {
        List<Input> ordered = new ArrayList<>(inputs);
        ordered.sort((one, other) -> Boolean.compare(other.positional(), one.positional()));
        return ordered;
    }

    /** The arguments that may be set by someone elsewhere, who must not name programs to start. */
    List<Input> remoteInputs() {
        return inputs().stream()
                .filter(input -> !PROGRAMS.contains(input.argument().name()))
                .toList();
    }

    /** The options that take processors. */
    List<Argument> processors() {
        return command.arguments().stream()
                .filter(argument -> PROCESSORS.contains(argument.name()))
                .toList();
    }

    ToolEntry entry() {
        return entry;
    }
}
