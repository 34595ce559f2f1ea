package org.kindling.expression;

import java.util.List;

/**
 * An immutable expression: a constant, a symbol, or an operation on expressions.
 *
 * <p>Expressions form a directed acyclic graph. Operations compare by identity, so a shared subexpression is one object
 * wherever it occurs, and every algorithm over the graph visits it once. Build them with {@link Expressions}, which folds
 * constants and removes neutral elements.
 */
public sealed interface Expression permits Constant, Symbol, Operation {

    /**
     * The expressions that this one is made of.
     *
     * @return the arguments in order; empty for a constant or a symbol
     */
    List<Expression> arguments();
}
