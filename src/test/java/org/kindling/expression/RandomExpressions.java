package org.kindling.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Random expression graphs whose subexpressions are shared many times, with a point at which they and their derivatives are
 * of moderate size. What is not smooth is used only where the point is far from its corner.
 */
final class RandomExpressions {

    private static final double CLEAR_OF_CORNER = 0.3;

    private final SplittableRandom random;
    private final List<Symbol> symbols = new ArrayList<>();
    private final Map<Symbol, Double> point = new LinkedHashMap<>();
    private final List<Expression> nodes = new ArrayList<>();

    RandomExpressions(long seed, int variables, int operations) {
        random = new SplittableRandom(seed);
        for (int k = 0; k < variables; k++) {
            Symbol symbol = new Symbol("x" + k);
            symbols.add(symbol);
            point.put(symbol, random.nextDouble(0.4, 1.8));
            nodes.add(symbol);
        }
        for (int k = 0; k < operations; k++) {
            nodes.add(tame(operation()));
        }
    }

    List<Symbol> symbols() {
        return symbols;
    }

    Map<Symbol, Double> point() {
        return point;
    }

    Expression last() {
        return nodes.get(nodes.size() - 1);
    }

    /** A random choice of the nodes, repetitions included. */
    List<Expression> some(int count) {
        List<Expression> chosen = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            chosen.add(any());
        }
        return chosen;
    }

    private Expression any() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private double value(Expression expression) {
        return Expressions.evaluate(expression, symbol -> Objects.requireNonNull(point.get(symbol)));
    }

    /** Brings large values back to where further operations are harmless. */
    private Expression tame(Expression expression) {
        return Math.abs(value(expression)) < 3 ? expression : Expressions.apply(Operator.TANH, expression);
    }

    private Expression operation() {
        Expression x = any();
        Expression y = any();
        Expression atLeastOne = Expressions.sum(List.of(Constant.ONE, Expressions.product(y, y)));
        return switch (random.nextInt(16)) {
            case 0 -> Expressions.sum(List.of(x, y, any()));
            case 1 -> Expressions.difference(x, y);
            case 2 -> Expressions.product(x, y, any());
            case 3 -> Expressions.quotient(x, atLeastOne);
            case 4 -> Expressions.power(atLeastOne, new Constant(random.nextInt(-3, 4)));
            case 5 -> Expressions.power(atLeastOne, x);
            case 6 -> Expressions.negative(x);
            case 7 -> Expressions.apply(Operator.SQRT, atLeastOne);
            case 8 -> Expressions.apply(Operator.LN, atLeastOne);
            case 9 -> Expressions.apply(Operator.EXP, x);
            case 10 -> Expressions.apply(Operator.SIN, x);
            case 11 -> Expressions.apply(Operator.ATAN, x);
            case 12 -> Expressions.apply(Operator.COSH, x);
            case 13 -> Expressions.sum(List.of(x, new Constant(random.nextDouble(-1, 1))));
            default -> cornered(x, y);
        };
    }

    private Expression cornered(Expression x, Expression y) {
        if (Math.abs(value(x) - value(y)) < CLEAR_OF_CORNER) {
            return Expressions.product(x, y);
        }
        return switch (random.nextInt(3)) {
            case 0 -> Expressions.apply(Operator.MIN, x, y);
            case 1 -> Expressions.apply(Operator.MAX, x, y);
            default -> Expressions.select(Expressions.apply(Operator.LESS, x, y), any(), any());
        };
    }
}
