package org.kindling.app.toolchains;

import java.util.Locale;
import org.kindling.app.toolchains.Argument.Place;
import org.kindling.app.toolchains.Argument.Repetition;

/** What users of Galaxy read. */
final class GalaxyWords {

    /** What is shorter says only whom or what an option is for. */
    private static final int LEAST_LABEL = 15;

    private GalaxyWords() {}

    /** What stands beside the name of a tool: the first thing its description says. */
    static String brief(String description) {
        String first = description.split("(?<=[^.]{3})\\. |: |, and say|\\.$| \\(exit", 2)[0];
        return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    /**
     * The words above an input: what its description says first, if that says enough, else its name.
     *
     * <p>An input that is not an option is called by its name.
     */
    static String label(Argument argument) {
        if (isTelling(argument)) {
            return parts(argument)[0].replaceFirst("\\.$", "");
        }
        String name = argument.name().replace("|", " or ").replace('-', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isTelling(Argument argument) {
        String first = parts(argument)[0];
        return argument.place() == Place.OPTION
                && first.length() >= LEAST_LABEL
                && Character.isUpperCase(first.charAt(0))
                && !first.equals(first.toUpperCase(Locale.ROOT));
    }

    /** The words below an input, which may be none. */
    static String help(Input input) {
        Argument argument = input.argument();
        String[] parts = parts(argument);
        String help = !isTelling(argument) ? withoutParentheses(argument) : parts.length > 1 ? parts[1] : "";
        if (argument.repetition() == Repetition.COMMAS) {
            help += " Several are separated by commas.";
        }
        if (input.role().map(PathRole::mayBeFolder).orElse(false)) {
            help += " A folder is given as the archive (tar) of an earlier step.";
        }
        return help.strip();
    }

    private static String[] parts(Argument argument) {
        return withoutParentheses(argument).split("(?<=[^.]{3})\\. |: |; ", 2);
    }

    private static String withoutParentheses(Argument argument) {
        return argument.explanation().replaceAll(" \\(default: ([^()]*)\\)", "; by default $1");
    }

    /** What stands below a form, as reStructuredText. */
    static String help(Tool tool) {
        StringBuilder help = new StringBuilder("\n");
        help.append(tool.description().replace("`", "``")).append("\n\n**What comes out**\n\n");
        help.append("- *summary*: what came out, as one JSON object.\n");
        for (Output output : tool.entry().outputs()) {
            help.append("- *").append(output.name().replace('_', ' ')).append("*: ");
            help.append(output.description().replace("`", "``"));
            if (output.form() == FileForm.FOLDER) {
                help.append(" Packed as an archive (tar), as which other tools of Kindling take it.");
            }
            help.append('\n');
        }
        help.append("\nThe command line is ``kindling ")
                .append(String.join(" ", tool.words()))
                .append("``. Numbers are in the model's units; durations take a unit, such as 6.7min.\n");
        return help.toString();
    }
}
