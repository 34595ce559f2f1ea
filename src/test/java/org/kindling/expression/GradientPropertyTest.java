package org.kindling.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Derivatives of 200 random expression graphs against differences. */
class GradientPropertyTest {

    /** Ten times the worst difference seen, relative to 1 + |derivative|. */
    private static final double TOLERANCE = 3e-12;

    @Test
    void gradientAgreesWithDifferences() {
        int compared = 0;
        double worst = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomExpressions random = new RandomExpressions(seed, 4, 40);
            Expression expression = random.last();
            Map<Symbol, Expression> gradient = Gradient.of(expression, Set.copyOf(random.symbols()));
            for (Symbol symbol : random.symbols()) {
                double exact = at(gradient.getOrDefault(symbol, Constant.ZERO), random.point());
                double x = Objects.requireNonNull(random.point().get(symbol));
                Differences differences =
                        Differences.of(value -> at(expression, random.point(), symbol, value), x, 0.02);
                double scale = 1 + Math.abs(exact);
                if (differences.error() < 1e-11 * scale) {
                    compared++;
                    worst = Math.max(worst, Math.abs(exact - differences.value()) / scale);
                    assertThat(exact)
                            .as("seed %s, d/d%s", seed, symbol)
                            .isCloseTo(differences.value(), within(TOLERANCE * scale));
                }
            }
        }
        System.out.println("gradient against differences: worst " + worst + " in " + compared + " of 800");

        // Where a corner lies within the step, differences cannot judge; there are few such.
        assertThat(compared).isGreaterThan(750);
    }

    private static double at(Expression expression, Map<Symbol, Double> point, Symbol changed, double value) {
        Map<Symbol, Double> values = new HashMap<>(point);
        values.put(changed, value);
        return at(expression, values);
    }

    private static double at(Expression expression, Map<Symbol, Double> values) {
        return Expressions.evaluate(expression, symbol -> Objects.requireNonNull(values.get(symbol)));
    }
}
