package org.kindling.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Building, simplifying, folding and walking expressions. */
class ExpressionsTest {

    private static final Symbol X = new Symbol("x");
    private static final Symbol Y = new Symbol("y");

    @ParameterizedTest
    @CsvSource({"0*x, 0", "x*0, 0", "0/x, 0", "x^0, 1", "1^0, 1", "0*ln(x)*y, 0", "2*3 + 4, 10", "2^10, 1024"})
    void absorbingAndConstantExpressionsBecomeNumbers(String formula, double value) {
        assertThat(Formula.of(formula)).isEqualTo(new Constant(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + 0", "0 + x", "x - 0", "1*x", "x*1", "x/1", "x^1", "--x", "---(-x)"})
    void neutralElementsVanish(String formula) {
        assertThat(Formula.of(formula)).isEqualTo(X);
    }

    @Test
    void numbersOfOneSumOrProductAreCollected() {
        Expression sum = Expressions.sum(List.of(new Constant(2), X, new Constant(-2)));
        Expression product = Expressions.product(new Constant(2), X, new Constant(0.5));

        assertThat(sum).isEqualTo(X);
        assertThat(product).isEqualTo(X);
        assertThat(Expressions.sum(List.of())).isEqualTo(Constant.ZERO);
        assertThat(Expressions.product(List.of())).isEqualTo(Constant.ONE);
    }

    @Test
    void productWithMinusOneIsNegative() {
        Operation negative = (Operation) Expressions.product(new Constant(-1), X);

        assertThat(negative.operator()).isEqualTo(Operator.NEGATE);
    }

    @Test
    void divisionByZeroIsNotSimplifiedAway() {
        assertThat(Expressions.quotient(Constant.ZERO, Constant.ZERO)).isEqualTo(new Constant(Double.NaN));
        assertThat(Formula.of("1/0")).isEqualTo(new Constant(Double.POSITIVE_INFINITY));
    }

    @Test
    void undefinedNumbersAreNotLostInSumsAndProducts() {
        Constant undefined = new Constant(Double.NaN);

        assertThat(value(Expressions.sum(List.of(undefined, X)), 1)).isNaN();
        assertThat(value(Expressions.product(undefined, X), 1)).isNaN();
        assertThat(value(Expressions.product(undefined, Constant.ZERO), 1)).isNaN();
    }

    @Test
    void choiceWithKnownConditionIsMade() {
        assertThat(Formula.of("select(1, x, y)")).isEqualTo(X);
        assertThat(Formula.of("select(0, x, y)")).isEqualTo(Y);
        assertThat(Formula.of("select(less(x, y), x, x)")).isEqualTo(X);
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void everyOperatorOfNumbersIsFolded(Operator operator) {
        int arguments = operator == Operator.SELECT ? 3 : operator.accepts(1) ? 1 : 2;
        List<Constant> numbers =
                List.of(new Constant(1), new Constant(2), new Constant(3)).subList(0, arguments);

        assertThat(Expressions.apply(operator, numbers)).isInstanceOf(Constant.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'remainder(-7, 3)', -1",
        "'floor(-0.5)', -1",
        "'ceiling(1.2)', 2",
        "'factorial(5)', 120",
        "'factorial(0)', 1",
        "'factorial(170)', 7.257415615307994e306",
        "'factorial(171)', Infinity",
        "'factorial(1.5)', NaN",
        "'factorial(-1)', NaN",
        "'equal(2, 2)', 1",
        "'less(2, 2)', 0",
        "'less_or_equal(2, 2)', 1",
        "'and(1, 0)', 0",
        "'or(1, 0)', 1",
        "'not(0)', 1",
        "'sign(-3)', -1",
        "'min(2, 1)', 1",
        "'max(2, 1)', 2",
        "'log10(1000)', 3"
    })
    void operatorsMeanWhatTheySay(String formula, double value) {
        assertThat(Formula.of(formula)).isEqualTo(new Constant(value));
    }

    @Test
    void wrongNumberOfArgumentsIsRefused() {
        assertThatThrownBy(() -> Expressions.apply(Operator.EXP, X, Y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EXP");
        assertThatThrownBy(() -> Expressions.apply(Operator.ATAN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Expressions.apply(Operator.DIVIDE, X)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Expressions.apply(Operator.NEGATE, X, Y)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Expressions.apply(Operator.POWER, X, Y, X))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namelessSymbolsAreRefused() {
        assertThatThrownBy(() -> new Symbol("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void replacementSimplifiesAndKeepsWhatIsUnchanged() {
        Expression unchanged = Formula.of("exp(y)");
        Expression expression = Expressions.sum(List.of(Expressions.product(X, Y), unchanged));

        Expression replaced = Expressions.replace(expression, symbol -> symbol.equals(X) ? Constant.ZERO : symbol);

        assertThat(replaced).isSameAs(unchanged);
    }

    @Test
    void replacementsAreNotReplacedAgain() {
        Map<Symbol, Expression> swap = Map.of(X, Y, Y, X);

        Expression swapped = Expressions.replace(Formula.of("x - y"), symbol -> swap.getOrDefault(symbol, symbol));

        assertThat(swapped.arguments()).containsExactly(Y, X);
    }

    @Test
    void symbolsComeInOrderOfOccurrence() {
        Set<Symbol> symbols = Expressions.symbols(Formula.of("y*x + exp(z) - y"));

        assertThat(symbols).containsExactlyInAnyOrder(Y, X, new Symbol("z"));
    }

    @Test
    void sizeCountsSharedNodesOnce() {
        Expression shared = X;
        for (int level = 0; level < 100; level++) {
            shared = Expressions.product(shared, shared);
        }

        assertThat(Expressions.size(shared)).isEqualTo(101);
        assertThat(value(shared, 1)).isEqualTo(1);
    }

    @Test
    void deepNestingDoesNotOverflow() {
        Expression deep = X;
        for (int level = 0; level < 20_000; level++) {
            deep = Expressions.apply(Operator.SQRT, Expressions.sum(List.of(deep, Y)));
        }

        assertThat(value(deep, 1)).isFinite();
        assertThat(Expressions.symbols(deep)).containsExactlyInAnyOrder(X, Y);
        assertThat(Expressions.size(Expressions.replace(deep, symbol -> X))).isEqualTo(40_001);
        assertThat(Gradient.of(deep, Set.of(X))).containsOnlyKeys(X);
        assertThat(Tape.compile(List.of(X, Y), List.of(deep)).operations()).isEqualTo(40_000);
    }

    private static double value(Expression expression, double everySymbol) {
        return Expressions.evaluate(expression, symbol -> everySymbol);
    }

    @Test
    void piecesAreSeenAtAnyDepth() {
        Expression choice = Expressions.select(new Symbol("c"), new Symbol("x"), Constant.ONE);

        assertThat(Expressions.isPiecewise(Expressions.sum(List.of(choice, new Symbol("y")))))
                .isTrue();
        assertThat(Expressions.isPiecewise(Expressions.product(new Symbol("x"), new Symbol("y"))))
                .isFalse();
    }
}
