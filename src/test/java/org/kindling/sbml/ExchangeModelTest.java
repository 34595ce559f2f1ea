package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;

class ExchangeModelTest {

    @Test
    void localParametersBecomeGlobal() {
        ExchangeModel exchange = ExchangeModel.of(model(ExampleModels.PATHWAY));
        KineticModel again = model(exchange.text());

        assertThat(exchange.idOf(new Symbol("R1.k"))).isEqualTo("R1__k");
        assertThat(exchange.idOf(new Symbol("k"))).isEqualTo("k");
        assertThat(again.initialValues())
                .containsEntry(new Symbol("R1__k"), 7.0)
                .containsEntry(new Symbol("k"), 0.5);
    }

    @Test
    void promotedIdsAvoidThoseThatAreTaken() {
        String text = ExampleModels.PATHWAY.replace("\"p\"", "\"R1__k\"").replace("<ci>p<", "<ci>R1__k<");

        ExchangeModel exchange = ExchangeModel.of(model(text));

        assertThat(exchange.idOf(new Symbol("R1.k"))).isEqualTo("R1__k_");
        assertThat(exchange.idOf(new Symbol("R1__k"))).isEqualTo("R1__k");
        assertThat(model(exchange.text()).initialValues()).containsEntry(new Symbol("R1__k"), 1.0);
    }

    @Test
    void valuesAtTheStartAreNumbers() {
        String text = ExchangeModel.of(model(ExampleModels.PATHWAY)).text();

        assertThat(text).doesNotContain("initialAssignment").contains("id=\"p\" constant=\"true\" value=\"1.0\"");
    }

    @Test
    void namesOfDifferentDocumentsDiffer() {
        KineticModel one = model(ExampleModels.PATHWAY);
        KineticModel other = model(ExampleModels.PATHWAY.replace("value=\"7\"", "value=\"8\""));

        assertThat(model(ExchangeModel.of(one).text()).id())
                .startsWith("pathway_")
                .isEqualTo(model(ExchangeModel.of(one).text()).id())
                .isNotEqualTo(model(ExchangeModel.of(other).text()).id());
    }

    @Test
    void largeCoefficientsAreScaled() {
        KineticModel model = model(ExampleModels.PATHWAY.replace("stoichiometry=\"2\"", "stoichiometry=\"82306\""));

        ExchangeModel exchange = ExchangeModel.of(model);

        assertThat(exchange.scaledReactions()).containsExactly("R1");
        assertThat(exchange.fluxFactor("R1")).isEqualTo(1.0 / 65536);
        assertThat(exchange.text()).contains("<cn>65536</cn>");
        assertSame(model, exchange);
    }

    @Test
    void largestPowersAndTinyNumbersKeepAllDigits() {
        KineticModel model = model(ExampleModels.PATHWAY.replace("<ci>p</ci>", "<cn>1.2345678901234567e-300</cn>"));

        assertSame(model, ExchangeModel.of(model));
    }

    @ParameterizedTest
    @MethodSource({
        "org.kindling.sbml.ExampleModels#testModels",
        "org.kindling.sbml.PublishedModelsTest#models",
        "org.kindling.sbml.PublishedModelsTest#cases"
    })
    void ratesAreTheSameToTheLastBit(Path file) {
        PublishedModelsTest.assumePresent(file);
        KineticModel model = SbmlReader.read(file).kinetics();

        boolean empty = model.compartments().isEmpty() && model.initialValues().size() == 1;
        if (empty) {
            System.out.println("SKIPPED: ExchangeModelTest, " + file.getFileName() + " holds no quantity with a value");
        }
        Assumptions.assumeFalse(empty);

        assertSame(model, ExchangeModel.of(model));
    }

    private static void assertSame(KineticModel model, ExchangeModel exchange) {
        new SameMathematics(symbol -> new Symbol(exchange.idOf(symbol)), exchange::fluxFactor)
                .check(model, model(exchange.text()));
    }

    private static KineticModel model(String text) {
        return SbmlReader.read(ExampleModels.source(text)).kinetics();
    }
}
