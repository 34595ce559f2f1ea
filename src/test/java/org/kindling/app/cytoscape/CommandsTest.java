package org.kindling.app.cytoscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Task;
import org.cytoscape.work.Tunable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands as Cytoscape sees them. */
class CommandsTest {

    private static final Host HOST = new Host(new RunningCommands(), () -> null, Optional::empty);

    static Stream<Task> tasks() {
        return CommandFactory.all(HOST).stream()
                .map(factory -> factory.createTaskIterator().next());
    }

    /** Cytoscape's reflection goes no further than public members of public classes. */
    @ParameterizedTest
    @MethodSource("tasks")
    void everyArgumentCanBeFilledAndIsExplained(Task task) {
        assertThat(Modifier.isPublic(task.getClass().getModifiers())).isTrue();
        List<Field> arguments = arguments(task.getClass());
        assertThat(arguments).isNotEmpty().allSatisfy(field -> {
            Tunable tunable = field.getAnnotation(Tunable.class);
            assertThat(Modifier.isPublic(field.getDeclaringClass().getModifiers()))
                    .isTrue();
            assertThat(tunable.description()).isNotBlank();
            assertThat(tunable.longDescription()).endsWith(".");
            assertThat(tunable.exampleStringValue()).isNotBlank();
        });
        assertThat(arguments.stream().map(Field::getName)).doesNotHaveDuplicates();
    }

    private static List<Field> arguments(Class<?> type) {
        List<Field> found = new ArrayList<>();
        Arrays.stream(type.getFields()).forEach(field -> {
            if (field.isAnnotationPresent(ContainsTunables.class)) {
                found.addAll(arguments(field.getType()));
            } else if (field.isAnnotationPresent(Tunable.class)) {
                found.add(field);
            }
        });
        return found;
    }

    @Test
    void aTaskKnowsTheLineThatDoesTheSame() {
        SampleTask task = new SampleTask(HOST);
        task.drawing.sets = 50;
        task.criterion.lambdaMax = "-9";

        assertThat(task.script()).startsWith("sample").contains("sets=50", "lambdaMax=-9", "annotate=true");
    }

    @Test
    void aFailureNamesArgumentsInsteadOfOptions() {
        assertThat(CommandFailure.worded(
                        "output folder: x is there already; choose another one with -o, replace it with"
                                + " --force, or widen --lambda-max"))
                .isEqualTo(
                        "output folder: x is there already; choose another one with output, replace it with force, or"
                                + " widen lambdaMax");
    }

    @Test
    void aTaskThatWasCancelledBeforeItBeganDoesNothing() throws Exception {
        InfoTask task = new InfoTask(HOST);
        task.cancel();

        task.run(new SilentMonitor());

        assertThat(task.getResults(String.class)).isEqualTo("cancelled; nothing was kept");
    }
}
