package org.kindling.copasi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A model as COPASI saves it, into which tasks and reports are written. Immutable.
 *
 * <p>The text is COPASI's own, so patterns are enough to find the places; names are SBML ids, for the model handed to COPASI
 * has no others.
 */
final class CopasiFile {

    private static final Pattern ENTITY = Pattern.compile("<ModelParameter cn=\"(CN=Root,Model=[^,\"]+"
            + "(?:,Vector=Compartments\\[(\\w+)])?(?:,Vector=Metabolites\\[(\\w+)])?(?:,Vector=Values\\[(\\w+)])?)\"");

    /** A key that COPASI, which counts from 0, has not given. */
    private static final String REPORT = "Report_999999";

    private final String text;
    private final Map<String, Entity> entities;

    /**
     * What has a value.
     *
     * @param name the object's common name in COPASI
     * @param key what a file of changed values calls it
     * @param reference the property of it that is reported
     */
    private record Entity(String name, String key, String reference) {}

    private CopasiFile(String text, Map<String, Entity> entities) {
        this.text = text;
        this.entities = entities;
    }

    static CopasiFile of(String text) {
        Map<String, Entity> entities = new LinkedHashMap<>();
        Matcher matcher = ENTITY.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (matcher.group(4) != null) {
                entities.put(
                        matcher.group(4), new Entity(name, "Values[" + matcher.group(4) + "].InitialValue", "Value"));
            } else if (matcher.group(3) != null) {
                entities.put(matcher.group(3), new Entity(name, "[" + matcher.group(3) + "]_0", "Concentration"));
            } else if (matcher.group(2) != null) {
                String key = "Compartments[" + matcher.group(2) + "].InitialVolume";
                entities.put(matcher.group(2), new Entity(name, key, "Volume"));
            }
        }
        return new CopasiFile(text, entities);
    }

    /** What a time course reports, in this order, after the time. */
    List<String> ids() {
        return List.copyOf(entities.keySet());
    }

    /**
     * Values as a file of changed ones, compartments first: their change keeps amounts, not concentrations.
     *
     * @throws WorkerFailure if COPASI's model has no such quantity
     */
    String changes(Map<String, Double> values) throws WorkerFailure {
        for (String id : values.keySet()) {
            if (!entities.containsKey(id)) {
                throw new WorkerFailure(WorkerFailure.Kind.REFUSED, "COPASI's model has no quantity " + id);
            }
        }
        return entities.entrySet().stream()
                .filter(entry -> values.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().key() + " = " + values.get(entry.getKey()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The file with a time course of all quantities to be run. */
    String timeCourse(String target, Map<String, String> settings) {
        String model = entities.values().iterator().next().name().replaceFirst(",Vector=.*", "");
        String columns = entities.values().stream()
                .map(entity -> object(entity.name() + ",Reference=" + entity.reference()))
                .collect(Collectors.joining("", object(model + ",Reference=Time"), ""));
        return scheduled("Time-Course", target, settings, "<Table printTitle=\"0\">" + columns + "</Table>");
    }

    /** The file with a search for a steady state to be run. */
    String steadyState(String target, Map<String, String> settings) {
        String all = object("CN=Root,Vector=TaskList[Steady-State]");
        return scheduled("Steady-State", target, settings, "<Footer>" + all + "</Footer>");
    }

    private static String object(String name) {
        return "<Object cn=\"" + name + "\"/>";
    }

    private String scheduled(String task, String target, Map<String, String> settings, String content) {
        Matcher found = Pattern.compile(
                        "<Task [^>]*name=\"" + task + "\"[^>]*scheduled=\"false\".*?</Task>", Pattern.DOTALL)
                .matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("COPASI's file has no task " + task + ".");
        }
        String changed = found.group()
                .replaceFirst("scheduled=\"false\"", "scheduled=\"true\"")
                .replaceFirst(
                        "<Report [^>]*/>",
                        Matcher.quoteReplacement("<Report reference=\"" + REPORT + "\" target=\"" + target
                                + "\" append=\"0\" confirmOverwrite=\"0\"/>"));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            changed = with(changed, setting.getKey(), setting.getValue());
        }
        // 17 digits, for by default reports have 6.
        String report = "<Report key=\"" + REPORT + "\" name=\"Kindling\" taskType=\""
                + (task.equals("Time-Course") ? "timeCourse" : "steadyState")
                + "\" separator=\"&#x09;\" precision=\"17\"><Comment></Comment>" + content + "</Report>";
        String whole = text.substring(0, found.start()) + changed + text.substring(found.end());
        return whole.replace("</ListOfReports>", report + "</ListOfReports>");
    }

    private static String with(String task, String parameter, String value) {
        Matcher found = Pattern.compile("(<Parameter name=\"" + Pattern.quote(parameter) + "\"[^>]* value=\")[^\"]*")
                .matcher(task);
        if (!found.find()) {
            throw new IllegalStateException("COPASI's file has no parameter " + parameter + ".");
        }
        return task.substring(0, found.start())
                + Objects.requireNonNull(found.group(1))
                + value
                + task.substring(found.end());
    }
}
