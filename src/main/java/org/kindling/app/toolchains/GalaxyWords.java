package org.kindling.app.toolchains;

import java.util.Locale;

/** What users of Galaxy read. */
final class GalaxyWords {

    private GalaxyWords() {}

    /** What stands beside the name of a tool: the first thing its description says. */
    static String brief(String description) {
        String first = description.split("(?<=[^.]{3})\\. |: |, and say|\\.$| \\(exit", 2)[0];
        return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    /** The name of an argument as words. */
    static String label(Argument argument) {
        String words = argument.name().replace("|", " or ").replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What stands below an input. */
    static String help(Input input) {
        boolean folder = input.role().map(PathRole::mayBeFolder).orElse(false);
        return input.argument().explanation()
                + (folder ? " A folder is given as the archive (tar) of an earlier step." : "");
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
