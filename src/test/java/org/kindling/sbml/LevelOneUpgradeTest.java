package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;

class LevelOneUpgradeTest {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="1">
              <model name="old">
                <notes><p xmlns="http://www.w3.org/1999/xhtml">kept</p></notes>
                <listOfCompartments><compartment name="c" volume="2"/></listOfCompartments>
                <listOfSpecies>
                  <specie name="A" compartment="c" initialAmount="4" boundaryCondition="false"/>
                  <specie name="B" compartment="c" initialAmount="1" boundaryCondition="true"/>
                  <specie name="C" compartment="c" initialAmount="1"/>
                </listOfSpecies>
                <listOfParameters>
                  <parameter name="a" value="3"/><parameter name="b" value="2"/><parameter name="r" value="0"/>
                </listOfParameters>
                <listOfRules>
                  <parameterRule name="r" formula="FORMULA"/>
                  <specieConcentrationRule specie="B" type="rate" formula="a*b"/>
                </listOfRules>
                <listOfReactions>
                  <reaction name="R">
                    <listOfReactants><specieReference specie="A" stoichiometry="1" denominator="2"/></listOfReactants>
                    <kineticLaw formula="k*A*C">
                      <listOfParameters><parameter name="k" value="5"/></listOfParameters>
                    </kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;

    @ParameterizedTest
    @CsvSource({
        "'a+b*2', 7",
        "'(a+b)*2', 10",
        "'a-b-1', 0",
        "'a/b/2', 0.75",
        "'a^b^b', 81",
        "'-a^b', 9",
        "'a^-b', 0.1111111111111111",
        "'- -a + +b', 5",
        "'sqr(a) + pow(b, 3) + sqrt(4)', 19",
        "'log(exp(a)) + log10(100)', 5",
        "'1.5e1 + .5 + 2.', 17.5",
        "'ceil(0.2) + floor(1.9) + abs(-b)', 4",
        "' a  *\tb ', 6",
    })
    void formulaMeansWhatLevelOneSays(String formula, double value) {
        assertThat(model(formula).initialValues().get(new Symbol("r"))).isCloseTo(value, within(1e-15 * value));
    }

    @ParameterizedTest
    @CsvSource({"'a+'", "'a)+*('", "'(a'", "'a b'", "'f(a)'", "'a $ b'", "'()'", "'sin()'"})
    void formulaThatDoesNotParseIsRefused(String formula) {
        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> model(formula))
                .withMessageContaining("parameterRule r")
                .withMessageContaining("formula");
    }

    @Test
    void hugeFormulaIsReadOrRefusedWithoutOverflow() {
        assertThat(model("1" + "+a".repeat(4_000)).initialValues().get(new Symbol("r")))
                .isEqualTo(12_001);
        assertThatExceptionOfType(SbmlException.class).isThrownBy(() -> model("1" + "-a".repeat(4_000)));
        assertThatExceptionOfType(SbmlException.class).isThrownBy(() -> model("(".repeat(100_000)));
    }

    @Test
    void modelIsRaisedToLevelTwo() {
        SbmlSource source = ExampleModels.source(MODEL.replace("FORMULA", "1"));

        assertThat(source.release()).isEqualTo("Level 1 Version 1");
        assertThat(source.text())
                .contains("<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" version=\"4\">")
                .contains("<notes><p xmlns=\"http://www.w3.org/1999/xhtml\">kept</p></notes>")
                .contains("<modifierSpeciesReference species=\"C\" />")
                .contains("<parameter id=\"r\" value=\"0\" constant=\"false\" />")
                .contains("<rateRule variable=\"B\">")
                .contains("stoichiometry=\"0.5\"");
        assertThat(SbmlReader.read(ExampleModels.source(source.text()))
                        .kinetics()
                        .id())
                .isEqualTo("old");
    }

    private static KineticModel model(String formula) {
        return SbmlReader.read(ExampleModels.source(MODEL.replace("FORMULA", formula)))
                .kinetics();
    }
}
