package org.kindling.app.toolchains;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.app.toolchains.Argument.Kind;
import org.kindling.app.toolchains.Argument.Repetition;
import org.kindling.app.toolchains.Output.Count;

/**
 * A tool as a {@code CommandLineTool} of the Common Workflow Language, version 1.2.
 *
 * <p>Source: P. Amstutz et al., <em>Common Workflow Language, v1.2</em>, https://www.commonwl.org/v1.2/.
 */
final class CwlTool {

    /** Options stand behind the positional arguments, of which there are at most two, for some take any number of words. */
    private static final int OPTIONS = 3;

    private final Tool tool;
    private final String version;

    private CwlTool(Tool tool, String version) {
        this.tool = tool;
        this.version = version;
    }

    static CwlTool of(Tool tool, String version) {
        return new CwlTool(tool, version);
    }

    /** The document as nested maps and lists. */
    Map<String, Object> document() {
        List<String> command = new ArrayList<>(List.of("kindling"));
        command.addAll(tool.words());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cwlVersion", "v1.2");
        document.put("class", "CommandLineTool");
        document.put("label", "kindling " + tool.name().replace('-', ' '));
        document.put("doc", tool.description());
        document.put(
                "hints",
                Map.of(
                        "SoftwareRequirement",
                        Map.of("packages", Map.of("kindling", Map.of("version", List.of(version))))));
        document.put("baseCommand", command);
        document.put("arguments", arguments());
        document.put("inputs", inputs());
        document.put("stdout", tool.name() + "-summary.json");
        document.put("outputs", outputs());
        // 1 means that the check that was asked for failed; an interrupted run (3) may be started again.
        document.put("successCodes", List.of(0));
        document.put("temporaryFailCodes", List.of(3));
        document.put("permanentFailCodes", List.of(1, 2, 70));
        return document;
    }

    private List<Object> arguments() {
        List<Object> arguments = new ArrayList<>(List.of("--json"));
        tool.entry().fixed().forEach((option, value) -> arguments.add(binding("--" + option, value)));
        tool.entry().target().ifPresent(target -> arguments.add(binding("--output", target)));
        tool.processors().forEach(argument -> arguments.add(binding(argument.flag(), "$(runtime.cores)")));
        return arguments;
    }

    private static Map<String, Object> binding(String prefix, String value) {
        Map<String, Object> binding = new LinkedHashMap<>();
        binding.put("prefix", prefix);
        binding.put("valueFrom", value);
        return binding;
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        int position = 0;
        for (Input input : tool.inputs()) {
            position = input.positional() ? position + 1 : OPTIONS;
            inputs.put(input.identifier(), input(input, position));
            if (input.role().equals(Optional.of(PathRole.COLUMN))) {
                inputs.put(column(input), column());
            }
        }
        return inputs;
    }

    private static Map<String, Object> column() {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("type", "string?");
        column.put("doc", "The column of that table.");
        return column;
    }

    private static String column(Input input) {
        return input.identifier() + "_column";
    }

    private static Map<String, Object> input(Input input, int position) {
        Argument argument = input.argument();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", type(input));
        if (argument.kind() == Kind.FLAG) {
            entry.put("default", false);
        } else if (!argument.initial().isEmpty()) {
            entry.put(
                    "default",
                    argument.repetition() == Repetition.NONE
                            ? argument.initial().get(0)
                            : argument.initial());
        }
        entry.put("doc", argument.explanation());
        Map<String, Object> binding = new LinkedHashMap<>();
        binding.put("position", position);
        if (!input.positional() && argument.repetition() != Repetition.NAMES) {
            binding.put("prefix", argument.flag());
        }
        if (argument.repetition() == Repetition.COMMAS) {
            binding.put("itemSeparator", ",");
        }
        if (input.role().equals(Optional.of(PathRole.COLUMN))) {
            binding.put("valueFrom", "$(self.path):$(inputs." + column(input) + ")");
        }
        entry.put("inputBinding", binding);
        return entry;
    }

    private static Object type(Input input) {
        Argument argument = input.argument();
        boolean optional = !argument.required() && argument.initial().isEmpty() && argument.kind() != Kind.FLAG;
        List<Object> types = new ArrayList<>();
        if (optional) {
            types.add("null");
        }
        if (argument.repetition() == Repetition.NAMES) {
            types.add(arrayOf(elements(input).get(0), Map.of("prefix", argument.flag())));
        } else if (argument.kind() == Kind.CHOICE) {
            Map<String, Object> choice = new LinkedHashMap<>();
            choice.put("type", "enum");
            choice.put("symbols", argument.choices());
            types.add(choice);
        } else {
            String suffix = argument.repetition() == Repetition.NONE ? "" : "[]";
            elements(input).forEach(element -> types.add(element + suffix));
        }
        if (types.size() == 2 && optional && types.get(1) instanceof String only) {
            return only + "?";
        }
        return types.size() == 1 ? types.get(0) : types;
    }

    private static Map<String, Object> arrayOf(String items, Map<String, Object> binding) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", items);
        array.put("inputBinding", binding);
        return array;
    }

    private static List<String> elements(Input input) {
        if (input.role().isPresent()) {
            PathRole role = input.role().get();
            List<String> elements = new ArrayList<>();
            if (role.mayBeFile()) {
                elements.add("File");
            }
            if (role.mayBeFolder()) {
                elements.add("Directory");
            }
            return elements;
        }
        return List.of(
                switch (input.argument().kind()) {
                    case FLAG -> "boolean";
                    case INTEGER -> "int";
                    case LONG -> "long";
                    case NUMBER -> "double";
                    case CHOICE, TEXT, PATH -> "string";
                });
    }

    private Map<String, Object> outputs() {
        Map<String, Object> outputs = new LinkedHashMap<>();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("type", "stdout");
        summary.put("doc", "What came out, as one JSON object.");
        FileForm.JSON.edam().ifPresent(term -> summary.put("format", term));
        outputs.put("summary", summary);
        for (Output output : tool.entry().outputs()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("type", type(output));
            entry.put("doc", output.description());
            output.form().edam().ifPresent(term -> entry.put("format", term));
            entry.put("outputBinding", Map.of("glob", output.path()));
            outputs.put(output.name(), entry);
        }
        return outputs;
    }

    private static String type(Output output) {
        if (output.form() == FileForm.FOLDER) {
            return "Directory";
        }
        return "File" + (output.count() == Count.ONE ? "" : output.count() == Count.MANY ? "[]" : "?");
    }
}
