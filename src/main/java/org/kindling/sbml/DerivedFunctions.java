package org.kindling.sbml;

import java.util.ArrayList;
import java.util.List;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Operator;

/** MathML's functions that are not operators of their own, in terms of those that are. */
final class DerivedFunctions {

    private static final Constant HALF = new Constant(0.5);

    private DerivedFunctions() {}

    static Expression reciprocal(Expression x) {
        return Expressions.quotient(Constant.ONE, x);
    }

    /** Returns \( \operatorname{arsinh} x \), in the form that loses no digits for negative arguments. */
    static Expression inverseSinh(Expression x) {
        Expression size = Expressions.apply(Operator.ABS, x);
        Expression root = Expressions.apply(Operator.SQRT, Expressions.sum(List.of(square(x), Constant.ONE)));
        return Expressions.product(
                Expressions.apply(Operator.SIGN, x),
                Expressions.apply(Operator.LN, Expressions.sum(List.of(size, root))));
    }

    static Expression inverseCosh(Expression x) {
        Expression below = Expressions.apply(Operator.SQRT, Expressions.difference(x, Constant.ONE));
        Expression above = Expressions.apply(Operator.SQRT, Expressions.sum(List.of(x, Constant.ONE)));
        return Expressions.apply(Operator.LN, Expressions.sum(List.of(x, Expressions.product(below, above))));
    }

    static Expression inverseTanh(Expression x) {
        Expression ratio = Expressions.quotient(
                Expressions.sum(List.of(Constant.ONE, x)), Expressions.difference(Constant.ONE, x));
        return Expressions.product(HALF, Expressions.apply(Operator.LN, ratio));
    }

    static Expression root(Expression degree, Expression x) {
        boolean isSquare = degree instanceof Constant number && number.value() == 2;
        return isSquare ? Expressions.apply(Operator.SQRT, x) : Expressions.power(x, reciprocal(degree));
    }

    static Expression logarithm(Expression base, Expression x) {
        boolean isDecimal = base instanceof Constant number && number.value() == 10;
        return isDecimal
                ? Expressions.apply(Operator.LOG10, x)
                : Expressions.quotient(Expressions.apply(Operator.LN, x), Expressions.apply(Operator.LN, base));
    }

    /** Returns the quotient without its fraction, rounded towards zero. */
    static Expression integerQuotient(Expression dividend, Expression divisor) {
        Expression quotient = Expressions.quotient(dividend, divisor);
        return Expressions.select(
                Expressions.apply(Operator.LESS, quotient, Constant.ZERO),
                Expressions.apply(Operator.CEILING, quotient),
                Expressions.apply(Operator.FLOOR, quotient));
    }

    static Expression not(Expression truth) {
        return Expressions.apply(Operator.NOT, truth);
    }

    static Expression implies(Expression premise, Expression conclusion) {
        return Expressions.apply(Operator.OR, not(premise), conclusion);
    }

    /** Returns whether an odd number of the arguments is true. */
    static Expression exclusiveOr(List<Expression> truths) {
        Expression odd = Constant.ZERO;
        for (Expression truth : truths) {
            odd = not(Expressions.apply(Operator.EQUAL, not(odd), not(truth)));
        }
        return odd;
    }

    /** Returns an operator of two arguments over any number of them, from the left. */
    static Expression fold(Operator operator, List<Expression> arguments, Expression ofNone) {
        Expression result = arguments.isEmpty() ? ofNone : arguments.get(0);
        for (Expression argument : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
            result = Expressions.apply(operator, result, argument);
        }
        return result;
    }

    /** Returns whether a relation holds between each argument and the next. */
    static Expression relation(Operator operator, List<Expression> arguments) {
        List<Expression> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            pairs.add(Expressions.apply(operator, arguments.get(i), arguments.get(i + 1)));
        }
        return fold(Operator.AND, pairs, Constant.ONE);
    }

    /** Returns a value for the first condition that holds; undefined where none does and there is no last value. */
    static Expression piecewise(List<Expression> arguments) {
        int pairs = arguments.size() / 2;
        boolean hasLast = arguments.size() % 2 == 1;
        Expression result = hasLast ? arguments.get(arguments.size() - 1) : new Constant(Double.NaN);
        for (int i = pairs - 1; i >= 0; i--) {
            result = Expressions.select(arguments.get(2 * i + 1), arguments.get(2 * i), result);
        }
        return result;
    }

    private static Expression square(Expression x) {
        return Expressions.power(x, new Constant(2));
    }
}
