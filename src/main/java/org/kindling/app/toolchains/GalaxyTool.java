package org.kindling.app.toolchains;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindling.app.toolchains.Argument.Kind;
import org.kindling.app.toolchains.Argument.Repetition;
import org.kindling.app.toolchains.Output.Count;
import org.kindling.ensemble.XmlText;

/**
 * A tool as Galaxy's XML.
 *
 * <p>Source: <em>Galaxy tool XML file</em>, https://docs.galaxyproject.org/en/latest/dev/schema.html.
 */
final class GalaxyTool {

    /** The oldest Galaxy whose rules the tools follow. */
    private static final String PROFILE = "23.0";

    private final Tool tool;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XmlText xml;

    private GalaxyTool(Tool tool) throws IOException {
        this.tool = tool;
        this.xml = XmlText.of(bytes);
    }

    /** The text of the file. */
    static String of(Tool tool) throws IOException {
        GalaxyTool file = new GalaxyTool(tool);
        file.write();
        return file.bytes.toString(StandardCharsets.UTF_8);
    }

    private void write() throws IOException {
        xml.open(
                "tool",
                "id",
                "kindling_" + tool.identifier(),
                "name",
                "Kindling " + tool.name().replace('-', ' '),
                "version",
                "@TOOL_VERSION@+galaxy0",
                "profile",
                PROFILE);
        xml.text("description", GalaxyWords.brief(tool.description()));
        xml.open("macros").text("import", GalaxyMacros.FILE).end();
        xml.empty("expand", "macro", "requirements").empty("expand", "macro", "stdio");
        xml.text("version_command", "kindling --version");
        xml.verbatim("command", GalaxyCommand.of(tool));
        inputs();
        outputs();
        tests();
        xml.verbatim("help", GalaxyWords.help(tool));
        xml.empty("expand", "macro", "citations");
        xml.end().close();
    }

    private void inputs() throws IOException {
        xml.open("inputs");
        for (Section section : Section.values()) {
            List<Input> inputs = tool.remoteInputs().stream()
                    .filter(input -> input.section() == section)
                    .toList();
            if (inputs.isEmpty()) {
                continue;
            }
            if (section != Section.MAIN) {
                xml.open("section", "name", GalaxyCommand.section(section), "title", section.title());
            }
            for (Input input : inputs) {
                input(input);
            }
            if (section != Section.MAIN) {
                xml.end();
            }
        }
        xml.end();
    }

    private void input(Input input) throws IOException {
        Argument argument = input.argument();
        if (argument.kind() == Kind.CHOICE) {
            choice(input);
        } else if (argument.repetition() == Repetition.NAMES && argument.kind() != Kind.PATH) {
            xml.open("repeat", "name", input.identifier(), "title", GalaxyWords.label(argument));
            xml.empty("param", attributes(input, "type", "text"));
            xml.end();
        } else if (input.role().isPresent()) {
            data(input);
        } else {
            xml.empty("param", attributes(input, plain(argument)));
        }
    }

    private void choice(Input input) throws IOException {
        Argument argument = input.argument();
        xml.open("param", attributes(input, "type", "select"));
        if (argument.initial().isEmpty()) {
            xml.text("option", "by default", "value", "");
        }
        for (String choice : argument.choices()) {
            String words = choice.replace('_', ' ');
            if (argument.initial().contains(choice)) {
                xml.text("option", words, "value", choice, "selected", "true");
            } else {
                xml.text("option", words, "value", choice);
            }
        }
        xml.end();
    }

    private void data(Input input) throws IOException {
        List<String> attributes = new ArrayList<>(List.of("type", "data", "format"));
        attributes.add(input.role().orElseThrow().forms().stream()
                .flatMap(form -> form.galaxyNames().stream())
                .distinct()
                .collect(Collectors.joining(",")));
        if (input.argument().repetition() != Repetition.NONE) {
            attributes.addAll(List.of("multiple", "true"));
        }
        if (!input.argument().required()) {
            attributes.addAll(List.of("optional", "true"));
        }
        xml.empty("param", attributes(input, attributes.toArray(String[]::new)));
        if (input.role().orElseThrow() == PathRole.COLUMN) {
            xml.empty(
                    "param",
                    "name",
                    input.identifier() + "_column",
                    "type",
                    "text",
                    "optional",
                    "true",
                    "label",
                    "Column of that table");
        }
    }

