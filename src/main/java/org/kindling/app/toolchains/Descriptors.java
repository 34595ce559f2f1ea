package org.kindling.app.toolchains;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The descriptor files of all tools. */
public final class Descriptors {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES, Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final List<Tool> tools;
    private final String version;

    private Descriptors(List<Tool> tools, String version) {
        this.tools = tools;
        this.version = version;
    }

    /**
     * Descriptors of commands.
     *
     * @param commands the commands of the command line
     * @param version the version of the program
     * @return the descriptors
     * @throws IllegalStateException if the commands and the entries of the tools do not fit each other
     */
    public static Descriptors of(List<CommandDescription> commands, String version) {
        return new Descriptors(join(Toolbox.entries(), commands), version);
    }

    /** Finds the command of each entry; commands without an entry must be known not to have one. */
    static List<Tool> join(List<ToolEntry> entries, List<CommandDescription> commands) {
        Map<List<String>, CommandDescription> known = new LinkedHashMap<>();
        commands.forEach(command -> known.put(command.words(), command));
        List<Tool> tools = new ArrayList<>();
        for (ToolEntry entry : entries) {
            CommandDescription command = known.get(entry.words());
            if (command == null) {
                throw new IllegalStateException("there is no command for the tool " + entry.name());
            }
            tools.add(Tool.of(entry, command));
        }
        for (List<String> words : known.keySet()) {
            if (!Toolbox.NOT_DESCRIBED.contains(words.get(0))
                    && entries.stream().noneMatch(entry -> entry.words().equals(words))) {
                throw new IllegalStateException("the command " + String.join(" ", words)
                        + " is described by no tool; add an entry to " + Toolbox.class.getSimpleName());
            }
        }
        return tools;
    }

    /**
     * Tools of the Common Workflow Language.
     *
     * @return the content of each file, by its name
     */
    public Map<String, String> cwl() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Tool tool : tools) {
            files.put(
                    tool.name() + ".cwl",
                    "#!/usr/bin/env cwl-runner\n# Written by `kindling descriptors cwl`; changes here are lost.\n"
                            + yaml(CwlTool.of(tool, version).document()));
        }
        return files;
    }

    /**
     * Tools of Galaxy, and the macros that they share.
     *
     * @return the content of each file, by its name
     */
    public Map<String, String> galaxy() {
        Map<String, String> files = new LinkedHashMap<>();
        try {
            files.put(GalaxyMacros.FILE, GalaxyMacros.of(version));
            for (Tool tool : tools) {
                files.put("kindling_" + tool.identifier() + ".xml", GalaxyTool.of(tool));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return files;
    }

    private static String yaml(Map<String, Object> document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
