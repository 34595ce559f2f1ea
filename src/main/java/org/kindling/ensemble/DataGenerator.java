package org.kindling.ensemble;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kindling.expression.Expression;

/**
 * A data generator of a SED-ML document: what is computed from the results of its tasks.
 *
 * @param id its id
 * @param name its name, empty if it has none
 * @param variables what its formula is of
 * @param value its formula, in symbols named as the variables
 */
public record DataGenerator(String id, String name, List<Variable> variables, Expression value) {

    /** Copies the list. */
    public DataGenerator {
        variables = List.copyOf(variables);
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
