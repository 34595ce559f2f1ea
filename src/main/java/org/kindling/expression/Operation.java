package org.kindling.expression;

import java.util.List;
import java.util.stream.Collectors;

/** An operator applied to its arguments. Two operations are equal only if they are the same object. */
public final class Operation implements Expression {

    private final Operator operator;
    private final List<Expression> arguments;

    Operation(Operator operator, List<Expression> arguments) {
        operator.require(arguments.size());
        this.operator = operator;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * The operator.
     *
     * @return the operator that is applied
     */
    public Operator operator() {
        return operator;
    }

    @Override
    public List<Expression> arguments() {
        return arguments;
    }

    /**
     * One argument.
     *
     * @param index its position, from 0
     * @return the argument
     * @throws IndexOutOfBoundsException if there is no such argument
     */
    public Expression argument(int index) {
        return arguments.get(index);
    }

    /** A short description for debugging; it goes no deeper than the arguments, since graphs can be large. */
    @Override
    public String toString() {
        return arguments.stream()
                .map(argument -> argument instanceof Operation nested ? nested.operator + "(..)" : argument.toString())
                .collect(Collectors.joining(", ", operator + "(", ")"));
    }
}
