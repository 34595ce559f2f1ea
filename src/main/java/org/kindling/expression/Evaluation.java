package org.kindling.expression;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An expression whose graph has been walked once, for those that are evaluated many times at single sets of values. A
 * {@link Tape} is faster by far for whole batches. Immutable.
 */
public final class Evaluation {

    private final Expression[] nodes;
    private final int[][] arguments;

    private Evaluation(Expression expression) {
        nodes = Graph.postorder(List.of(expression)).toArray(Expression[]::new);
        arguments = new int[nodes.length][];
        IdentityHashMap<Expression, Integer> places = new IdentityHashMap<>();
        for (int place = 0; place < nodes.length; place++) {
            arguments[place] =
                    nodes[place].arguments().stream().mapToInt(places::get).toArray();
            places.put(nodes[place], place);
        }
    }

    /**
     * The evaluation of an expression.
     *
     * @param expression the expression
     * @return how it is evaluated
     */
    public static Evaluation of(Expression expression) {
        return new Evaluation(expression);
    }

    /**
     * The symbols that occur in it.
     *
     * @return its symbols in the order of their first occurrence
     */
    public Set<Symbol> symbols() {
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (Expression node : nodes) {
            if (node instanceof Symbol symbol) {
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    /**
     * The value of the expression.
     *
     * @param values the value of each symbol that occurs in it
     * @return the value, which may be infinite or NaN
     */
    public double at(Function<Symbol, Double> values) {
        double[] computed = new double[nodes.length];
        for (int place = 0; place < nodes.length; place++) {
            if (nodes[place] instanceof Constant constant) {
                computed[place] = constant.value();
            } else if (nodes[place] instanceof Symbol symbol) {
                computed[place] = values.apply(symbol);
            } else {
                computed[place] = result(((Operation) nodes[place]).operator(), arguments[place], computed);
            }
        }
        return computed[nodes.length - 1];
    }

    private static double result(Operator operator, int[] places, double[] computed) {
        double first = computed[places[0]];
        if (operator == Operator.SELECT) {
            return Operator.select(first, computed[places[1]], computed[places[2]]);
        }
        if (places.length == 1) {
            return operator.apply(first, Double.NaN);
        }
        double value = first;
        for (int k = 1; k < places.length; k++) {
            value = operator.apply(value, computed[places[k]]);
        }
        return value;
    }
}
