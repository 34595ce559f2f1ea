package org.kindling.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What compilation finds, and what it must leave alone. */
class TapeTest {

    private static final Symbol X = new Symbol("x");
    private static final Symbol Y = new Symbol("y");

    @Test
    void equalSubexpressionsAreComputedOnce() {
        assertThat(operations("(x + y)*(x + y)")).isEqualTo(2);
        assertThat(operations("(x + y)*(y + x)")).isEqualTo(2);
        assertThat(operations("exp(x*y) + exp(y*x)")).isEqualTo(3);
        assertThat(operations("x*x*y + x*x")).isEqualTo(3);
    }

    @Test
    void operandsOfDifferencesAndQuotientsKeepTheirOrder() {
        assertThat(value("(x - y)*(y - x)", 3, 1)).isEqualTo(-4);
        assertThat(value("x/y + y/x", 4, 2)).isEqualTo(2.5);
        assertThat(operations("(x - y) + (y - x)")).isEqualTo(3);
    }

    @Test
    void expressionsSharedBetweenOutputsAreComputedOnce() {
        Tape tape = Tape.compile(List.of(X, Y), List.of(Formula.of("1/(x + y)"), Formula.of("2/(x + y)")));

        assertThat(tape.operations()).isEqualTo(3);
    }

    @Test
    void smallIntegerPowersAreProducts() {
        assertThat(operations("x^2")).isEqualTo(1);
        assertThat(operations("x^8")).isEqualTo(3);
        assertThat(operations("x^-4")).isEqualTo(3);
        assertThat(operations("x^9")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -8, -7, -5, -3, -2, -1, 2, 3, 4, 5, 6, 7, 8, 9, 0.5, 2.5})
    void powersAgreeWithThePowerFunction(double exponent) {
        SplittableRandom random = new SplittableRandom(7);
        Tape.Evaluator evaluator = Tape.compile(List.of(X), List.of(Expressions.power(X, new Constant(exponent))))
                .evaluator(1);
        for (int point = 0; point < 1_000; point++) {
            double x = Math.exp(random.nextDouble(-20, 20));
            evaluator.input(0)[0] = x;
            evaluator.run();
            double expected = Math.pow(x, exponent);
            // x^7 and its inverse round up to seven times by half a unit; the power function by one unit.
            assertThat(evaluator.output(0)[0]).isCloseTo(expected, within(1e-15 * expected));
        }
    }

    @Test
    void outputsMayBeInputsConstantsAndEachOther() {
        Expression sum = Formula.of("x + y");
        List<Expression> outputs = List.of(X, new Constant(5), sum, sum, Formula.of("y + x"), Y, Constant.ZERO);
        Tape.Evaluator evaluator = Tape.compile(List.of(X, Y), outputs).evaluator(1);
        evaluator.input(0)[0] = 2;
        evaluator.input(1)[0] = 3;

        evaluator.run();

        double[] found = new double[outputs.size()];
        for (int output = 0; output < found.length; output++) {
            found[output] = evaluator.output(output)[0];
        }
        assertThat(found).containsExactly(2, 5, 5, 5, 5, 3, 0);
    }

    @Test
    void outputsThatLaterOperationsReadStayIntact() {
        Expression early = Formula.of("x*y");
        Expression late = early;
        for (int step = 0; step < 50; step++) {
            late = Expressions.difference(Expressions.product(late, new Constant(0.5)), Y);
        }
        Tape.Evaluator evaluator =
                Tape.compile(List.of(X, Y), List.of(early, late)).evaluator(1);
        evaluator.input(0)[0] = 3;
        evaluator.input(1)[0] = 7;

        evaluator.run();

        assertThat(evaluator.output(0)[0]).isEqualTo(21);
    }

    @Test
    void secondRunForgetsTheFirst() {
        Tape.Evaluator evaluator = Tape.compile(List.of(X, Y), List.of(Formula.of("(x + 2)*y/(1 + x)")))
                .evaluator(2);
        evaluator.input(0)[0] = 5;
        evaluator.input(1)[0] = 6;
        evaluator.run();

        evaluator.input(0)[0] = 1;
        evaluator.input(1)[0] = 4;
        evaluator.run();

        assertThat(evaluator.output(0)[0]).isEqualTo(6);
    }

    @Test
    void undefinedValuesTravelToTheOutput() {
        assertThat(value("ln(x)", -1, 0)).isNaN();
        assertThat(value("1/y", 1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value("select(less(x, y), 1/y, x)", 1, 0)).isEqualTo(1);
    }

    @Test
    void zerosOfEitherSignStayApart() {
        Tape.Evaluator evaluator = Tape.compile(
                        List.of(X), List.of(Expressions.quotient(X, new Constant(-0.0)), Formula.of("x/0")))
                .evaluator(1);
        evaluator.input(0)[0] = 1;

        evaluator.run();

        assertThat(evaluator.output(0)[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(evaluator.output(1)[0]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void registersAreReused() {
        Expression chain = X;
        for (int step = 0; step < 20_000; step++) {
            chain = Expressions.sum(List.of(Expressions.product(chain, Y), X));
        }
        Tape tape = Tape.compile(List.of(X, Y), List.of(chain));
        Tape.Evaluator evaluator = tape.evaluator(64);
        evaluator.input(0)[0] = 1;

        evaluator.run();

        assertThat(tape.operations()).isEqualTo(40_000);
        assertThat(evaluator.output(0)[0]).isEqualTo(1);
    }

    @Test
    void unknownSymbolsAndMissingLanesAreRefused() {
        assertThatThrownBy(() -> Tape.compile(List.of(X), List.of(Y)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("y");
        assertThatThrownBy(() -> Tape.compile(List.of(X), List.of(X)).evaluator(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Tape.compile(List.of(X), List.of(X)).evaluator(1).input(1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static int operations(String formula) {
        return Tape.compile(List.of(X, Y), List.of(Formula.of(formula))).operations();
    }

    private static double value(String formula, double x, double y) {
        Tape.Evaluator evaluator =
                Tape.compile(List.of(X, Y), List.of(Formula.of(formula))).evaluator(1);
        evaluator.input(0)[0] = x;
        evaluator.input(1)[0] = y;
        evaluator.run();
        return evaluator.output(0)[0];
    }
}
