package org.kindling.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Operation;
import org.kindling.expression.Operator;
import org.kindling.expression.Symbol;

/**
 * The jumps of piecewise laws, taken out of them. Each comparison and each rounding of a quantity that changes becomes a
 * switch, an input that stays what it is until its {@link Switch#margin} changes sign: between two such times the laws are
 * smooth, which an integrator of high order needs.
 */
final class Switches {

    private static final Set<Operator> JUMPS =
            Set.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.FLOOR, Operator.CEILING);

    /**
     * A comparison \( a \lt b \) or \( a \le b \), or a rounding of \( a \).
     *
     * @param symbol the input that stands for it
     * @param operator what it does
     * @param argument \( a - b \), or \( a \)
     */
    record Switch(Symbol symbol, Operator operator, Expression argument) {

        boolean comparison() {
            return operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        }

        /** How far the argument is from where the switch turns. */
        double distance(double argumentValue) {
            return Math.abs(comparison() ? argumentValue : argumentValue - Math.rint(argumentValue));
        }

        /** The value of the switch where its argument is exactly this. */
        double value(double argumentValue) {
            return switch (operator) {
                case LESS -> argumentValue < 0 ? 1 : 0;
                case LESS_OR_EQUAL -> argumentValue <= 0 ? 1 : 0;
                case FLOOR -> Math.floor(argumentValue);
                default -> Math.ceil(argumentValue);
            };
        }

        /** A number that changes its sign where the switch turns. */
        double margin(double argumentValue, double value) {
            return switch (operator) {
                case LESS, LESS_OR_EQUAL -> argumentValue;
                case FLOOR -> (argumentValue - value) * (argumentValue - value - 1);
                default -> (argumentValue - value) * (argumentValue - value + 1);
            };
        }
    }

    private final Set<Symbol> varying;
    private final Map<List<Object>, Switch> switches = new LinkedHashMap<>();

    /**
     * Nothing taken out yet.
     *
     * @param varying what changes in the course of a simulation
     */
    Switches(Set<Symbol> varying) {
        this.varying = varying;
    }

    /** The switches taken out so far, in order. */
    List<Switch> list() {
        return List.copyOf(switches.values());
    }

    /** An expression in which switches stand for whatever jumps. */
    Expression takenOutOf(Expression expression) {
        return Expressions.rewrite(
                expression, node -> node instanceof Operation operation ? takenOutOf(operation) : node);
    }

    private Expression takenOutOf(Operation operation) {
        List<Expression> arguments = operation.arguments();
        boolean jumps = JUMPS.contains(operation.operator());
        if (!(jumps || operation.operator() == Operator.SIGN || operation.operator() == Operator.REMAINDER)
                || Expressions.symbols(operation).stream().noneMatch(this::changes)) {
            return operation;
        }
        return switch (operation.operator()) {
            case SIGN -> sign(arguments.get(0));
            case REMAINDER -> remainder(arguments.get(0), arguments.get(1));
            default -> switchFor(operation.operator(), arguments);
        };
    }

    private boolean changes(Symbol symbol) {
        return varying.contains(symbol)
                || switches.values().stream().anyMatch(one -> one.symbol().equals(symbol));
    }

    private Symbol switchFor(Operator operator, List<Expression> arguments) {
        Expression argument =
                arguments.size() == 1 ? arguments.get(0) : Expressions.difference(arguments.get(0), arguments.get(1));
        List<Object> key = new ArrayList<>(arguments);
        key.add(operator);
        return switches.computeIfAbsent(
                        key, absent -> new Switch(new Symbol("#switch." + switches.size()), operator, argument))
                .symbol();
    }

    private Expression sign(Expression argument) {
        Expression negative = switchFor(Operator.LESS, List.of(argument, Constant.ZERO));
        Expression positive = switchFor(Operator.LESS, List.of(Constant.ZERO, argument));
        return Expressions.difference(positive, negative);
    }

    /** The dividend less the divisor times their quotient, cut off towards 0. */
    private Expression remainder(Expression dividend, Expression divisor) {
        Expression quotient = Expressions.quotient(dividend, divisor);
        Expression whole = Expressions.select(
                switchFor(Operator.LESS, List.of(quotient, Constant.ZERO)),
                switchFor(Operator.CEILING, List.of(quotient)),
                switchFor(Operator.FLOOR, List.of(quotient)));
        return Expressions.difference(dividend, Expressions.product(divisor, whole));
    }
}
