package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SbmlSourceTest {

    /** What is replaced in the example pathway, by what, and what the refusal says. */
    private static final String BROKEN = """
            <sbml            | <!DOCTYPE a><sbml                         | DOCTYPE
            </sbml>          | </sbml>junk                               | not well-formed
            <sbml            | <html                                     | not well-formed
            level="3"        | level="2"                                 | no release of SBML
            </model>         | </model><model/>                          | 2 models
            layout:required="false" | layout:required="true"             | package layout
            layout:required="false" | layout:required="maybe"            | layout:required is 'maybe'
            id="k" value="0.5" | id="k" value=""                         | value is empty
            id="k" value="0.5" | id="k" value="1d"                       | value is '1d'
            id="k" value="0.5" | id="k" value="0x1p3"                    | value is '0x1p3'
            id="k" value="0.5" | id="k" value="1,5"                      | value is '1,5'
            id="k" value="0.5" | id="k" value="1e400"                    | too large
            id="k" value="0.5" | id="k" value="1" wrong="1"              | no attribute wrong
            id="k" value="0.5" | id="k-1" value="1"                      | not an SBML id
            id="k" value="0.5" | id=" k" value="1"                       | not an SBML id
            sbml/level3/version1/layout | bad/layout" xmlns:q=" q       | not readable as XML
            id="k" value="0.5" | id="A" value="1"                        | given to two elements
            id="k" value="0.5" constant="true" | id="k" value="1"        | constant is missing
            id="k" value="0.5" constant="true" | id="k" value="1" constant="yes" | neither true nor false
            id="k" value="7" | id="k"                                    | it has no value
            id="k" value="7" | id="k" value="NaN"                        | its value is NaN
            id="k" value="7" | id="k" value="INF"                        | its value is INF
            size="2"         | size="0"                                  | not positive
            size="2"         |                                           | it has no size
            initialAmount="3"|                                           | no initial value
            initialAmount="3"| initialAmount="3" initialConcentration="1"| and an initial concentration
            initialAmount="3"| initialAmount="-INF"                      | no initial value
            compartment="c" initialAmount | compartment="d" initialAmount| compartment 'd' does not exist
            species="B"      | species="C"                               | species 'C' does not exist
            stoichiometry="2"|                                           | stoichiometry is missing
            fast="false"     | fast="true"                               | fast reactions
            symbol="p"       | symbol="q"                                | 'q' does not exist
            symbol="p"       | symbol="R1"                               | cannot be assigned
            <ci>k</ci></apply> | <ci>p</ci></apply>                      | needs itself: p -> p
            <ci>k</ci></apply> | <ci>R1</ci></apply>                     | needs itself
            <ci>k</ci></apply> | <ci>x</ci></apply>                      | 'x' is not defined
            <ci>k</ci></apply> | stray</apply>                           | stray text 'stray'
            <ci>k</ci></apply> | <infty/></apply>                        | not part of SBML
            <cn>2</cn>       | <cn>two</cn>                              | 'two', which is not a number
            <cn>2</cn>       | <cn type="integer">2.5</cn>               | not an integer
            <cn>2</cn>       | <cn type="rational">1<sep/>0</cn>         | denominator zero
            <cn>2</cn>       | <cn type="rational">1</cn>                | one separator
            <cn>2</cn>       | <cn type="e-notation">1<sep/>400</cn>     | too large
            <cn>2</cn>       | <cn type="complex">1</cn>                 | unknown type
            <cn>2</cn>       | <apply><ln/></apply>                      | cannot take 0 arguments
            <cn>2</cn>       | <apply><f/><cn>1</cn></apply>             | operator f is not part
            <cn>2</cn>       | <apply><ci>f</ci><cn>1</cn></apply>       | no function definition 'f'
            <cn>2</cn>       | <piecewise/>                              | without pieces
            <cn>2</cn>       | <piecewise><piece><cn>1</cn></piece></piecewise> | malformed piecewise
            <cn>2</cn>       | <csymbol definitionURL="urn:x">t</csymbol>| unknown csymbol
            <times/><cn>2    | <gt/><cn>2                                | true or false
            <listOfReactions>| <listOfReactions/><listOfReactions>       | two of it
            <listOfReactions>| <listOfThings/><listOfReactions>          | does not belong into model
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', emptyValue = "", nullValues = "(none)", textBlock = BROKEN)
    void brokenFileIsRefusedWithTheReason(String part, String replacement, String reason) {
        String broken = ExampleModels.PATHWAY.replaceFirst(
                Pattern.quote(part), Matcher.quoteReplacement(replacement == null ? "" : replacement));

        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> ExampleModels.source(broken))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .startsWith("test.xml")
                        .hasLineCount(1)
                        .contains(reason));
    }

    @Test
    void refusalNamesPlaceProblemAndRemedy() {
        String broken = ExampleModels.PATHWAY.replace("<ci>A</ci>", "<ci>S</ci>");

        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> ExampleModels.source(broken))
                .satisfies(refusal -> {
                    assertThat(refusal.element()).contains("reaction R1 / kineticLaw");
                    assertThat(refusal.line()).hasValue(44);
                    assertThat(refusal.problem()).isEqualTo("'S' is not defined here");
                    assertThat(refusal.remedy()).isEqualTo("define it, or correct the name");
                });
    }

    @Test
    void hugeIdIsShortenedInTheMessage() {
        String broken = ExampleModels.PATHWAY.replace("<ci>A</ci>", "<ci>" + "S".repeat(100_000) + "</ci>");

        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> ExampleModels.source(broken))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void nestingBeyondTheLimitIsRefused() {
        String deep = "<apply><minus/>".repeat(10_000) + "<ci>A</ci>" + "</apply>".repeat(10_000);
        String broken = ExampleModels.PATHWAY.replace("<ci>A</ci>", deep);

        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> ExampleModels.source(broken))
                .withMessageContaining("nested more than");
    }

    @Test
    void functionsThatCallEachOtherAreRefused() {
        String broken = ExampleModels.PATHWAY.replace(
                "<listOfUnitDefinitions>",
                "<listOfFunctionDefinitions>" + caller("f", "g") + caller("g", "f")
                        + "</listOfFunctionDefinitions><listOfUnitDefinitions>");

        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> ExampleModels.source(broken))
                .withMessageContaining("calls itself: f -> g -> f");
    }

    private static String caller(String name, String called) {
        return "<functionDefinition id='" + name + "'><math xmlns='http://www.w3.org/1998/Math/MathML'><lambda>"
                + "<bvar><ci>x</ci></bvar><apply><ci>" + called + "</ci><ci>x</ci></apply>"
                + "</lambda></math></functionDefinition>";
    }

    @Test
    void whatPlaysNoPartIsListed() {
        SbmlSource source = ExampleModels.source(ExampleModels.PATHWAY.replace(
                "<parameter id=\"p\"", "<parameter id=\"unused\" constant=\"true\"/><parameter id=\"p\""));

        assertThat(source.ignored())
                .extracting(Notice::toString)
                .containsExactly(
                        "sbml: package layout is kept in the file but not used",
                        "parameter unused: it has no finite value, and no formula uses it");
    }

    @Test
    void undeclaredModifierIsAWarning() {
        SbmlSource source = ExampleModels.source(ExampleModels.PATHWAY
                .replace("<listOfProducts>", "<!--")
                .replace("</listOfProducts>", "-->")
                .replace("<speciesReference species=\"B\" stoichiometry=\"2\" constant=\"true\"/>", "")
                .replace("<ci>A</ci>", "<ci>A</ci><ci>B</ci>"));

        assertThat(source.warnings()).hasSize(1);
        assertThat(source.warnings().get(0).toString()).startsWith("reaction R1: species B");
    }

    @Test
    void otherEncodingsOfXmlAreRead() {
        String declared = ExampleModels.PATHWAY.replace("UTF-8", "ISO-8859-1").replace("friends", "fr\u00e8res");
        String marked = "\uFEFF" + ExampleModels.PATHWAY.replace("UTF-8", "UTF-16");

        SbmlSource latin = SbmlSource.of("latin.xml", declared.getBytes(StandardCharsets.ISO_8859_1));
        SbmlSource wide = SbmlSource.of("wide.xml", marked.getBytes(StandardCharsets.UTF_16LE));

        assertThat(latin.text()).contains("fr\u00e8res").startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(wide.text()).isEqualTo(ExampleModels.pathway().text());
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
        byte[] bytes = ExampleModels.PATHWAY.replace("friends", "fr\u00e8res").getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> SbmlSource.of("latin.xml", bytes))
                .withMessageContaining("not text in UTF-8");
    }
}
