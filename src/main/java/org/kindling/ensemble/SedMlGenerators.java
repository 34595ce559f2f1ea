package org.kindling.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.kindling.ensemble.DataGenerator.Aggregate;
import org.kindling.ensemble.DataGenerator.Function;
import org.kindling.ensemble.DataGenerator.Variable;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.sbml.MathFormula;

/** Reads the data generators of a SED-ML document. */
final class SedMlGenerators {

    static final String LIST = "listOfDataGenerators";

    private static final Namespace MATH = Namespace.getNamespace("http://www.w3.org/1998/Math/MathML");

    /** The time, until Version 3 and since. */
    private static final Set<String> TIME = Set.of("urn:sedml:symbol:time", "KISAO:0000832");

    /** What the addresses of functions of whole variables begin with. */
    private static final String AGGREGATES = "http://sed-ml.org/#";

    private final String file;
    private final SedMlTree tree;

    SedMlGenerators(String file, SedMlTree tree) {
        this.file = file;
        this.tree = tree;
    }

    /**
     * Returns a data generator.
     *
     * @throws InputException if there is none of that id, or it cannot be computed
     */
    DataGenerator read(String id) {
        Element generator = tree.named(LIST, id);
        List<Variable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Element variable : tree.list(generator, "listOfVariables")) {
            String name = SedMlTree.text(variable, "id");
            variables.add(new Variable(name, SedMlTree.text(variable, "taskReference"), quantity(variable)));
            names.add(name);
        }
        Map<String, Constant> parameters = new HashMap<>();
        for (Element parameter : tree.list(generator, "listOfParameters")) {
            double value = SedMlTree.number(SedMlTree.text(parameter, "value"))
                    .orElseThrow(() -> refusal(parameter, "its value is not a number", "correct it"));
            parameters.put(SedMlTree.text(parameter, "id"), new Constant(value));
            names.add(SedMlTree.text(parameter, "id"));
        }
        Element math = generator.getChild("math", MATH);
        if (math == null) {
            throw refusal(generator, "it has no formula", "add one");
        }
        Element formula = math.clone();
        List<Aggregate> aggregates = new ArrayList<>();
        takeAggregates(formula, names, aggregates);
        Expression value = Expressions.replace(expression(formula, names), symbol -> constant(symbol, parameters));
        return new DataGenerator(id, SedMlTree.text(generator, "name"), variables, aggregates, value);
    }

    private static Expression constant(Symbol symbol, Map<String, Constant> parameters) {
        Constant constant = parameters.get(symbol.name());
        return constant == null ? symbol : constant;
    }

    private static Expression quantity(Element variable) {
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

    /** Puts a name in the place of every number that is made of a whole variable, since SBML knows no such functions. */
    private static void takeAggregates(Element formula, Set<String> names, List<Aggregate> aggregates) {
        for (Element child : List.copyOf(formula.getChildren())) {
            List<Element> parts = child.getChildren();
            String function = parts.isEmpty() ? "" : SedMlTree.text(parts.get(0), "definitionURL");
            if (!function.startsWith(AGGREGATES)) {
                takeAggregates(child, names, aggregates);
                continue;
            }
            Aggregate aggregate = aggregate(function.substring(AGGREGATES.length()), parts, names);
            aggregates.add(aggregate);
            names.add(aggregate.id());
            int place = formula.indexOf(child);
            formula.setContent(place, new Element("ci", MATH).setText(aggregate.id()));
        }
    }

    private static Aggregate aggregate(String name, List<Element> parts, Set<String> names) {
        String variable = parts.size() == 2 ? parts.get(1).getTextTrim() : "";
        Optional<Function> function = Arrays.stream(Function.values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (function.isEmpty() || !names.contains(variable)) {
            throw new InputException(
                    "function " + name,
                    "is not known, or is not of one variable",
                    "use " + Arrays.toString(Function.values()).toLowerCase(Locale.ROOT) + " of a variable");
        }
        String id = "aggregate";
        while (names.contains(id)) {
            id += "_";
        }
        return new Aggregate(id, function.get(), variable);
    }

    /** A formula that is nothing but a name is common, and its name need not be an id of SBML. */
    private Expression expression(Element math, Set<String> names) {
        List<Element> content = math.getChildren();
        boolean isPlain = content.size() == 1 && content.get(0).getName().equals("ci");
        String name = isPlain ? content.get(0).getTextTrim() : "";
        return names.contains(name) ? new Symbol(name) : MathFormula.read(file, math, names);
    }

    private static InputException refusal(Element element, String problem, String remedy) {
        return new InputException(element.getName() + " " + SedMlTree.text(element, "id"), problem, remedy);
    }
}
