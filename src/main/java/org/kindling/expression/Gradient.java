package org.kindling.expression;

import static org.kindling.expression.Expressions.apply;
import static org.kindling.expression.Expressions.difference;
import static org.kindling.expression.Expressions.negative;
import static org.kindling.expression.Expressions.power;
import static org.kindling.expression.Expressions.product;
import static org.kindling.expression.Expressions.quotient;
import static org.kindling.expression.Expressions.select;
import static org.kindling.expression.Expressions.sum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Exact partial derivatives, by reverse accumulation on the graph: all derivatives of one expression together have at most
 * a small multiple of its own operations, since they share them.
 *
 * <p>Source: A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, ISBN 978-0-89871-659-7, chapter 3.
 *
 * <p>Where a function is not differentiable (at the steps of a piecewise or of floor, at the corner of an absolute value),
 * the derivative of the piece that holds at that point is given.
 */
public final class Gradient {

    private Gradient() {}

    /**
     * The partial derivatives of an expression.
     *
     * @param expression what is differentiated
     * @param variables by what
     * @return the derivative by each variable that the expression depends on; a variable is absent where the derivative
     *     vanishes identically
     */
    public static Map<Symbol, Expression> of(Expression expression, Set<Symbol> variables) {
        List<Expression> order = Graph.postorder(List.of(expression));
        Set<Expression> active = active(order, variables);
        IdentityHashMap<Expression, List<Expression>> adjoints = new IdentityHashMap<>();
        Map<Symbol, List<Expression>> contributions = new LinkedHashMap<>();
        adjoints.put(expression, new ArrayList<>(List.of(Constant.ONE)));
        for (int i = order.size() - 1; i >= 0; i--) {
            Expression node = order.get(i);
            List<Expression> received = adjoints.remove(node);
            if (received == null || !active.contains(node)) {
                continue;
            }
            if (node instanceof Symbol symbol) {
                contributions.computeIfAbsent(symbol, key -> new ArrayList<>()).addAll(received);
            } else if (node instanceof Operation operation) {
                propagate(operation, sum(received), active, adjoints);
            }
        }
        Map<Symbol, Expression> gradient = new LinkedHashMap<>();
        contributions.forEach((symbol, terms) -> {
            Expression derivative = sum(terms);
            if (!Expressions.is(derivative, 0)) {
                gradient.put(symbol, derivative);
            }
        });
        return gradient;
    }

    /**
     * The derivative of an expression along a direction, by forward accumulation: a small multiple of its own operations.
     *
     * @param expression what is differentiated
     * @param direction how fast each variable moves; what is absent stays
     * @return how fast the expression moves
     */
    public static Expression along(Expression expression, Map<Symbol, ? extends Expression> direction) {
        return tangents(expression, direction).getOrDefault(expression, Constant.ZERO);
    }

    /** How fast every part of an expression moves; what stays is absent. */
    private static Map<Expression, Expression> tangents(
            Expression expression, Map<Symbol, ? extends Expression> direction) {
        IdentityHashMap<Expression, Expression> tangents = new IdentityHashMap<>();
        for (Expression node : Graph.postorder(List.of(expression))) {
            if (node instanceof Symbol symbol) {
                Optional.ofNullable(direction.get(symbol)).ifPresent(tangent -> tangents.put(node, tangent));
            } else if (node instanceof Operation operation) {
                Expression tangent = tangent(operation, tangents);
                if (!Expressions.is(tangent, 0)) {
                    tangents.put(node, tangent);
                }
            }
        }
        return tangents;
    }

