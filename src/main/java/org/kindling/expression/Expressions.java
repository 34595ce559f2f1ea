package org.kindling.expression;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Builds expressions. Constants are folded, and the neutral and absorbing elements 0 and 1 are removed, so that derivatives
 * that vanish are the constant 0.
 */
public final class Expressions {

    private static final Set<Operator> PIECEWISE = EnumSet.of(
            Operator.SELECT,
            Operator.FLOOR,
            Operator.CEILING,
            Operator.ABS,
            Operator.SIGN,
            Operator.MIN,
            Operator.MAX,
            Operator.REMAINDER);

    private Expressions() {}

    /**
     * Applies an operator. Sums and products may have any number of arguments.
     *
     * @param operator the operator
     * @param arguments its arguments
     * @return the simplified operation
     * @throws IllegalArgumentException if the operator does not take that many arguments
     */
    public static Expression apply(Operator operator, List<? extends Expression> arguments) {
        if (operator == Operator.ADD) {
            return sum(arguments);
        }
        if (operator == Operator.MULTIPLY) {
            return product(arguments);
        }
        operator.require(arguments.size());
        return switch (operator) {
            case SUBTRACT -> difference(arguments.get(0), arguments.get(1));
            case DIVIDE -> quotient(arguments.get(0), arguments.get(1));
            case POWER -> power(arguments.get(0), arguments.get(1));
            case NEGATE -> negative(arguments.get(0));
            case SELECT -> select(arguments.get(0), arguments.get(1), arguments.get(2));
            default -> folded(operator, List.copyOf(arguments));
        };
    }

    /**
     * Applies an operator.
     *
     * @param operator the operator
     * @param arguments its arguments
     * @return the simplified operation
     * @throws IllegalArgumentException if the operator does not take that many arguments
     */
    public static Expression apply(Operator operator, Expression... arguments) {
        return apply(operator, List.of(arguments));
    }

    /**
     * A sum.
     *
     * @param terms the terms; none give 0
     * @return their sum
     */
    public static Expression sum(List<? extends Expression> terms) {
        List<Expression> kept = new ArrayList<>();
        double constant = 0;
        for (Expression term : terms) {
            if (term instanceof Constant number) {
                constant += number.value();
            } else {
                kept.add(term);
            }
        }
        if (constant != 0) {
            kept.add(new Constant(constant));
        }
        return switch (kept.size()) {
            case 0 -> Constant.ZERO;
            case 1 -> kept.get(0);
            default -> new Operation(Operator.ADD, kept);
        };
    }

    /**
     * A product.
     *
     * @param factors the factors; none give 1
     * @return their product; 0 if one of them is the constant 0
     */
    public static Expression product(List<? extends Expression> factors) {
        List<Expression> kept = new ArrayList<>();
        double constant = 1;
        for (Expression factor : factors) {
            if (factor instanceof Constant number) {
                constant *= number.value();
            } else {
                kept.add(factor);
            }
        }
        if (constant == 0) {
            return Constant.ZERO;
        }
        if (constant == -1 && kept.size() == 1) {
            return negative(kept.get(0));
        }
        if (constant != 1 || kept.isEmpty()) {
            kept.add(0, new Constant(constant));
        }
        return kept.size() == 1 ? kept.get(0) : new Operation(Operator.MULTIPLY, kept);
    }

    /**
     * A product.
     *
     * @param factors the factors
     * @return their product
     */
    public static Expression product(Expression... factors) {
        return product(List.of(factors));
    }

    /**
     * A difference.
     *
     * @param minuend what is subtracted from
     * @param subtrahend what is subtracted
     * @return the difference
     */
    public static Expression difference(Expression minuend, Expression subtrahend) {
        if (is(subtrahend, 0)) {
            return minuend;
        }
        return is(minuend, 0) ? negative(subtrahend) : folded(Operator.SUBTRACT, List.of(minuend, subtrahend));
    }

    /**
     * A quotient.
     *
     * @param dividend what is divided
     * @param divisor what it is divided by
     * @return the quotient
     */
    public static Expression quotient(Expression dividend, Expression divisor) {
        if (is(divisor, 1)) {
            return dividend;
        }
        if (is(dividend, 0) && !is(divisor, 0)) {
            return Constant.ZERO;
        }
        return folded(Operator.DIVIDE, List.of(dividend, divisor));
    }

