package org.kindling.ensemble;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindling.ensemble.ModelChange.Meaning;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.Species;

/**
 * A time course that a SED-ML document asks for.
 *
 * @param id the id of the task
 * @param source where its model is, as the document says it
 * @param changes what is set in the model, the last one of a quantity counts
 * @param course when and how it is simulated
 * @param columns what is reported of it; empty where the document leaves that open
 */
public record TimeCourseTask(String id, String source, List<ModelChange> changes, Course course, List<Column> columns) {

    /**
     * Creates a task.
     *
     * <p>The lists are copied.
     */
    public TimeCourseTask {
        changes = List.copyOf(changes);
        columns = List.copyOf(columns);
    }

    /**
     * When and how a time course is simulated.
     *
     * @param start the time at which the simulation starts, unit of the model
     * @param outputStart the first time of the output, not before the start
     * @param end the last time of the output
     * @param intervals how many equal intervals the output has, one less than rows
     * @param algorithm the term of the Kinetic Simulation Algorithm Ontology, such as {@code KISAO:0000019}
     * @param relative the relative tolerance, if the document gives one
     * @param absolute the absolute tolerance, if the document gives one
     * @param unused terms of the other parameters that the document gives its algorithm
     */
    public record Course(
            double start,
            double outputStart,
            double end,
            int intervals,
            String algorithm,
            OptionalDouble relative,
            OptionalDouble absolute,
            List<String> unused) {

        /** Copies the list. */
        public Course {
            unused = List.copyOf(unused);
        }
    }

    /**
     * A column of the output.
     *
     * @param label its heading
     * @param expression what stands in it, in symbols of the model and the time
     */
    public record Column(String label, Expression expression) {}

    /**
     * The changes as values of the model's symbols.
     *
     * @param model the model of this task
     * @return a value for each changed quantity, in the unit of its symbol
     * @throws InputException if the model has no such quantity, or a rule determines it
     */
    public Map<Symbol, Double> values(KineticModel model) {
        Map<Symbol, Double> values = new LinkedHashMap<>();
        for (ModelChange change : changes) {
            require(model, change.quantity());
            if (model.rules().assignments().containsKey(change.quantity())) {
                throw refusal(
                        change.quantity(), "is changed, but an assignment rule determines it", "remove the change");
            }
            values.put(change.quantity(), change.value());
        }
        Map<Symbol, Double> start = model.initialValues(values);
        for (ModelChange change : changes) {
            factor(model, change, start).ifPresent(factor -> values.put(change.quantity(), change.value() * factor));
        }
        return values;
    }

    /**
     * Refuses a model that lacks a quantity of this task.
     *
     * @param model the model of this task
     * @throws InputException if a column names a quantity that is not in the model
     */
    void check(KineticModel model) {
        values(model);
        for (Column column : columns) {
            Expressions.symbols(column.expression()).forEach(symbol -> require(model, symbol));
        }
    }

    /** What turns an amount or a concentration into the value of the symbol, where they are not the same. */
    private static Optional<Double> factor(KineticModel model, ModelChange change, Map<Symbol, Double> start) {
        if (change.meaning() == Meaning.VALUE) {
            return Optional.empty();
        }
        Species species = model.species(change.quantity().name()).orElseThrow();
        double volume = Objects.requireNonNull(start.get(new Symbol(species.compartment())));
        if (species.amountOnly() == (change.meaning() == Meaning.AMOUNT)) {
            return Optional.of(1.0);
        }
        return Optional.of(species.amountOnly() ? volume : 1 / volume);
    }

    /**
     * Whether a model has a quantity that a task can record.
     *
     * @param model the model
     * @param symbol the quantity
     * @return whether it is the time, or a parameter, species, reaction or compartment of the model
     */
    public static boolean isIn(KineticModel model, Symbol symbol) {
        return symbol.equals(Symbol.TIME)
                || model.parameter(symbol.name()).isPresent()
                || model.species(symbol.name()).isPresent()
                || model.reaction(symbol.name()).isPresent()
                || model.compartments().stream()
                        .anyMatch(compartment -> compartment.id().equals(symbol.name()));
    }

    private void require(KineticModel model, Symbol symbol) {
        if (!isIn(model, symbol)) {
            throw refusal(
                    symbol, "is not in the model " + source, "correct the SED-ML file, or give the model it is for");
        }
    }

    private InputException refusal(Symbol symbol, String problem, String remedy) {
        return new InputException("task " + id, symbol.name() + " " + problem, remedy);
    }
}
