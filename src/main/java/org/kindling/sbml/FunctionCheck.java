package org.kindling.sbml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdom2.Element;

/**
 * Checks the function definitions: no function calls itself by any detour, bodies use their arguments alone, and a call
 * written out stays of bounded depth and size.
 */
final class FunctionCheck {

    /** Deepest nesting of a formula with its calls written out: converters recurse, and stacks are finite. */
    static final int DEEPEST = 1_000;

    /** Largest formula with its calls written out; the largest published law known to us has some thousand elements. */
    static final long LARGEST = 1_000_000;

    private static final String REMEDY = "correct the function definition";

    private final Inspection inspection;
    private final Map<String, Element> bodies = new LinkedHashMap<>();
    private final Map<String, Integer> arities = new LinkedHashMap<>();
    private final Map<String, Extent> extents = new HashMap<>();

    /** Checks all function definitions of a model. */
    FunctionCheck(ModelIndex index, Inspection inspection) {
        this.inspection = inspection;
        Map<String, Set<String>> arguments = new HashMap<>();
        index.functions().forEach((id, definition) -> {
            Element lambda = lambda(definition);
            List<Element> children = lambda.getChildren();
            arguments.put(id, arguments(definition, children.subList(0, children.size() - 1)));
            bodies.put(id, children.get(children.size() - 1));
            arities.put(id, children.size() - 1);
        });
        List<String> order = callOrder();
        bodies.forEach((id, body) ->
                new MathCheck(arguments.getOrDefault(id, Set.of())::contains, arities, inspection).check(body));
        order.forEach(id -> extents.put(id, bounded(body(id))));
    }

    /** Returns the number of arguments of every function by id. */
    Map<String, Integer> arities() {
        return arities;
    }

    /** Refuses a formula that is too large with its calls written out. */
    void checkExtent(Element expression) {
        bounded(expression);
    }

    /** Returns the body of a function. */
    Element body(String function) {
        return Objects.requireNonNull(bodies.get(function), function);
    }

    private Element lambda(Element definition) {
        List<Element> content = MathCheck.mathOf(definition)
                .orElseThrow(() -> inspection.refusal(definition, "the formula is missing", REMEDY))
                .getChildren();
        while (content.size() >= 1 && content.get(0).getName().equals("semantics")) {
            content = content.get(0).getChildren();
        }
        boolean isLambda = !content.isEmpty() && content.get(0).getName().equals("lambda");
        if (!isLambda || content.get(0).getChildren().isEmpty()) {
            throw inspection.refusal(definition, "a function definition needs one lambda with a body", REMEDY);
        }
        return content.get(0);
    }

    private Set<String> arguments(Element definition, List<Element> variables) {
        Set<String> names = new HashSet<>();
        for (Element variable : variables) {
            boolean bound = variable.getName().equals("bvar")
                    && variable.getChildren().size() == 1
                    && variable.getChildren().get(0).getName().equals("ci");
            if (!bound || !names.add(variable.getChildren().get(0).getTextTrim())) {
                throw inspection.refusal(definition, "an argument is not a name, or is there twice", REMEDY);
            }
        }
        return names;
    }

    private List<String> callOrder() {
        DependencyGraph calls = new DependencyGraph();
        bodies.forEach((id, body) -> calls.put(id, Symbols.called(body)));
        List<String> cycle = calls.cycle();
        if (!cycle.isEmpty()) {
            throw inspection.refusal(body(cycle.get(0)), "the function calls itself: " + Symbols.chain(cycle), REMEDY);
        }
        return calls.order();
    }

    private Extent bounded(Element expression) {
        Extent extent = extent(expression);
        if (extent.depth > DEEPEST || extent.size > LARGEST) {
            throw inspection.refusal(
                    expression,
                    "the formula is too large: with its function calls written out it has "
                            + (extent.depth > DEEPEST
                                    ? "more than " + DEEPEST + " levels"
                                    : "more than " + LARGEST + " elements"),
                    "simplify it");
        }
        return extent;
    }

    private Extent extent(Element element) {
        int depth = 0;
        long size = 1;
        for (Element child : element.getChildren()) {
            Extent inner = extent(child);
            depth = Math.max(depth, inner.depth);
            size += inner.size;
        }
        if (element.getName().equals("apply")) {
            Element operator = element.getChildren().get(0);
            Extent body = operator.getName().equals("ci") ? extents.get(operator.getTextTrim()) : null;
            if (body != null) {
                depth += body.depth;
                // Every argument may occur anywhere in the body; sums of sizes stay below 2^63 by the bound on each.
                size += body.size;
            }
        }
        return new Extent(depth + 1, size);
    }

    /**
     * How large an expression is.
     *
     * @param depth levels of nesting
     * @param size number of elements
     */
    private record Extent(int depth, long size) {}
}
