package org.kindling.sbml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;

/** The names that a formula uses. */
final class Symbols {

    private Symbols() {}

    /** Returns the ids of the quantities in a formula, without those of functions that are called. */
    static Set<String> used(Element expression) {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names, false);
        return names;
    }

    /** Returns the ids of the functions that a formula calls. */
    static Set<String> called(Element expression) {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names, true);
        return names;
    }

    /** Returns the elements that name a quantity in a formula; not those in what is annotated to it. */
    static List<Element> references(Element expression) {
        List<Element> references = new ArrayList<>();
        List<Element> children = expression.getChildren();
        for (int i = 0; i < children.size(); i++) {
            Element child = children.get(i);
            boolean isCalled = i == 0 && expression.getName().equals("apply");
            if (child.getName().equals("ci") && !isCalled) {
                references.add(child);
            } else if (!child.getName().startsWith("annotation")) {
                references.addAll(references(child));
            }
        }
        return references;
    }

    /** Returns a cycle in words, with at most five of its names. */
    static String chain(List<String> cycle) {
        List<String> names = cycle.stream().limit(5).map(PlainText::id).toList();
        return String.join(" -> ", names) + (cycle.size() > 5 ? " -> ..." : "") + " -> " + PlainText.id(cycle.get(0));
    }

    private static void collect(Element element, Set<String> names, boolean calls) {
        boolean applied = element.getName().equals("apply");
        List<Element> children = element.getChildren();
        for (int i = 0; i < children.size(); i++) {
            Element child = children.get(i);
            if (child.getName().equals("ci")) {
                if (calls == (applied && i == 0)) {
                    names.add(child.getTextTrim());
                }
            } else {
                collect(child, names, calls);
            }
        }
        if (!calls && element.getName().equals("ci")) {
            names.add(element.getTextTrim());
        }
    }
}
