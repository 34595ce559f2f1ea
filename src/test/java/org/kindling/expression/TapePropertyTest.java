package org.kindling.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tapes of 200 random graphs with many outputs against plain evaluation, in any number of lanes. */
class TapePropertyTest {

    /** Small powers are products, a few units in the last place from the power function, which the graph passes on. */
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void everyLaneOfEveryOutputAgreesWithEvaluation(int lanes) {
        for (int seed = 0; seed < 200; seed++) {
            RandomExpressions graph = new RandomExpressions(seed, 5, 60);
            List<Expression> outputs = graph.some(12);
            Tape.Evaluator evaluator = Tape.compile(graph.symbols(), outputs).evaluator(lanes);
            SplittableRandom random = new SplittableRandom(seed);
            for (int input = 0; input < graph.symbols().size(); input++) {
                for (int lane = 0; lane < lanes; lane++) {
                    evaluator.input(input)[lane] = random.nextDouble(0.4, 1.8);
                }
            }

            evaluator.run();

            // Every fifth lane, so that vectors of any width are met at each of their places.
            for (int lane = 0; lane < lanes; lane += 5) {
                Map<Symbol, Double> values = new HashMap<>();
                for (int input = 0; input < graph.symbols().size(); input++) {
                    values.put(graph.symbols().get(input), evaluator.input(input)[lane]);
                }
                for (int output = 0; output < outputs.size(); output++) {
                    double expected = Expressions.evaluate(
                            outputs.get(output), symbol -> Objects.requireNonNull(values.get(symbol)));
                    assertThat(evaluator.output(output)[lane])
                            .as("seed %s, output %s, lane %s", seed, output, lane)
                            .isCloseTo(expected, within(tolerance(outputs.get(output), expected)));
                }
            }
        }
    }

    /** Exact, unless the expression contains a power that the tape writes as a product. */
    private static double tolerance(Expression expression, double value) {
        boolean unrolled = Graph.postorder(List.of(expression)).stream()
                .anyMatch(node -> node instanceof Operation operation
                        && operation.operator() == Operator.POWER
                        && operation.argument(1) instanceof Constant);
        return unrolled ? TOLERANCE * (1 + Math.abs(value)) : 0;
    }
}
