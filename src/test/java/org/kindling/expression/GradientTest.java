package org.kindling.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives of each operator, against differences and closed forms. */
class GradientTest {

    private static final Symbol X = new Symbol("x");
    private static final Symbol Y = new Symbol("y");

    /** Worst seen: 2e-12. */
    private static final double TOLERANCE = 2e-11;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x + y; 0.3; -2",
                "x + y + x; 0.3; -2",
                "x - y; 0.3; 1e3",
                "y - x; 0.3; 7",
                "x*y; 0.3; -2",
                "x*x*y*x; 1.3; 0.7",
                "x/y; 0.3; -2",
                "y/x; -0.3; 2",
                "x^3; -1.4; 0",
                "x^-2; 0.8; 0",
                "x^0.5; 2.3; 0",
                "x^2.7; 1.9; 0",
                "x^y; 1.9; 2.2",
                "y^x; -1.3; 2.2",
                "x^x; 0.7; 0",
                "-x; 5; 0",
                "sqrt(x); 0.4; 0",
                "exp(x); -1.2; 0",
                "ln(x); 0.2; 0",
                "log10(x); 42; 0",
                "abs(x); -0.9; 0",
                "abs(x); 0.9; 0",
                "sin(x); 2.1; 0",
                "cos(x); 2.1; 0",
                "tan(x); 1.1; 0",
                "asin(x); 0.6; 0",
                "acos(x); -0.6; 0",
                "atan(x); 3; 0",
                "sinh(x); 1.5; 0",
                "cosh(x); -1.5; 0",
                "tanh(x); 0.8; 0",
                "min(x*x, y); 0.7; 2",
                "min(x*x, y); 1.7; 2",
                "max(x*x, y); 0.7; 2",
                "max(x*x, y); 1.7; 2",
                "remainder(x, y); 7.3; 2",
                "remainder(x, y); -7.3; 2",
                "remainder(y, x); 2.1; 7.3",
                "remainder(y, x); 2.1; -7.3",
                "select(less(x, y), x*x, exp(x)); 0.7; 2",
                "select(less(x, y), x*x, exp(x)); 2.7; 2",
                "select(less_or_equal(x, y), x, y)*x; 2.7; 2",
                "sign(x)*x*x; -0.5; 0",
                "floor(x) + ceiling(x); 0.5; 0",
                "factorial(y)*x; 0.5; 5",
                "equal(x, y) + and(x, y) + or(x, y) + not(x); 0.5; 5"
            })
    void derivativeOfEachOperatorAgreesWithDifferences(String formula, double x, double y) {
        Expression expression = Formula.of(formula);

        double derivative = at(gradient(expression, X), x, y);

        Differences differences = Differences.of(value -> at(expression, value, y), x, 0.05 * Math.min(1, Math.abs(x)));
        assertThat(derivative).isCloseTo(differences.value(), within(TOLERANCE * (1 + Math.abs(derivative))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"x*y/(1 + x/y); 0.3; 2", "x^y - ln(x); 1.9; 2.2", "exp(-x*x)*y*y; 0.4; -1", "y*y; 3; 4", "7; 1; 1"
            })
    void derivativeAlongADirectionIsTheGradientTimesTheDirection(String formula, double x, double y) {
        Expression expression = Formula.of(formula);
        Map<Symbol, Double> values = Map.of(X, x, Y, y);

        Expression along = Gradient.along(expression, Map.of(X, new Constant(3), Y, new Constant(-0.5)));

        Map<Symbol, Expression> gradient = Gradient.of(expression, Set.of(X, Y));
        double expected = 3 * Expressions.evaluate(gradient.getOrDefault(X, Constant.ZERO), values::get)
                - 0.5 * Expressions.evaluate(gradient.getOrDefault(Y, Constant.ZERO), values::get);
        assertThat(Expressions.evaluate(along, values::get)).isCloseTo(expected, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3*x*y/(1 + x/y)/(2 - y); 0.3; 3",
                "-(x*y)^3/(x + y)^2; -1.2; 0.4",
                "x^y*exp(x)/y; 1.9; 2.2",
                "x*x/sqrt(x); 0.6; 0",
                "(x - y/7)*(0*x - 2); 0.6; 2",
                "7; 1; 1"
            })
    void derivativeOfTheLogarithmIsTheDerivativeBesideTheValue(String formula, double x, double y) {
        Expression expression = Formula.of(formula);
        Map<Symbol, Double> values = Map.of(X, x, Y, y);
        Map<Symbol, Constant> direction = Map.of(X, new Constant(3), Y, new Constant(-0.5));

        Expression relative = Gradient.relativeAlong(expression, direction);

        double expected = Expressions.evaluate(Gradient.along(expression, direction), values::get)
                / Expressions.evaluate(expression, values::get);
        assertThat(Expressions.evaluate(relative, values::get)).isCloseTo(expected, within(1e-13));
    }

    /** A product of 2^50 equal factors. */
    @Test
    void derivativeOfTheLogarithmSharesEqualFactors() {
        Expression shared = X;
        for (int level = 0; level < 50; level++) {
            shared = Expressions.product(shared, shared);
        }

        Expression relative = Gradient.relativeAlong(shared, Map.of(X, Constant.ONE));

        assertThat(Expressions.evaluate(relative, Map.of(X, 2.0)::get)).isEqualTo(0x1p49);
    }

    @Test
    void derivativeOfPowersHoldsAtZeroBase() {
        assertThat(at(gradient(Formula.of("x^2"), X), 0, 0)).isZero();
        assertThat(at(gradient(Formula.of("x^1"), X), 0, 0)).isEqualTo(1);
        assertThat(at(gradient(Formula.of("x^3*y"), Y), 0, 2)).isZero();
    }

    @Test
    void derivativeOfHillLawIsFiniteWhereItsSpeciesIsAbsent() {
        double slope = at(gradient(Formula.of("3*x^2/(y^2 + x^2)"), X), 0, 2);

        assertThat(slope).isZero();
    }

    @Test
    void vanishingDerivativesAreLeftOut() {
        assertThat(Gradient.of(Formula.of("x + 0*y"), Set.of(X, Y))).containsOnlyKeys(X);
        assertThat(Gradient.of(Formula.of("floor(y) + x - x"), Set.of(Y))).isEmpty();
        assertThat(Gradient.of(Constant.ONE, Set.of(X))).isEmpty();
    }

    @Test
    void onlyTheVariablesAreDifferentiated() {
        assertThat(Gradient.of(Formula.of("x*y"), Set.of(Y))).containsOnlyKeys(Y);
        assertThat(Gradient.of(Formula.of("x*y"), Set.of(new Symbol("z")))).isEmpty();
    }

    @Test
    void derivativesShareTheOperationsOfTheExpression() {
        Expression shared = X;
        for (int level = 0; level < 200; level++) {
            shared = Expressions.product(shared, shared);
        }

        Expression derivative = gradient(shared, X);

        // 2^200 paths, but few nodes: what is shared is differentiated once.
        assertThat(Expressions.size(derivative)).isLessThan(1_500);
    }

    private static Expression gradient(Expression expression, Symbol by) {
        return Gradient.of(expression, Set.of(by)).getOrDefault(by, Constant.ZERO);
    }

    private static double at(Expression expression, double x, double y) {
        Map<Symbol, Double> values = Map.of(X, x, Y, y);
        return Expressions.evaluate(expression, symbol -> Objects.requireNonNull(values.get(symbol)));
    }
}
