package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelUnits;
import org.kindling.network.Parameter;
import org.kindling.network.Reaction;
import org.kindling.network.Species;

class SbmlReaderTest {

    @Test
    void localParameterHasItsOwnAddressAndHidesTheGlobalOne() {
        KineticModel model = pathway();

        assertThat(model.parameters()).extracting(Parameter::address).containsExactly("k", "p", "R1.k");
        // c k p A = 2 * 7 * (2 * 0.5) * 10
        assertThat(value(model, "R1")).isEqualTo(140);
    }

    @Test
    void symbolOfASpeciesIsItsConcentration() {
        assertThat(value(pathway(), "A")).isEqualTo(10);
        assertThat(value(pathway(), "B")).isEqualTo(1.5);
    }

    @Test
    void symbolOfASpeciesIsItsAmountWhereTheFileSaysSo() {
        KineticModel model = read(
                ExampleModels.PATHWAY.replace("hasOnlySubstanceUnits=\"false\"", "hasOnlySubstanceUnits=\"true\""));

        assertThat(value(model, "A")).isEqualTo(20);
        assertThat(value(model, "B")).isEqualTo(3);
        assertThat(model.species("B")).map(Species::amountOnly).contains(true);
    }

    @Test
    void compartmentWithoutDimensionsHoldsAmounts() {
        KineticModel model = read(ExampleModels.PATHWAY
                .replace("size=\"2\" spatialDimensions=\"3\"", "spatialDimensions=\"0\"")
                .replace("initialConcentration", "initialAmount"));

        assertThat(value(model, "A")).isEqualTo(10);
        assertThat(model.species("A")).map(Species::amountOnly).contains(true);
    }

    @Test
    void stoichiometryMayBeAVariable() {
        KineticModel model = read(ExampleModels.PATHWAY
                .replace("species=\"B\" stoichiometry=\"2\"", "id=\"n\" species=\"B\"")
                .replace("symbol=\"p\"", "symbol=\"n\"")
                .replace("<parameter id=\"p\" ", "<parameter id=\"p\" value=\"1\" "));

        Reaction.Participant product = model.reactions().get(0).products().get(0);
        assertThat(product.stoichiometry()).isEqualTo(new Symbol("n"));
        assertThat(value(model, "n")).isEqualTo(1);
    }

    @Test
    void functionDefinitionsAreExpanded() {
        String function = "<listOfFunctionDefinitions><functionDefinition id='f'>"
                + "<math xmlns='http://www.w3.org/1998/Math/MathML'><lambda><bvar><ci>x</ci></bvar><bvar><ci>A</ci></bvar>"
                + "<apply><minus/><ci>x</ci><ci>A</ci></apply></lambda></math>"
                + "</functionDefinition></listOfFunctionDefinitions><listOfUnitDefinitions>";
        KineticModel model = read(ExampleModels.PATHWAY
                .replace("<listOfUnitDefinitions>", function)
                .replace(
                        "<apply><times/><cn>2</cn><ci>k</ci></apply>",
                        "<apply><ci>f</ci><ci>A</ci><cn>4</cn></apply>"));

        assertThat(value(model, "p")).isEqualTo(6);
    }

    @Test
    void idsThatLookLikeConstantsAreIds() {
        for (String id : new String[] {"pi", "time", "NaN", "avogadro", "exponentiale", "Infinity", "true", "sin"}) {
            KineticModel model = read(ExampleModels.PATHWAY
                    .replace("<parameter id=\"k\"", "<parameter id=\"" + id + "\"")
                    .replace("<cn>2</cn><ci>k</ci>", "<cn>2</cn><ci>" + id + "</ci>"));

            assertThat(value(model, "p")).as(id).isEqualTo(1);
        }
    }

    @Test
    void infiniteEquilibriumConstantMakesAReactionIrreversible() {
        SbmlModel model = SbmlReader.read(ExampleModels.source(ExampleModels.PATHWAY
                .replace("id=\"k\" value=\"7\"", "id=\"k\" value=\"INF\"")
                .replace(
                        "<ci>c</ci><ci>k</ci><ci>p</ci><ci>A</ci>",
                        "<apply><minus/><ci>A</ci><apply><divide/><ci>B</ci><ci>k</ci></apply></apply>")));

        assertThat(value(model.kinetics(), "R1")).isEqualTo(10);
        assertThat(model.kinetics().parameter("R1.k")).isEmpty();
        assertThat(model.ignored()).extracting(Notice::element).contains("reaction R1 / kineticLaw / localParameter k");
    }

