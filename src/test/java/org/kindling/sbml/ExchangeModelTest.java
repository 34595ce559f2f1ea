package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;

class ExchangeModelTest {

    static Stream<Path> testModels() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-models"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

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
        "testModels",
        "org.kindling.sbml.PublishedModelsTest#models",
        "org.kindling.sbml.PublishedModelsTest#cases"
    })
    void ratesAreTheSameToTheLastBit(Path file) {
        boolean present = !file.toString().isEmpty();
        if (!present) {
            System.out.println("SKIPPED: ExchangeModelTest, ../shared/conformance is absent");
        }
        Assumptions.assumeTrue(present);
        KineticModel model = SbmlReader.read(file).kinetics();

        boolean empty = model.compartments().isEmpty() && model.initialValues().size() == 1;
        if (empty) {
            System.out.println("SKIPPED: ExchangeModelTest, " + file.getFileName() + " holds no quantity with a value");
        }
        Assumptions.assumeFalse(empty);

        assertSame(model, ExchangeModel.of(model));
    }

    private static void assertSame(KineticModel model, ExchangeModel exchange) {
        KineticModel again = model(exchange.text());
        Map<Symbol, Double> before = model.initialValues();
        Map<Symbol, Double> after = again.initialValues();
        before.forEach((symbol, value) -> {
            double factor = model.reaction(symbol.name()).isPresent() ? exchange.fluxFactor(symbol.name()) : 1;
            double same = Objects.requireNonNull(after.get(new Symbol(exchange.idOf(symbol))), symbol::name);
            // Adding zero makes zeros of either sign the same.
            assertThat(Double.valueOf(factor * same + 0)).as(symbol.name()).isEqualTo(Double.valueOf(value + 0));
        });
        SplittableRandom random = new SplittableRandom(20261121);
        for (int state = 0; state < 3; state++) {
            Map<Symbol, Double> values = new HashMap<>();
            Map<Symbol, Double> renamed = new HashMap<>();
            Function<Symbol, Double> value = symbol -> values.computeIfAbsent(symbol, key -> {
                double number = random.nextDouble(0.1, 10);
                renamed.put(new Symbol(exchange.idOf(key)), number);
                return number;
            });
            List<List<Double>> changes = changes(model, value);
            assertThat(changes(again, renamed::get)).isEqualTo(changes);
        }
    }

    /** What each process that changes anything adds to the rate of change of each state. */
    private static List<List<Double>> changes(KineticModel model, Function<Symbol, Double> values) {
        RateEquations equations = RateEquations.of(model);
        double[][] stoichiometry = equations.stoichiometry().toDense();
        List<List<Double>> changes = new ArrayList<>();
        for (int process = 0; process < equations.processes().size(); process++) {
            double rate =
                    Expressions.evaluate(equations.processes().get(process).rate(), values);
            int column = process;
            if (Arrays.stream(stoichiometry).anyMatch(row -> row[column] != 0)) {
                changes.add(Arrays.stream(stoichiometry)
                        .map(row -> row[column] * rate)
                        .toList());
            }
        }
        return changes;
    }

    private static KineticModel model(String text) {
        return SbmlReader.read(ExampleModels.source(text)).kinetics();
    }
}
