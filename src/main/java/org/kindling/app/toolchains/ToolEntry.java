package org.kindling.app.toolchains;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kindling.app.toolchains.Output.Count;

/**
 * What the command line does not say about a command.
 *
 * @param name the name of the tool
 * @param words the command
 * @param fixed options whose value makes this tool, with that value
 * @param leftOut options that have no meaning for this tool
 * @param paths what the paths name, by the argument's name
 * @param first options that most users set; the others are offered behind them
 * @param outputs what is written, besides the summary; the first is what {@code --output} names, if the command has it
 * @param example values of inputs for a test, by identifier; files are those of Galaxy's test data
 */
record ToolEntry(
        String name,
        List<String> words,
        Map<String, String> fixed,
        Set<String> leftOut,
        Map<String, PathRole> paths,
        Set<String> first,
        List<Output> outputs,
        Map<String, String> example) {

    /** A tool that is a command as it is. */
    static ToolEntry of(String... words) {
        return new ToolEntry(
                String.join("-", words), List.of(words), Map.of(), Set.of(), Map.of(), Set.of(), List.of(), Map.of());
    }

    /** Another tool by the same command. */
    ToolEntry named(String other) {
        return new ToolEntry(other, words, fixed, leftOut, paths, first, outputs, example);
    }

    /** An option has one value. */
    ToolEntry fixing(String option, String value) {
        return new ToolEntry(
                name, words, joined(fixed, Map.of(option, value)), leftOut, paths, first, outputs, example);
    }

    /** Options have no meaning. */
    ToolEntry without(String... options) {
        return new ToolEntry(name, words, fixed, Set.of(options), paths, first, outputs, example);
    }

    /** A path is of this kind. */
    ToolEntry reading(String argument, PathRole role) {
        return reading(Map.of(argument, role));
    }

    /** Paths are of these kinds. */
    ToolEntry reading(Map<String, PathRole> more) {
        return new ToolEntry(name, words, fixed, leftOut, joined(paths, more), first, outputs, example);
    }

    /** Options that most users set. */
    ToolEntry asking(String... options) {
        return new ToolEntry(name, words, fixed, leftOut, paths, new TreeSet<>(List.of(options)), outputs, example);
    }

    /** The folder that {@code --output} names. */
    ToolEntry writing(String folder, String description) {
        return and(folder, folder, FileForm.FOLDER, Count.ONE, description);
    }

    /** The file that {@code --output} names. */
    ToolEntry writing(String file, FileForm form, String description) {
        return and(file, file + form.ending(), form, Count.ONE, description);
    }

    /** A file of the folder. */
    ToolEntry with(String file, FileForm form, String description) {
        return inside(output(file, form), file + form.ending(), form, Count.ONE, description);
    }

    /** A file of the folder that need not be there. */
    ToolEntry perhaps(String file, FileForm form, String description) {
        return inside(output(file, form), file + form.ending(), form, Count.AT_MOST_ONE, description);
    }

    /** A file of the folder that is there under a condition. */
    ToolEntry when(String condition, String file, FileForm form, String description) {
        String path = outputs.get(0).path() + "/" + file + form.ending();
        return and(new Output(output(file, form), path, form, Count.AT_MOST_ONE, condition, description));
    }

    /** Values for a test: identifiers and values in turn. */
    ToolEntry trying(String... identifiersAndValues) {
        Map<String, String> values = new LinkedHashMap<>(example);
        for (int k = 0; k < identifiersAndValues.length; k += 2) {
            values.put(identifiersAndValues[k], identifiersAndValues[k + 1]);
        }
        return new ToolEntry(name, words, fixed, leftOut, paths, first, outputs, values);
    }

    /** Several files of the folder. */
    ToolEntry many(String output, String path, FileForm form, String description) {
        return inside(output, path, form, Count.MANY, description);
    }

    /** Files of one purpose have the same name in all tools. */
    private static String output(String file, FileForm form) {
        return switch (form) {
            case HTML -> "report";
            case OMEX -> "archive";
            case GENERATOR -> "trained_generator";
            default -> file + "_table";
        };
    }

    private ToolEntry inside(String output, String path, FileForm form, Count count, String description) {
        return and(output, outputs.get(0).path() + "/" + path, form, count, description);
    }

    private ToolEntry and(String output, String path, FileForm form, Count count, String description) {
        return and(new Output(output, path, form, count, "", description));
    }

    private ToolEntry and(Output output) {
        List<Output> more = new ArrayList<>(outputs);
        more.add(output);
        return new ToolEntry(name, words, fixed, leftOut, paths, first, more, example);
    }

    private static <T> Map<String, T> joined(Map<String, T> some, Map<String, T> more) {
        Map<String, T> all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** What {@code --output} is to be. */
    Optional<String> target() {
        return outputs.stream().findFirst().map(Output::path);
    }
}
