package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindling.expression.Symbol;

/** Local parameters become global ones, and reactions are scaled, in the file that was read. */
class RewritingTest {

    /** The pathway with a large coefficient, and a parameter that follows the rate of its reaction. */
    private static final String LARGE = ExampleModels.PATHWAY
            .replace("stoichiometry=\"2\"", "stoichiometry=\"82306\"")
            .replace("<parameter id=\"p\" constant=\"true\"/>", """
                    <parameter id="p" constant="true"/><parameter id="rate" constant="false"/>""")
            .replace("<listOfReactions>", """
                    <listOfRules><assignmentRule variable="rate"><math xmlns="http://www.w3.org/1998/Math/MathML">\
                    <ci>R1</ci></math></assignmentRule></listOfRules><listOfReactions>""");

    @Test
    void localParametersBecomeGlobal() {
        String text = SbmlPatch.of(ExampleModels.pathway())
                .promoteParameters()
                .value("R1.k", 9)
                .text();

        assertThat(text)
                .contains("<parameter id=\"R1__k\" value=\"9.0\" constant=\"true\" />")
                .contains("<ci>R1__k</ci>")
                .contains("<ci>k</ci>")
                .contains("Kept &lt;as is&gt;")
                .contains("<layout:layout layout:id=\"l\" />")
                .doesNotContain("ocalParameter");
    }

    @Test
    void promotedIdsAvoidThoseOfPackagesToo() {
        String text = ExampleModels.PATHWAY.replace("layout:id=\"l\"", "layout:id=\"R1__k\"");

        assertThat(SbmlPatch.of(ExampleModels.source(text)).promoteParameters().text())
                .contains("<parameter id=\"R1__k_\" ");
    }

    @Test
    void scaledReactionsKeepWhatOthersSayOfTheirRate() {
        SbmlModel model = SbmlReader.read(ExampleModels.source(LARGE));
        SbmlPatch patch = SbmlPatch.of(model.source());
        StoichiometryScaling scaling = StoichiometryScaling.of(model.kinetics());

        assertThat(scaling.large()).containsExactly(Map.entry("R1", 82306.0));
        assertThat(patch.scaleStoichiometry(scaling)).isEmpty();
        assertThat(patch.text()).contains("stoichiometry=\"1.255889892578125\"");
        assertSame(model, patch, scaling, List.of());
    }

    @Test
    void reactionWhoseStoichiometryIsNamedIsLeftAsItIs() {
        SbmlModel model = SbmlReader.read(ExampleModels.source(LARGE.replace("<ci>R1</ci>", "<ci>s</ci>")
                .replace("stoichiometry=\"82306\"", "id=\"s\" stoichiometry=\"82306\"")));
        SbmlPatch patch = SbmlPatch.of(model.source());

        assertThat(patch.scaleStoichiometry(StoichiometryScaling.of(model.kinetics())))
                .containsExactly("R1");
        assertThat(patch.text()).isEqualTo(model.source().text());
    }

    @ParameterizedTest
    @MethodSource({"org.kindling.sbml.ExampleModels#testModels", "org.kindling.sbml.PublishedModelsTest#models"})
    void rewrittenFilesSayTheSameToTheLastBit(Path file) {
        PublishedModelsTest.assumePresent(file);
        SbmlModel model = SbmlReader.read(file);
        StoichiometryScaling scaling = StoichiometryScaling.of(model.kinetics());
        SbmlPatch patch = SbmlPatch.of(model.source()).promoteParameters();

        List<String> left = patch.scaleStoichiometry(scaling);

        assertSame(model, patch, scaling, left);
    }

    private static void assertSame(SbmlModel model, SbmlPatch patch, StoichiometryScaling scaling, List<String> left) {
        SbmlModel again = SbmlReader.read(SbmlSource.of("rewritten.xml", patch.bytes()));
        boolean promoted = again.kinetics().parameters().stream()
                .allMatch(parameter -> parameter.reaction().isEmpty());

        new SameMathematics(
                        symbol -> promoted ? new Symbol(symbol.name().replace(".", "__")) : symbol,
                        reaction -> left.contains(reaction) ? 1 : 1 / scaling.factor(reaction))
                .check(model.kinetics(), again.kinetics());
    }
}