    /**
     * The derivative of the logarithm of an expression along a direction, \( \mathrm{d} f / f \), factor by factor: fewer operations
     * than the derivative itself where the expression is a product or a quotient, as rate laws are.
     *
     * @param expression what is differentiated; of its factors those that move must not be 0 where the derivative is evaluated
     * @param direction how fast each variable moves; what is absent stays
     * @return how fast the expression moves, relative to itself
     */
    public static Expression relativeAlong(Expression expression, Map<Symbol, ? extends Expression> direction) {
        Map<Expression, Expression> tangents = tangents(expression, direction);
        List<Expression> order = Graph.postorder(List.of(expression));
        IdentityHashMap<Expression, Double> exponents = new IdentityHashMap<>();
        exponents.put(expression, 1.0);
        List<Expression> terms = new ArrayList<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            Expression node = order.get(i);
            Expression tangent = tangents.get(node);
            Double exponent = exponents.get(node);
            if (tangent != null && exponent != null && !split(node, exponent, exponents)) {
                terms.add(product(new Constant(exponent), quotient(tangent, node)));
            }
        }
        return sum(terms);
    }

    /** Adds the exponent of a product, quotient or power to those of its factors; false if it is none of these. */
    private static boolean split(Expression node, double exponent, IdentityHashMap<Expression, Double> exponents) {
        if (!(node instanceof Operation operation)) {
            return false;
        }
        switch (operation.operator()) {
            case MULTIPLY, NEGATE ->
                operation.arguments().forEach(argument -> exponents.merge(argument, exponent, Double::sum));
            case DIVIDE -> {
                exponents.merge(operation.argument(0), exponent, Double::sum);
                exponents.merge(operation.argument(1), -exponent, Double::sum);
            }
            case POWER -> {
                if (!(operation.argument(1) instanceof Constant power)) {
                    return false;
                }
                exponents.merge(operation.argument(0), exponent * power.value(), Double::sum);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Expression tangent(Operation operation, Map<Expression, Expression> tangents) {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < operation.arguments().size(); k++) {
            int place = k;
            Optional.ofNullable(tangents.get(operation.argument(k)))
                    .ifPresent(moving -> terms.add(term(operation, place, moving)));
        }
        return sum(terms);
    }

    private static Set<Expression> active(List<Expression> order, Set<Symbol> variables) {
        IdentityHashMap<Expression, Boolean> depends = new IdentityHashMap<>();
        Set<Expression> active = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Expression node : order) {
            boolean itself = node instanceof Symbol symbol && variables.contains(symbol);
            if (itself || node.arguments().stream().anyMatch(depends::containsKey)) {
                depends.put(node, true);
                active.add(node);
            }
        }
        return active;
    }

    private static void propagate(
            Operation operation,
            Expression adjoint,
            Set<Expression> active,
            IdentityHashMap<Expression, List<Expression>> adjoints) {
        if (Expressions.is(adjoint, 0)) {
            return;
        }
        for (int k = 0; k < operation.arguments().size(); k++) {
            Expression argument = operation.argument(k);
            if (active.contains(argument)) {
                Expression term = term(operation, k, adjoint);
                if (!Expressions.is(term, 0)) {
                    adjoints.computeIfAbsent(argument, key -> new ArrayList<>()).add(term);
                }
            }
        }
    }

    /** The adjoint, or the tangent of the argument, times the derivative of the operation by its k-th argument. */
    private static Expression term(Operation operation, int k, Expression adjoint) {
        Expression x = operation.argument(0);
        return switch (operation.operator()) {
            case ADD -> adjoint;
            case MULTIPLY -> product(others(operation, k, adjoint));
            case SUBTRACT -> k == 0 ? adjoint : negative(adjoint);
            case DIVIDE ->
                k == 0
                        ? quotient(adjoint, operation.argument(1))
                        : negative(quotient(product(adjoint, operation), operation.argument(1)));
            case POWER -> product(adjoint, powerRule(operation, k));
            case NEGATE -> negative(adjoint);
            case SQRT -> quotient(adjoint, product(new Constant(2), operation));
            case EXP -> product(adjoint, operation);
            case LN -> quotient(adjoint, x);
            case LOG10 -> quotient(adjoint, product(new Constant(Math.log(10)), x));
            case ABS -> product(adjoint, apply(Operator.SIGN, x));
            case MIN -> piece(k, adjoint, apply(Operator.LESS_OR_EQUAL, x, operation.argument(1)));
            case MAX -> piece(k, adjoint, apply(Operator.LESS, operation.argument(1), x));
            case SELECT -> k == 0 ? Constant.ZERO : piece(k - 1, adjoint, x);
            case REMAINDER -> k == 0 ? adjoint : negative(product(adjoint, wholePart(operation)));
            case SIN -> product(adjoint, apply(Operator.COS, x));
            case COS -> negative(product(adjoint, apply(Operator.SIN, x)));
            case TAN -> product(adjoint, onePlusSquare(operation));
            case ASIN -> quotient(adjoint, apply(Operator.SQRT, oneMinusSquare(x)));
            case ACOS -> negative(quotient(adjoint, apply(Operator.SQRT, oneMinusSquare(x))));
            case ATAN -> quotient(adjoint, onePlusSquare(x));
            case SINH -> product(adjoint, apply(Operator.COSH, x));
            case COSH -> product(adjoint, apply(Operator.SINH, x));
            case TANH -> product(adjoint, oneMinusSquare(operation));
            case SIGN, FLOOR, CEILING, FACTORIAL, EQUAL, LESS, LESS_OR_EQUAL, AND, OR, NOT -> Constant.ZERO;
        };
    }

    private static List<Expression> others(Operation product, int k, Expression adjoint) {
        List<Expression> factors = new ArrayList<>(product.arguments());
        factors.set(k, adjoint);
        return factors;
    }

    private static Expression powerRule(Operation power, int k) {
        Expression base = power.argument(0);
        Expression exponent = power.argument(1);
        return k == 0
                ? product(exponent, power(base, difference(exponent, Constant.ONE)))
                : product(power, apply(Operator.LN, base));
    }

    private static Expression piece(int piece, Expression adjoint, Expression condition) {
        return piece == 0 ? select(condition, adjoint, Constant.ZERO) : select(condition, Constant.ZERO, adjoint);
    }

    /** The multiple of the divisor that the remainder leaves out. */
    private static Expression wholePart(Operation remainder) {
        return quotient(difference(remainder.argument(0), remainder), remainder.argument(1));
    }

    private static Expression onePlusSquare(Expression x) {
        return sum(List.of(product(x, x), Constant.ONE));
    }

    private static Expression oneMinusSquare(Expression x) {
        return difference(Constant.ONE, product(x, x));
    }
}
