package org.kindling.sbml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Operation;
import org.kindling.expression.Operator;

/** Operators of expressions that SBML Level 3 Version 1 has not, in terms of those that it has. */
final class ComposedOperators {

    private ComposedOperators() {}

    /** Returns a sign, minimum, maximum or remainder in other terms. */
    static Expression plain(Operation operation) {
        return switch (operation.operator()) {
            case SIGN -> sign(operation.argument(0));
            case MIN -> extremum(chain(operation), false);
            case MAX -> extremum(chain(operation), true);
            case REMAINDER -> remainder(operation.argument(0), operation.argument(1));
            default -> throw new IllegalArgumentException(operation.operator() + " is an operator of SBML.");
        };
    }

    /** Returns the arguments of an operator of two that has been applied to any number, from the left. */
    static List<Expression> chain(Operation operation) {
        Deque<Expression> arguments = new ArrayDeque<>();
        Operation link = operation;
        arguments.addFirst(link.argument(1));
        while (link.argument(0) instanceof Operation before && before.operator() == operation.operator()) {
            link = before;
            arguments.addFirst(link.argument(1));
        }
        arguments.addFirst(link.argument(0));
        return new ArrayList<>(arguments);
    }

    private static Expression sign(Expression x) {
        return Expressions.select(
                Expressions.apply(Operator.LESS, x, Constant.ZERO),
                new Constant(-1),
                Expressions.select(Expressions.apply(Operator.LESS, Constant.ZERO, x), Constant.ONE, Constant.ZERO));
    }

    /** The first of the values that none of those after it exceeds, or falls below. */
    private static Expression extremum(List<Expression> values, boolean largest) {
        Expression result = values.get(values.size() - 1);
        for (int i = values.size() - 2; i >= 0; i--) {
            List<Expression> wins = new ArrayList<>();
            for (Expression other : values.subList(i + 1, values.size())) {
                wins.add(
                        largest
                                ? Expressions.apply(Operator.LESS_OR_EQUAL, other, values.get(i))
                                : Expressions.apply(Operator.LESS_OR_EQUAL, values.get(i), other));
            }
            result = Expressions.select(DerivedFunctions.fold(Operator.AND, wins, Constant.ONE), values.get(i), result);
        }
        return result;
    }

    /** The dividend minus the whole multiples of the divisor in it: the same as \(\bmod\) up to rounding. */
    private static Expression remainder(Expression dividend, Expression divisor) {
        return Expressions.difference(
                dividend, Expressions.product(divisor, DerivedFunctions.integerQuotient(dividend, divisor)));
    }
}
