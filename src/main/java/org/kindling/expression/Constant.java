package org.kindling.expression;

import java.util.List;

/**
 * A number in an expression.
 *
 * @param value the number; NaN stands for an undefined value, such as a piecewise without a matching piece
 */
public record Constant(double value) implements Expression {

    /** The number zero. */
    public static final Constant ZERO = new Constant(0);

    /** The number one, which also stands for "true". */
    public static final Constant ONE = new Constant(1);

    @Override
    public List<Expression> arguments() {
        return List.of();
    }
}
