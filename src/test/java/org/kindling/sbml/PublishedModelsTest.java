package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;

/** Published models and the cases of the SBML Test Suite are read, and are the same after writing and reading again. */
class PublishedModelsTest {

    private static final Path COLLECTION = Path.of("../shared/conformance");

    /** Broken in the wild, and refused for it: a variable named pi written as the number, an undeclared species. */
    private static final Set<String> BROKEN = Set.of(
            "JWS_levering2012_fig2-user__model0_levering1.xml",
            "JWS_levering2012_fig2-user__model1_levering1.xml",
            "jaxkm_glycolysis_draft1.xml");

    private static final Pattern IN_SCOPE = Pattern.compile("(?<=^real/)[^,]+(?=,.*,core[^,]*,\\d+,\\d+,)");

    static Stream<Path> models() throws IOException {
        Path index = COLLECTION.resolve("real/INDEX.csv");
        if (!Files.exists(index)) {
            return Stream.of(Path.of(""));
        }
        List<Path> models = Files.readAllLines(index).stream()
                .map(IN_SCOPE::matcher)
                .filter(matcher -> matcher.find() && !BROKEN.contains(matcher.group()))
                .map(matcher -> COLLECTION.resolve("real").resolve(matcher.group()))
                .toList();
        assertThat(models).hasSizeGreaterThan(150);
        return models.stream();
    }

    static Stream<Path> cases() throws IOException {
        if (!Files.exists(COLLECTION.resolve("sts"))) {
            return Stream.of(Path.of(""));
        }
        try (Stream<Path> files = Files.walk(COLLECTION.resolve("sts"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource({"models", "cases"})
    void mathematicsSurvivesWritingAndReading(Path file) {
        assumePresent(file);
        SbmlModel model = SbmlReader.read(file);

        byte[] written = SbmlPatch.of(model.source()).bytes();
        SbmlModel again = SbmlReader.read(SbmlSource.of(file.toString(), written));

        assertThat(SbmlPatch.of(again.source()).bytes()).isEqualTo(written);
        assertThat(again.kinetics().initialValues()).isEqualTo(model.kinetics().initialValues());
        SplittableRandom random = new SplittableRandom(20261121);
        for (int state = 0; state < 3; state++) {
            Map<Symbol, Double> values = new HashMap<>();
            for (Symbol symbol : symbols(model.kinetics())) {
                values.put(symbol, random.nextDouble(0.1, 10));
            }
            assertThat(rates(again.kinetics(), values)).isEqualTo(rates(model.kinetics(), values));
        }
    }

    /** Skips a test, and says so, where the collection is absent. */
    static void assumePresent(Path file) {
        boolean present = !file.toString().isEmpty();
        if (!present) {
            System.out.println("SKIPPED: published models, " + COLLECTION + " is absent");
        }
        Assumptions.assumeTrue(present);
    }

    /** The values of all laws and rules, to the last bit: text and order are the same, so rounding is. */
    private static List<Double> rates(KineticModel model, Map<Symbol, Double> values) {
        return formulas(model).stream()
                .map(formula -> Expressions.evaluate(formula, values::get))
                .toList();
    }

    private static Set<Symbol> symbols(KineticModel model) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        formulas(model).forEach(formula -> symbols.addAll(Expressions.symbols(formula)));
        return symbols;
    }

    private static List<Expression> formulas(KineticModel model) {
        Stream<Expression> laws = model.reactions().stream().map(reaction -> model.resolved(reaction.law()));
        Stream<Expression> rules = model.rules().rates().values().stream().map(model::resolved);
        return Stream.concat(laws, rules).toList();
    }
}