    /**
     * A power.
     *
     * @param base the base
     * @param exponent the exponent
     * @return the power
     */
    public static Expression power(Expression base, Expression exponent) {
        if (is(exponent, 1)) {
            return base;
        }
        return is(exponent, 0) ? Constant.ONE : folded(Operator.POWER, List.of(base, exponent));
    }

    /**
     * The negative of an expression.
     *
     * @param expression the expression
     * @return its negative
     */
    public static Expression negative(Expression expression) {
        if (expression instanceof Operation operation && operation.operator() == Operator.NEGATE) {
            return operation.argument(0);
        }
        return folded(Operator.NEGATE, List.of(expression));
    }

    /**
     * A choice between two expressions.
     *
     * @param condition a truth value
     * @param then the value where the condition is true
     * @param otherwise the value elsewhere
     * @return the choice
     */
    public static Expression select(Expression condition, Expression then, Expression otherwise) {
        if (condition instanceof Constant truth) {
            return truth.value() != 0 ? then : otherwise;
        }
        return then.equals(otherwise) ? then : new Operation(Operator.SELECT, List.of(condition, then, otherwise));
    }

    /**
     * Replaces symbols everywhere in an expression.
     *
     * @param expression where to replace
     * @param replacement gives the replacement of a symbol, or the symbol itself where it stays
     * @return the simplified result; subexpressions that do not change are shared with the argument
     */
    public static Expression replace(Expression expression, Function<Symbol, ? extends Expression> replacement) {
        return rewrite(expression, node -> node instanceof Symbol symbol ? replacement.apply(symbol) : node);
    }

    /**
     * Rewrites an expression from its leaves up.
     *
     * @param expression where to rewrite
     * @param rule gives what takes the place of a node whose arguments are rewritten already, or the node itself
     * @return the simplified result; subexpressions that do not change are shared with the argument
     */
    public static Expression rewrite(Expression expression, UnaryOperator<Expression> rule) {
        IdentityHashMap<Expression, Expression> rewritten = new IdentityHashMap<>();
        for (Expression node : Graph.postorder(List.of(expression))) {
            Expression result = node;
            if (node instanceof Operation operation) {
                List<Expression> arguments =
                        operation.arguments().stream().map(rewritten::get).toList();
                if (!Graph.same(arguments, operation.arguments())) {
                    result = apply(operation.operator(), arguments);
                }
            }
            rewritten.put(node, rule.apply(result));
        }
        return Objects.requireNonNull(rewritten.get(expression));
    }

    /**
     * The symbols that occur in an expression.
     *
     * @param expression the expression
     * @return its symbols in the order of their first occurrence
     */
    public static Set<Symbol> symbols(Expression expression) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (Expression node : Graph.postorder(List.of(expression))) {
            if (node instanceof Symbol symbol) {
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    /**
     * Whether an expression is made of pieces, so that it may jump or have corners.
     *
     * @param expression the expression
     * @return whether it holds a choice, a rounding, an absolute value, a minimum, a maximum or a remainder
     */
    public static boolean isPiecewise(Expression expression) {
        return Graph.postorder(List.of(expression)).stream()
                .anyMatch(node -> node instanceof Operation operation && PIECEWISE.contains(operation.operator()));
    }

    /**
     * The number of different operations in an expression.
     *
     * @param expression the expression
     * @return how many nodes its graph has
     */
    public static int size(Expression expression) {
        return Graph.postorder(List.of(expression)).size();
    }

    /**
     * The value of an expression.
     *
     * @param expression the expression
     * @param values the value of each symbol that occurs in it
     * @return the value, which may be infinite or NaN
     */
    public static double evaluate(Expression expression, Function<Symbol, Double> values) {
        return Evaluation.of(expression).at(values);
    }

    static boolean is(Expression expression, double value) {
        return expression instanceof Constant constant && constant.value() == value;
    }

    private static Expression folded(Operator operator, List<Expression> arguments) {
        Operation operation = new Operation(operator, arguments);
        if (!arguments.stream().allMatch(Constant.class::isInstance)) {
            return operation;
        }
        return new Constant(Evaluation.of(operation).at(symbol -> Double.NaN));
    }
}
