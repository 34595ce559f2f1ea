package org.kindling.app.toolchains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindling.app.toolchains.Argument.Kind;
import org.kindling.app.toolchains.Argument.Place;
import org.kindling.app.toolchains.Argument.Repetition;

/** A command and its entry have to fit each other. */
class ToolTest {

    private static final Argument MODEL = argument("model", Place.POSITION, Kind.PATH);
    private static final Argument SEED = argument("seed", Place.OPTION, Kind.LONG);
    private static final CommandDescription COMMAND =
            new CommandDescription(List.of("try"), "Try it.", List.of(SEED, MODEL));

    private static Argument argument(String name, Place place, Kind kind) {
        return new Argument(name, place, kind, Repetition.NONE, false, "What it is.", List.of(), List.of());
    }

    @Test
    void positionalArgumentsComeFirstAndAreAskedForAtOnce() {
        Tool tool = Tool.of(ToolEntry.of("try").reading("model", PathRole.MODEL), COMMAND);

        assertThat(tool.inputs()).extracting(Input::identifier).containsExactly("model", "seed");
        assertThat(tool.inputs()).extracting(Input::section).containsExactly(Section.MAIN, Section.ADVANCED);
    }

    @Test
    void pathWithoutARoleIsRefused() {
        assertThatThrownBy(() -> Tool.of(ToolEntry.of("try"), COMMAND))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not know what the path model names");
    }

    @Test
    void optionThatTheCommandHasNotIsRefused() {
        ToolEntry entry = ToolEntry.of("try").reading("model", PathRole.MODEL).asking("sets");

        assertThatThrownBy(() -> Tool.of(entry, COMMAND))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("names [sets], which the command has not");
    }

    @Test
    void outputNamedLikeAnInputIsRefused() {
        ToolEntry entry = ToolEntry.of("try").reading("model", PathRole.MODEL).writing("model", "The folder.");

        assertThatThrownBy(() -> Tool.of(entry, COMMAND))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two things named model");
    }

    @Test
    void commandWithoutAToolIsRefused() {
        assertThatThrownBy(() -> Descriptors.join(List.of(), List.of(COMMAND)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the command try is described by no tool");
    }

    @Test
    void toolWithoutACommandIsRefused() {
        assertThatThrownBy(() -> Descriptors.join(List.of(ToolEntry.of("try")), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no command for the tool try");
    }

    @Test
    void commandsOfThisMachineNeedNoTool() {
        CommandDescription engines = new CommandDescription(List.of("engines"), "Find them.", List.of());

        assertThat(Descriptors.join(List.of(), List.of(engines))).isEmpty();
    }

    @Test
    void defaultStandsApartFromTheDescription() {
        Argument sets = new Argument(
                "sets",
                Place.OPTION,
                Kind.LONG,
                Repetition.NONE,
                false,
                "How many sets to draw (default: 10000).",
                List.of(10_000L),
                List.of());

        assertThat(sets.explanation()).isEqualTo("How many sets to draw.");
    }
}
