package org.kindling.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What does not vary is taken out, and nothing else. */
class InvariantsTest {

    private static final Symbol X = new Symbol("x");

    @Test
    void largestSubexpressionsWithoutAVaryingSymbolAreTakenOut() {
        Invariants invariants = of("exp(a*b)*x + sqrt(a + x)");

        assertThat(invariants.symbols()).hasSize(1);
        assertThat(Expressions.size(invariants.definitions().get(0))).isEqualTo(4);
        assertThat(Expressions.symbols(invariants.definitions().get(0)))
                .containsExactlyInAnyOrder(new Symbol("a"), new Symbol("b"));
        assertThat(Expressions.symbols(invariants.outputs().get(0)))
                .containsExactlyInAnyOrder(invariants.symbols().get(0), X, new Symbol("a"));
    }

    @Test
    void equalInvariantsAreOneSymbol() {
        Invariants invariants = Invariants.of(
                List.of(Formula.of("x^exp(a + b)"), Formula.of("exp(b + a) - x"), Formula.of("exp(a + b)")), Set.of(X));

        assertThat(invariants.symbols()).hasSize(1);
        assertThat(invariants.outputs().get(2)).isEqualTo(invariants.symbols().get(0));
    }

    @Test
    void divisionsByInvariantsBecomeProductsWithOneReciprocal() {
        Invariants invariants = Invariants.of(List.of(Formula.of("x/k"), Formula.of("(1 + x)/k")), Set.of(X));

        assertThat(invariants.symbols()).hasSize(1);
        assertThat(invariants.outputs())
                .allSatisfy(
                        output -> assertThat(((Operation) output).operator()).isEqualTo(Operator.MULTIPLY));
    }

    @Test
    void divisionsByNumbersBecomeProducts() {
        Invariants invariants = of("x/4");

        assertThat(invariants.symbols()).isEmpty();
        assertThat(Expressions.evaluate(invariants.outputs().get(0), symbol -> 3.0))
                .isEqualTo(0.75);
    }

    @Test
    void plainSymbolsAndConstantsStay() {
        Expression expression = Formula.of("a*x + 2*b");
        Invariants invariants = Invariants.of(List.of(Formula.of("a*x"), new Constant(3), X), Set.of(X));

        assertThat(invariants.symbols()).isEmpty();
        assertThat(invariants.outputs().subList(1, 3)).containsExactly(new Constant(3), X);
        assertThat(Invariants.of(List.of(expression), Expressions.symbols(expression))
                        .outputs())
                .containsExactly(expression);
    }

    @Test
    void valuesOfRandomExpressionsStay() {
        for (int seed = 0; seed < 200; seed++) {
            RandomExpressions graph = new RandomExpressions(seed, 6, 60);
            List<Expression> outputs = graph.some(12);
            Invariants invariants =
                    Invariants.of(outputs, Set.copyOf(graph.symbols().subList(0, 2)));
            Map<Symbol, Double> values = new HashMap<>(graph.point());
            for (int index = 0; index < invariants.symbols().size(); index++) {
                values.put(
                        invariants.symbols().get(index),
                        value(invariants.definitions().get(index), values));
            }
            for (int output = 0; output < outputs.size(); output++) {
                double expected = value(outputs.get(output), values);
                // A reciprocal instead of a division costs one rounding; operations after it enlarge it.
                assertThat(value(invariants.outputs().get(output), values))
                        .as("seed %s, output %s", seed, output)
                        .isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
            }
        }
    }

    private static Invariants of(String formula) {
        return Invariants.of(List.of(Formula.of(formula)), Set.of(X));
    }

    private static double value(Expression expression, Map<Symbol, Double> values) {
        return Expressions.evaluate(expression, symbol -> Objects.requireNonNull(values.get(symbol)));
    }
}
