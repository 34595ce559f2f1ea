package org.kindling.ensemble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.kindling.ensemble.TimeCourseTask.Column;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.sbml.MathFormula;

/** What a SED-ML document reports: its data generators as expressions, and the outputs that show them. */
final class SedMlColumns {

    private static final Namespace MATH = Namespace.getNamespace("http://www.w3.org/1998/Math/MathML");

    /** The time, until Version 3 and since. */
    private static final Set<String> TIME = Set.of("urn:sedml:symbol:time", "KISAO:0000832");

    private static final String GENERATORS = "listOfDataGenerators";

    private final String file;
    private final SedMlTree tree;
    private final Set<String> remarks;
    private final List<List<DataSet>> outputs;
    private final Map<String, Optional<Data>> data = new HashMap<>();

    /**
     * Reads the outputs of a document.
     *
     * @param remarks gets a line for every data generator that cannot be computed
     */
    SedMlColumns(String file, SedMlTree tree, Set<String> remarks) {
        this.file = file;
        this.tree = tree;
        this.remarks = remarks;
        this.outputs = List.of(reported(), plotted(), generated());
    }

    /** Returns whether the document computes anything from its tasks. */
    boolean isAny() {
        return !tree.all(GENERATORS).isEmpty();
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
        return tree.all(GENERATORS).keySet().stream()
                .map(id -> new DataSet(id, id))
                .toList();
    }

    private Optional<Data> read(String id) {
        try {
            return Optional.of(computed(tree.named(GENERATORS, id)));
        } catch (InputException refusal) {
            remarks.add("data generator " + id + ": " + refusal.getMessage());
            return Optional.empty();
        }
    }

    private Data computed(Element generator) {
        Map<String, Expression> meaning = new LinkedHashMap<>();
        Set<String> tasks = new LinkedHashSet<>();
        for (Element variable : tree.list(generator, "listOfVariables")) {
            meaning.put(SedMlTree.text(variable, "id"), quantity(variable));
            tasks.add(SedMlTree.text(variable, "taskReference"));
        }
        for (Element parameter : tree.list(generator, "listOfParameters")) {
            double value = SedMlTree.number(SedMlTree.text(parameter, "value"))
                    .orElseThrow(() -> refusal(parameter, "its value is not a number", "correct it"));
            meaning.put(SedMlTree.text(parameter, "id"), new Constant(value));
        }
        if (tasks.size() != 1) {
            throw refusal(generator, "it combines " + tasks.size() + " tasks", "use variables of one task");
        }
        Element math = generator.getChild("math", MATH);
        if (math == null) {
            throw refusal(generator, "it has no formula", "add one");
        }
        return new Data(tasks.iterator().next(), value(math, meaning));
    }

    private Expression quantity(Element variable) {
        if (TIME.contains(SedMlTree.text(variable, "symbol"))) {
            return Symbol.TIME;
        }
        return SbmlTarget.of(SedMlTree.text(variable, "target"))
                .filter(target -> target.attribute().isEmpty())
                .map(SbmlTarget::quantity)
                .orElseThrow(() -> refusal(
                        variable,
                        "it is neither the time nor a species, parameter, compartment or reaction: '"
                                + SedMlTree.text(variable, "target") + SedMlTree.text(variable, "symbol") + "'",
                        "give the XPath of an element with an id"));
    }

    private Expression value(Element math, Map<String, Expression> meaning) {
        List<Element> content = math.getChildren();
        boolean isPlain = content.size() == 1 && content.get(0).getName().equals("ci");
        String name = isPlain ? content.get(0).getTextTrim() : "";
        if (meaning.containsKey(name)) {
            return Objects.requireNonNull(meaning.get(name));
        }
        return Expressions.replace(
                MathFormula.read(file, math, meaning.keySet()), symbol -> meaning.getOrDefault(symbol.name(), symbol));
    }

    private static InputException refusal(Element element, String problem, String remedy) {
        return new InputException(element.getName() + " " + SedMlTree.text(element, "id"), problem, remedy);
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