    @Test
    void unitsAreReadIntoWords() {
        ModelUnits units = pathway().units();

        assertThat(units.time()).isEqualTo("hour");
        assertThat(units.secondsPerTime()).hasValue(3600);
        assertThat(units.substance()).isEqualTo("mmol");
        assertThat(units.concentration()).isEqualTo("mmol/L");
    }

    @ParameterizedTest
    @CsvSource({
        "<root/><cn>9</cn>, 3",
        "<root/><degree><cn>3</cn></degree><cn>8</cn>, 2",
        "<log/><cn>1000</cn>, 3",
        "<log/><logbase><cn>2</cn></logbase><cn>8</cn>, 3",
        "<minus/><cn>3</cn>, -3",
        "<plus/>, 0",
        "<times/>, 1",
        "<power/><cn>2</cn><cn>-3</cn>, 0.125",
        "<quotient/><cn>-7</cn><cn>2</cn>, -3",
        "<rem/><cn>-7</cn><cn>2</cn>, -1",
        "<max/><cn>1</cn><cn>3</cn><cn>2</cn>, 3",
        "<min/><cn>4</cn><cn>3</cn>, 3",
        "<factorial/><cn>5</cn>, 120",
        "<abs/><cn>-5</cn>, 5",
        "<sec/><cn>1</cn>, 1.8508157176809255",
        "<cot/><cn>1</cn>, 0.6420926159343306",
        "<csch/><cn>1</cn>, 0.8509181282393216",
        "<arcsinh/><cn>-3</cn>, -1.8184464592320668",
        "<arccosh/><cn>3</cn>, 1.762747174039086",
        "<arctanh/><cn>0.5</cn>, 0.5493061443340549",
        "<arccot/><cn>2</cn>, 0.4636476090008061",
        "<arcsec/><cn>2</cn>, 1.0471975511965979",
        "<arccoth/><cn>2</cn>, 0.5493061443340549",
        "<xor/><true/><true/><true/>, 1",
        "<and/>, 1",
        "<or/><false/><true/>, 1",
        "<not/><true/>, 0",
        "<implies/><false/><false/>, 1",
        "<lt/><cn>1</cn><cn>2</cn><cn>3</cn>, 1",
        "<geq/><cn>3</cn><cn>3</cn><cn>4</cn>, 0",
        "<neq/><cn>1</cn><cn>1</cn>, 0",
        "<plus/><cn type='e-notation'>1.5<sep/>-3</cn>, 0.0015",
        "<plus/><cn type='rational'>1<sep/>3</cn>, 0.3333333333333333",
        "<plus/><cn type='integer'> 3000000000 </cn>, 3e9",
        "<plus/><pi/><exponentiale/>, 5.859874482048838",
    })
    void operatorsMeanWhatMathMlSays(String content, double expected) {
        KineticModel model = read(ExampleModels.PATHWAY
                .replace("level3/version1/core", "level3/version2/core")
                .replace("level=\"3\" version=\"1\"", "level=\"3\" version=\"2\"")
                .replace("<times/><cn>2</cn><ci>k</ci>", content));

        assertThat(value(model, "p")).isCloseTo(expected, within(4e-16 * Math.abs(expected)));
    }

    @Test
    void piecewiseTakesTheFirstPieceThatHolds() {
        String pieces = "<piecewise><piece><cn>1</cn><apply><gt/><ci>A</ci><cn>50</cn></apply></piece>"
                + "<piece><cn>2</cn><apply><gt/><ci>A</ci><cn>5</cn></apply></piece>"
                + "<otherwise><cn>3</cn></otherwise></piecewise>";
        KineticModel model = read(ExampleModels.PATHWAY.replace("<cn>2</cn>", pieces));

        assertThat(value(model, "p")).isEqualTo(1);
    }

    private static KineticModel pathway() {
        return SbmlReader.read(ExampleModels.pathway()).kinetics();
    }

    private static KineticModel read(String text) {
        return SbmlReader.read(ExampleModels.source(text)).kinetics();
    }

    private static double value(KineticModel model, String symbol) {
        Map<Symbol, Double> values = model.initialValues();
        assertThat(values).containsKey(new Symbol(symbol));
        return values.getOrDefault(new Symbol(symbol), Double.NaN);
    }
}
