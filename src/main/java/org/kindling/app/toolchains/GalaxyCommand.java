package org.kindling.app.toolchains;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kindling.app.toolchains.Argument.Kind;
import org.kindling.app.toolchains.Argument.Repetition;

/**
 * What Galaxy runs for a tool: a template in Cheetah, of which a shell script becomes.
 *
 * <p>Datasets of Galaxy have names of its own, so that those by which Kindling names members and columns get their names
 * back first; folders come and go as archives.
 */
final class GalaxyCommand {

    private final Tool tool;
    private final List<String> lines = new ArrayList<>();

    private GalaxyCommand(Tool tool) {
        this.tool = tool;
    }

    static String of(Tool tool) {
        GalaxyCommand command = new GalaxyCommand(tool);
        command.write();
        return command.lines.stream().collect(Collectors.joining("\n", "\n", "\n"));
    }

    private void write() {
        lines.add("#import re");
        tool.remoteInputs().stream().filter(GalaxyCommand::placed).forEach(this::place);
        lines.add("kindling " + String.join(" ", tool.words()));
        tool.remoteInputs().forEach(this::pass);
        tool.entry().fixed().forEach((option, value) -> lines.add("    --" + option + " " + value));
        tool.processors().forEach(argument -> lines.add("    " + argument.flag() + " \"\\${GALAXY_SLOTS:-1}\""));
        tool.entry().target().ifPresent(target -> lines.add("    --output " + target));
        // A failed check is told only after what was written is packed.
        lines.add("    --json > '$summary' || status=\\$?;");
        tool.entry().outputs().stream()
                .filter(output -> output.form() == FileForm.FOLDER)
                .forEach(folder -> lines.add("if [ -d " + folder.path() + " ]; then tar -cf " + packed(folder) + " "
                        + folder.path() + "; fi;"));
        lines.add("(exit \"\\${status:-0}\")");
    }

    /** The archive of a folder, in the working folder. */
    static String packed(Output folder) {
        return folder.path() + ".tar";
    }

    /** Whether the name of a file says something, or it may be a folder. */
    private static boolean placed(Input input) {
        return input.positional() && input.argument().kind() == Kind.PATH;
    }

    private void place(Input input) {
        String variable = variable(input);
        String name = input.identifier() + "_name";
        String path = input.identifier() + "_path";
        PathRole role = input.role().orElseThrow();
        boolean optional = !input.argument().required();
        if (optional) {
            lines.add("#if " + variable);
        }
        String stem = role.mayBeFolder() ? ".split('.tar')[0]" : "";
        lines.add("#set $" + name + " = re.sub('[^A-Za-z0-9_.-]', '_', str(" + variable + ".element_identifier)" + stem
                + ").lstrip('-.') or '" + input.identifier() + "'");
        lines.add("#set $" + path + " = 'inputs/" + input.identifier() + "/' + $" + name);
        String unpack =
                "mkdir -p '$" + path + "' && tar -xf '" + variable + "' -C '$" + path + "' --strip-components=1 &&";
        String link = "mkdir -p 'inputs/" + input.identifier() + "' && ln -s '" + variable + "' '$" + path + "' &&";
        if (role.mayBeFolder() && role.mayBeFile()) {
            lines.addAll(List.of("#if " + variable + ".ext.startswith('tar')", unpack, "#else", link, "#end if"));
        } else {
            lines.add(role.mayBeFolder() ? unpack : link);
        }
        if (optional) {
            lines.add("#end if");
        }
    }

    private void pass(Input input) {
        Argument argument = input.argument();
        String variable = variable(input);
        if (input.positional()) {
            inCase(!argument.required(), variable, "'$" + input.identifier() + "_path'");
        } else if (argument.kind() == Kind.FLAG) {
            lines.add("    " + variable);
        } else if (argument.repetition() == Repetition.NAMES) {
            // Datasets are one input of several, and None if there is none; all else is a list of small forms.
            boolean datasets = argument.kind() == Kind.PATH;
            lines.addAll(datasets ? List.of("#if " + variable) : List.of());
            forEach(variable, "one", argument.flag() + (datasets ? " '$one'" : " '$one." + input.identifier() + "'"));
            lines.addAll(datasets ? List.of("#end if") : List.of());
        } else if (argument.kind() == Kind.PATH) {
            inCase(!argument.required(), variable, argument.flag() + " '" + variable + "'");
        } else if (input.role().isPresent()) {
            inCase(true, variable, argument.flag() + " '" + variable + ":" + variable + "_column'");
        } else {
            inCase(
                    argument.initial().isEmpty(),
                    "str(" + variable + ") != ''",
                    argument.flag() + " '" + variable + "'");
        }
    }

    private void inCase(boolean optional, String condition, String words) {
        if (optional) {
            lines.add("#if " + condition);
        }
        lines.add("    " + words);
        if (optional) {
            lines.add("#end if");
        }
    }

    private void forEach(String variable, String element, String words) {
        lines.add("#for $" + element + " in " + variable);
        lines.add("    " + words);
        lines.add("#end for");
    }

    private static String variable(Input input) {
        return input.section() == Section.MAIN
                ? "$" + input.identifier()
                : "$" + section(input.section()) + "." + input.identifier();
    }

    /** The name of a section. */
    static String section(Section section) {
        return section.name().toLowerCase(Locale.ROOT);
    }
}
