package org.kindling.ensemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.kindling.ensemble.TimeCourseTask.Column;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.network.InputException;

/** What a SED-ML document reports: its data generators as expressions, and the outputs that show them. */
final class SedMlColumns {

    private final SedMlTree tree;
    private final SedMlGenerators generators;
    private final Set<String> remarks;
    private final List<List<DataSet>> outputs;
    private final Map<String, Optional<Data>> data = new HashMap<>();

    /**
     * Reads the outputs of a document.
     *
     * @param remarks gets a line for every data generator that cannot be computed
     */
    SedMlColumns(SedMlTree tree, SedMlGenerators generators, Set<String> remarks) {
        this.tree = tree;
        this.generators = generators;
        this.remarks = remarks;
        this.outputs = List.of(reported(), plotted(), generated());
    }

    /** Returns whether the document computes anything from its tasks. */
    boolean isAny() {
        return !tree.all(SedMlGenerators.LIST).isEmpty();
    }

    /** Returns what is reported of a task; where there is no report, what is plotted; else what is computed. */
    List<Column> of(String task) {
        for (List<DataSet> output : outputs) {
            Map<String, Column> columns = new LinkedHashMap<>();
            for (DataSet set : output) {
                data.computeIfAbsent(set.generator, this::read)
                        .filter(computed -> computed.task.equals(task))
                        .ifPresent(computed -> columns.putIfAbsent(set.label, new Column(set.label, computed.value)));
            }
            if (!columns.isEmpty()) {
                return List.copyOf(columns.values());
            }
        }
        return List.of();
    }

    private List<DataSet> reported() {
        List<DataSet> sets = new ArrayList<>();
        Set<String> labels = new LinkedHashSet<>();
        for (Element report : tree.all("listOfOutputs").values()) {
            for (Element set : tree.list(report, "listOfDataSets")) {
                String generator = SedMlTree.text(set, "dataReference");
                String label = SedMlTree.text(set, "label");
                // Two reports may use a label for different things.
                boolean isTaken = !labels.add(label) && !sets.contains(new DataSet(label, generator));
                sets.add(new DataSet(isTaken || label.isEmpty() ? generator : label, generator));
            }
        }
        return sets;
    }

    private List<DataSet> plotted() {
        List<DataSet> sets = new ArrayList<>();
        for (Element plot : tree.all("listOfOutputs").values()) {
            for (String list : List.of("listOfCurves", "listOfSurfaces")) {
                for (Element curve : tree.list(plot, list)) {
                    for (String axis : List.of("xDataReference", "yDataReference", "zDataReference")) {
                        String generator = SedMlTree.text(curve, axis);
                        if (!generator.isEmpty()) {
                            sets.add(new DataSet(generator, generator));
                        }
                    }
                }
            }
        }
        return sets;
    }

    private List<DataSet> generated() {
        return tree.all(SedMlGenerators.LIST).keySet().stream()
                .map(id -> new DataSet(id, id))
                .toList();
    }

    private Optional<Data> read(String id) {
        try {
            return Optional.of(ofOneTask(generators.read(id)));
        } catch (InputException refusal) {
            remarks.add("data generator " + id + ": " + refusal.getMessage());
            return Optional.empty();
        }
    }

    private static Data ofOneTask(DataGenerator generator) {
        Set<String> tasks = generator.tasks();
        if (tasks.size() != 1) {
            throw new InputException(
                    "dataGenerator " + generator.id(),
                    "it combines " + tasks.size() + " tasks",
                    "use variables of one task");
        }
        if (!generator.aggregates().isEmpty()) {
            throw new InputException(
                    "dataGenerator " + generator.id(),
                    "it has a function of a whole variable, which makes no column",
                    "run its archive with biosimulate");
        }
        Map<String, Expression> meaning = new HashMap<>();
        generator.variables().forEach(variable -> meaning.put(variable.id(), variable.quantity()));
        Expression value =
                Expressions.replace(generator.value(), symbol -> meaning.getOrDefault(symbol.name(), symbol));
        return new Data(tasks.iterator().next(), value);
    }

    /**
     * What an output shows.
     *
     * @param label its heading
     * @param generator the id of the data generator
     */
    private record DataSet(String label, String generator) {}

    /**
     * A data generator.
     *
     * @param task the id of the task that its variables come from
     * @param value its value
     */
    private record Data(String task, Expression value) {}
}
