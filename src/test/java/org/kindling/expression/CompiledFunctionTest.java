package org.kindling.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated code against the tape: the same numbers to the last bit, at any size. */
class CompiledFunctionTest {

    private static final Symbol X = new Symbol("x");
    private static final Symbol Y = new Symbol("y");
    private static final Symbol Z = new Symbol("z");
    private static final List<Symbol> SYMBOLS = List.of(X, Y, Z);

    /** Numbers at which operators turn special. */
    private static final double[] CORNERS = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        2,
        3,
        -2.5,
        170,
        171,
        1e-310,
        1e300,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @ParameterizedTest
    @EnumSource(Operator.class)
    void everyOperatorAgreesWithTheTapeAtEveryCorner(Operator operator) {
        List<Expression> arguments = SYMBOLS.stream()
                .limit(arity(operator))
                .map(Expression.class::cast)
                .toList();
        List<Expression> outputs = List.of(new Operation(operator, arguments));
        for (double x : CORNERS) {
            for (double y : CORNERS) {
                assertAgreement(SYMBOLS, outputs, x, y, 4);
            }
        }
    }

    @Test
    void randomExpressionsAgreeWithTheTape() {
        for (int seed = 0; seed < 200; seed++) {
            RandomExpressions graph = new RandomExpressions(seed, 5, 60);
            List<Expression> outputs = graph.some(12);
            SplittableRandom random = new SplittableRandom(seed);
            assertAgreement(
                    graph.symbols(),
                    outputs,
                    random.doubles(graph.symbols().size(), 0.4, 1.8).toArray());
        }
    }

    @Test
    void expressionsOfManyPartsAgreeWithTheTape() {
        RandomExpressions graph = new RandomExpressions(3, 40, 3_000);
        List<Expression> outputs = new ArrayList<>(graph.some(500));
        outputs.addAll(Gradient.of(graph.last(), Set.copyOf(graph.symbols())).values());

        assertThat(CompiledFunction.compile(graph.symbols(), outputs).operations())
                .isGreaterThan(20 * PartCompiler.STEPS);
        assertAgreement(
                graph.symbols(),
                outputs,
                graph.symbols().stream().mapToDouble(graph.point()::get).toArray());
    }

    @Test
    void sumsOfTwentyThousandTermsAndTheirDerivativesAreCompiled() {
        List<Symbol> symbols = IntStream.range(0, 20_000)
                .mapToObj(index -> new Symbol("x" + index))
                .toList();
        List<Expression> terms = new ArrayList<>();
        for (int index = 0; index < symbols.size(); index++) {
            terms.add(Expressions.quotient(
                    Expressions.product(new Constant(1 / (2.0 + index)), symbols.get(index)),
                    Expressions.sum(List.of(new Constant(index), symbols.get((7 * index) % symbols.size())))));
        }
        List<Expression> outputs = new ArrayList<>(terms);
        outputs.add(Expressions.sum(terms));
        outputs.add(Expressions.apply(Operator.EXP, Expressions.sum(terms)));
        double[] values =
                new SplittableRandom(5).doubles(symbols.size(), 0.5, 2).toArray();

        assertAgreement(symbols, outputs, values);
    }

    @Test
    void chainsOfTwentyThousandStepsAreCompiled() {
        Expression chain = X;
        for (int step = 0; step < 20_000; step++) {
            chain = Expressions.sum(List.of(Expressions.product(chain, Y), X));
        }

        assertAgreement(SYMBOLS, List.of(chain), 0.3, 0.9, 0);
    }

    @Test
    void longestStepsStayBelowTheLimitOfTheVirtualMachine() {
        List<Symbol> symbols = IntStream.range(0, 60_000)
                .mapToObj(index -> new Symbol("x" + index))
                .toList();
        List<Expression> outputs = new ArrayList<>();
        for (int index = 0; index < 20_000; index++) {
            outputs.add(new Operation(
                    Operator.SELECT,
                    List.of(symbols.get(index), symbols.get(20_000 + index), symbols.get(40_000 + index))));
        }

        assertThat(46 * PartCompiler.STEPS).isLessThan(8_000);
        assertAgreement(
                symbols, outputs, new SplittableRandom(1).doubles(60_000).toArray());
    }

    @Test
    void outputsMayBeInputsConstantsAndRepeated() {
        Expression sum = Formula.of("x + y");
        List<Expression> outputs = new ArrayList<>(List.of(X, new Constant(5), sum, sum, Y, Constant.ZERO));
        outputs.addAll(Collections.nCopies(1_000, sum));
        double[] found = new double[outputs.size()];

        CompiledFunction.compile(List.of(X, Y), outputs).evaluator().evaluate(new double[] {2, 3}, found);

        assertThat(Arrays.copyOf(found, 6)).containsExactly(2, 5, 5, 5, 3, 0);
        assertThat(Arrays.stream(found).skip(6)).hasSize(1_000).containsOnly(5.0);
    }

    @Test
    void nothingToComputeIsComputed() {
        CompiledFunction function = CompiledFunction.compile(List.of(X), List.of());

        function.evaluator().evaluate(new double[] {1}, new double[0]);

        assertThat(function.inputs()).isEqualTo(1);
        assertThat(function.outputs()).isZero();
    }

    @Test
    void threadsShareAFunction() {
        RandomExpressions graph = new RandomExpressions(11, 5, 400);
        List<Expression> outputs = graph.some(100);
        CompiledFunction function = CompiledFunction.compile(graph.symbols(), outputs);
        double[] values =
                graph.symbols().stream().mapToDouble(graph.point()::get).toArray();
        double[] expected = new double[outputs.size()];
        function.evaluator().evaluate(values, expected);

        IntStream.range(0, 2_000).parallel().forEach(repeat -> {
            double[] found = new double[outputs.size()];
            function.evaluator().evaluate(values, found);
            assertThat(found).isEqualTo(expected);
        });
    }

    @Test
    void unknownSymbolsAndWrongLengthsAreRefused() {
        assertThatThrownBy(() -> CompiledFunction.compile(List.of(X), List.of(Y)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("y");
        CompiledFunction.Evaluator evaluator =
                CompiledFunction.compile(List.of(X), List.of(X)).evaluator();
        assertThatThrownBy(() -> evaluator.evaluate(new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
        assertThatThrownBy(() -> evaluator.evaluate(new double[1], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int arity(Operator operator) {
        return IntStream.rangeClosed(1, 3).filter(operator::accepts).findFirst().orElseThrow();
    }

    /** Both ways twice, since the second evaluation must not see the first; bits, since NaN equals nothing. */
    static void assertAgreement(List<Symbol> symbols, List<? extends Expression> outputs, double... values) {
        Tape.Evaluator tape = Tape.compile(symbols, outputs).evaluator(1);
        for (int input = 0; input < values.length; input++) {
            tape.input(input)[0] = values[input];
        }
        tape.run();
        long[] expected = IntStream.range(0, outputs.size())
                .mapToLong(output -> Double.doubleToLongBits(tape.output(output)[0]))
                .toArray();
        CompiledFunction.Evaluator compiled =
                CompiledFunction.compile(symbols, outputs).evaluator();
        double[] found = new double[outputs.size()];
        for (int repeat = 0; repeat < 2; repeat++) {
            compiled.evaluate(values, found);
            assertThat(Arrays.stream(found).mapToLong(Double::doubleToLongBits).toArray())
                    .isEqualTo(expected);
        }
    }
}