    private static String[] plain(Argument argument) {
        String initial = argument.initial().stream().map(String::valueOf).collect(Collectors.joining(","));
        return switch (argument.kind()) {
            case FLAG ->
                new String[] {"type", "boolean", "truevalue", argument.flag(), "falsevalue", "", "checked", "false"};
            case INTEGER, LONG, NUMBER -> {
                String type = argument.kind() == Kind.NUMBER ? "float" : "integer";
                yield argument.repetition() != Repetition.NONE
                        ? new String[] {"type", "text", "value", initial}
                        : initial.isEmpty()
                                ? new String[] {"type", type, "optional", "true"}
                                : new String[] {"type", type, "value", initial};
            }
            default -> new String[] {"type", "text", "optional", "true"};
        };
    }

    /** What every parameter has, about what its type wants. */
    private static String[] attributes(Input input, String... own) {
        List<String> attributes = new ArrayList<>(
                input.positional()
                        ? List.of("name", input.identifier())
                        : List.of("argument", input.argument().flag()));
        attributes.addAll(List.of(own));
        attributes.addAll(List.of("label", GalaxyWords.label(input.argument())));
        String help = GalaxyWords.help(input);
        if (!help.isEmpty()) {
            attributes.addAll(List.of("help", help));
        }
        return attributes.toArray(String[]::new);
    }

    private void outputs() throws IOException {
        xml.open("outputs");
        xml.empty("data", "name", "summary", "format", "json", "label", label("summary"));
        for (Output output : written()) {
            if (output.count() == Count.MANY) {
                xml.open("collection", "name", output.name(), "type", "list", "label", label(output.name()));
                xml.empty(
                        "discover_datasets",
                        "pattern",
                        "(?P<designation>.+)\\" + output.form().ending(),
                        "format",
                        output.form().galaxyName(),
                        "directory",
                        output.folder());
                xml.end();
            } else {
                data(output);
            }
        }
        xml.end();
    }

    private void data(Output output) throws IOException {
        String[] attributes = {
            "name",
            output.name(),
            "format",
            output.form().galaxyName(),
            "from_work_dir",
            output.form() == FileForm.FOLDER ? GalaxyCommand.packed(output) : output.path(),
            "label",
            label(output.name())
        };
        if (output.condition().isEmpty()) {
            xml.empty("data", attributes);
        } else {
            xml.open("data", attributes).text("filter", output.condition()).end();
        }
    }

    private static String label(String output) {
        return "${tool.name} on ${on_string}: " + output.replace('_', ' ');
    }

    /** What may be missing for reasons that Galaxy cannot know is in the folder alone. */
    private List<Output> written() {
        return tool.entry().outputs().stream()
                .filter(output -> output.count() != Count.AT_MOST_ONE
                        || !output.condition().isEmpty())
                .toList();
    }

    private void tests() throws IOException {
        Map<String, String> example = tool.entry().example();
        xml.open("tests")
                .open("test", "expect_num_outputs", String.valueOf(1 + written().size()));
        for (Section section : Section.values()) {
            List<Input> given = tool.remoteInputs().stream()
                    .filter(input -> input.section() == section && example.containsKey(input.identifier()))
                    .toList();
            if (section != Section.MAIN && !given.isEmpty()) {
                xml.open("section", "name", GalaxyCommand.section(section));
            }
            for (Input input : given) {
                xml.empty("param", "name", input.identifier(), "value", example.getOrDefault(input.identifier(), ""));
            }
            if (section != Section.MAIN && !given.isEmpty()) {
                xml.end();
            }
        }
        xml.open("output", "name", "summary").open("assert_contents");
        xml.empty("has_text", "text", "{").end().end();
        xml.end().end();
    }
}
