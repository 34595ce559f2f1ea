package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.expression.Expressions;
import org.kindling.expression.Formula;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;

/**
 * Elasticities of the mechanisms against their closed forms. The one state is A, so that the Jacobian is its elasticity
 * times its coefficient times the flux over its amount, whatever the constants are: the scale follows from the flux.
 */
class ElasticityTest {

    /** Sums of a few terms of moderate size: worst seen 3e-15. */
    private static final double TOLERANCE = 3e-14;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // reaction; coefficient of A; displacement; denominator; elasticity by g, D and dD = A dD/dA
                "A -> B; V*A/ka*(1 - G)/D; -1; B/A/q; 1 + A/ka + B/kb; A/ka; 1 + g - dD/D",
                "B -> A; V*B/kb*(1 - G)/D; 1; A/B/q; 1 + B/kb + A/ka; A/ka; -g - dD/D",
                "A + B -> C + E; V*A*B/ka/kb*(1 - G)/D; -1; C*E/A/B/q; (1 + A/ka + C/kc)*(1 + B/kb + E/ke);"
                        + "A/ka*(1 + B/kb + E/ke); 1 + g - dD/D",
                "B + C -> A + E; V*B*C/kb/kc*(1 - G)/D; 1; A*E/B/C/q; (1 + B/kb + A/ka)*(1 + C/kc + E/ke);"
                        + "A/ka*(1 + C/kc + E/ke); -g - dD/D",
                "A -> B + C; V*A/ka*(1 - G)/D; -1; B*C/A/q; 1 + A/ka + B/kb + C/kc + B*C/kb/kc; A/ka; 1 + g - dD/D",
                "B -> A + C; V*B/kb*(1 - G)/D; 1; A*C/B/q; 1 + B/kb + A/ka + C/kc + A*C/ka/kc; A/ka + A*C/ka/kc;"
                        + "-g - dD/D",
                "A + B -> C; V*A*B/ka/kb*(1 - G)/D; -1; C/A/B/q; 1 + A/ka + B/kb + A*B/ka/kb + C/kc;"
                        + "A/ka + A*B/ka/kb; 1 + g - dD/D",
                "2 A -> B; V*(A/ka)^2*(1 - G)/D; -2; B/A^2/q; 1 + A/ka + (A/ka)^2 + B/kb; A/ka + 2*(A/ka)^2;"
                        + "2*(1 + g) - dD/D",
                "B -> 3 A; V*B/kb*(1 - G)/D; 3; A^3/B/q; B/kb + 1 + A/ka + (A/ka)^2 + (A/ka)^3;"
                        + "A/ka + 2*(A/ka)^2 + 3*(A/ka)^3; -3*g - dD/D",
                "A + B -> C; V*B/kb*(1 - G)/D; -1; C/A/B/q; 1 + B/kb + C/kc; 0; g",
                "B -> 2 A + C; V*B/kb*(1 - G)/D; 2; A^2*C/B/q; 1 + B/kb + C/kc; 0; -2*g",
                "A -> B; V*A/D; -1; 0; ka + A; A; 1 - A/(ka + A)",
                "A + B -> C; V*A/D*B/(kb + B); -1; 0; ka + A; A; 1 - A/(ka + A)",
                "A -> B; V*A*B; -1; 0; 1; 0; 1",
                "A -> B; V*(A - B/q); -1; B/A/q; 1; 0; 1 + g",
                "B -> A; V*(B - A/q); 1; A/B/q; 1; 0; -g",
                "A + B -> A + C; V*B/D; 0; 0; kb*(1 + A/ka) + B; A; 0",
                "B -> 0.5 A; V*B/D; 0.5; 0; kb*(1 + A/ka) + B; kb*A/ka; -dD/D",
                "A -> B; V*A^2.5/(ka^2.5 + A^2.5); -1; 0; 1; 0; 2.5*ka^2.5/(ka^2.5 + A^2.5)"
            })
    void elasticityHasItsClosedForm(
            String reaction,
            String law,
            double coefficient,
            String displacement,
            String denominator,
            String slope,
            String elasticity) {
        String text = law.replace("G", "(" + displacement + ")").replace("D", "(" + denominator + ")");
        KineticModel model = model(reaction + "; " + text);
        JacobianFunction function = Jacobians.of(model);
        ReferenceState state = function.state();
        SplittableRandom random = new SplittableRandom(11);
        for (int set = 0; set < 50; set++) {
            Map<String, Double> constants = new HashMap<>();
            function.space()
                    .coordinates()
                    .forEach(coordinate -> constants.put(coordinate.address(), Math.exp(random.nextDouble(-7, 7))));

            double found = Jacobians.matrix(function, Jacobians.values(function, constants))[0];

            Map<String, Double> values = new HashMap<>(constants);
            state.values().forEach((symbol, value) -> values.putIfAbsent(symbol.name(), value));
            double gamma = value(displacement, values);
            values.put("g", gamma / (1 - gamma));
            values.put("D", value(denominator, values));
            values.put("dD", value(slope, values));
            double expected = coefficient * state.rate(1) / (2.5 * 1.7) * value(elasticity, values);
            double size = Math.abs(coefficient * state.rate(1) / (2.5 * 1.7)) * (1 + Math.abs(2 * gamma / (1 - gamma)));
            assertThat(found).as(constants.toString()).isCloseTo(expected, within(TOLERANCE * size));
        }
    }

    private static double value(String formula, Map<String, Double> values) {
        return Expressions.evaluate(
                Formula.of(formula), symbol -> Objects.requireNonNull(values.get(symbol.name()), symbol::name));
    }

    private static KineticModel model(String reaction) {
        return ModelSketch.model("""
                compartment cell = 2.5
                species A in cell = 1.7
                boundary B in cell = 0.9
                boundary C in cell = 0.4
                boundary E in cell = 0.6
                parameter V = 3
                parameter q = 20
                parameter ka = 1.2
                parameter kb = 0.8
                parameter kc = 2
                parameter ke = 1
                reaction feed: B -> A; 1
                """ + "reaction R: " + reaction);
    }
}
