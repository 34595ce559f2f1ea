package org.kindling.app.cytoscape;

import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Tunable;

/** A command in Cytoscape's command language: its name, and the arguments that it was given. */
final class CommandText {

    private CommandText() {}

    /** The name of a task's command. */
    static String name(CommandTask task) {
        return task.getClass().getSimpleName().replace("Task", "").toLowerCase(Locale.ROOT);
    }

    /** The words of the line that does the same. */
    static List<String> script(CommandTask task) {
        List<String> words = new ArrayList<>(List.of(name(task)));
        collect(task, words);
        return words;
    }

    private static void collect(Object owner, List<String> words) {
        Arrays.stream(owner.getClass().getFields())
                .sorted(Comparator.comparing(Field::getName))
                .forEach(field -> {
                    if (field.isAnnotationPresent(ContainsTunables.class)) {
                        collect(Objects.requireNonNull(value(field, owner)), words);
                    } else if (field.isAnnotationPresent(Tunable.class)) {
                        Object value = value(field, owner);
                        String text = value instanceof File file ? file.getPath() : String.valueOf(value);
                        if (value != null && !text.isEmpty()) {
                            words.add(field.getName() + "=" + text);
                        }
                    }
                });
    }

    @SuppressWarnings("NullAway") // an argument that was left out is null
    private static Object value(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(field + " must be public.", hidden);
        }
    }
}
