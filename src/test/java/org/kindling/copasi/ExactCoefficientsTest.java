package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.sbml.ExchangeModel;

class ExactCoefficientsTest {

    private static final KineticModel MODEL = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 1
            species B in cell = 1
            parameter k = 1
            reaction R: 0.123456789 A -> 1.987654321 B; k*A
            reaction Q: B -> 0.333333333333 A; k*B
            """);

    @Test
    void coefficientsThatCopasiCutShortAreCompleted() {
        String file = """
                <Metabolite key="Metabolite_0" name="A"/><Metabolite key="Metabolite_1" name="B"/>
                <Reaction key="Reaction_0" name="R" reversible="true">
                <Substrate metabolite="Metabolite_0" stoichiometry="0.123457"/>
                <Product metabolite="Metabolite_1" stoichiometry="1.98765"/>
                <Modifier metabolite="Metabolite_0" stoichiometry="1"/>
                <Reaction key="Reaction_1" name="Q" reversible="true">
                <Substrate metabolite="Metabolite_1" stoichiometry="1"/>
                <Product metabolite="Metabolite_0" stoichiometry="0.333333"/>
                """;

        String exact = ExactCoefficients.of(ExchangeModel.of(MODEL).text()).in(file);

        assertThat(exact)
                .contains("Metabolite_0\" stoichiometry=\"0.123456789\"")
                .contains("Metabolite_1\" stoichiometry=\"1.987654321\"")
                .contains("Modifier metabolite=\"Metabolite_0\" stoichiometry=\"1\"")
                .contains("Substrate metabolite=\"Metabolite_1\" stoichiometry=\"1.0\"")
                .contains("Product metabolite=\"Metabolite_0\" stoichiometry=\"0.333333333333\"");
    }
}
