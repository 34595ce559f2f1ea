package org.kindling.ensemble;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.kindling.expression.Expression;

/**
 * A data generator of a SED-ML document: what is computed from the results of its tasks.
 *
 * @param id its id
 * @param name its name, empty if it has none
 * @param variables what its formula is of
 * @param aggregates numbers that its formula makes of whole variables
 * @param value its formula, in symbols named as the variables and the aggregates
 */
public record DataGenerator(
        String id, String name, List<Variable> variables, List<Aggregate> aggregates, Expression value) {

    /** Copies the lists. */
    public DataGenerator {
        variables = List.copyOf(variables);
        aggregates = List.copyOf(aggregates);
    }

    /**
     * A variable of a data generator.
     *
     * @param id its id in the formula
     * @param task the id of the task that it comes from
     * @param quantity what it is there, in symbols of the model and the time
     */
    public record Variable(String id, String task, Expression quantity) {}

    /**
     * A number made of all values of a variable.
     *
     * @param id its id in the formula
     * @param function how it is made
     * @param variable the id of the variable
     */
    public record Aggregate(String id, Function function, String variable) {

        /**
         * Makes the number.
         *
         * @param values the values of the variable, shape [times]
         * @return the number
         */
        public double of(double... values) {
            return switch (function) {
                case MIN -> DoubleStream.of(values).min().orElse(Double.NaN);
                case MAX -> DoubleStream.of(values).max().orElse(Double.NaN);
                case SUM -> DoubleStream.of(values).sum();
                case PRODUCT -> DoubleStream.of(values).reduce(1, (first, second) -> first * second);
                case COUNT -> values.length;
                case MEAN -> DoubleStream.of(values).average().orElse(Double.NaN);
            };
        }
    }

    /** A way to make one number of many, as SED-ML names it. */
    public enum Function {
        /** The least. */
        MIN,
        /** The largest. */
        MAX,
        /** Their sum. */
        SUM,
        /** Their product. */
        PRODUCT,
        /** How many they are. */
        COUNT,
        /** Their mean. */
        MEAN
    }

    /**
     * The tasks whose results it is computed from.
     *
     * @return their ids, in the order of the variables
     */
    public Set<String> tasks() {
        Set<String> tasks = new LinkedHashSet<>();
        variables.forEach(variable -> tasks.add(variable.task()));
        return tasks;
    }
}
