package org.kindling.sbml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Element;

/** The words by which a message names an element: {@code reaction R1 / kineticLaw}. */
final class ElementPath {

    /** Attributes by which a modeller knows an element, in order of preference. */
    private static final List<String> NAMING = List.of("id", "variable", "symbol", "species", "name");

    private ElementPath() {}

    /** Returns the path from the nearest child of the model down to the element, without lists and mathematics. */
    static String of(Element element) {
        Deque<String> steps = new ArrayDeque<>();
        for (Element step = element; step != null; step = step.getParentElement()) {
            if (isTold(step, step.equals(element))) {
                steps.addFirst(label(step));
            }
        }
        return String.join(" / ", steps);
    }

    private static boolean isTold(Element step, boolean isLast) {
        boolean isMath = MathVocabulary.NAMESPACE.equals(step.getNamespaceURI());
        boolean isFrame = step.getName().startsWith("listOf")
                || step.getName().equals("sbml")
                || step.getName().equals("model");
        return !isMath && (isLast || !isFrame);
    }

    private static String label(Element element) {
        Optional<String> id = NAMING.stream()
                .map(element::getAttribute)
                .filter(attribute -> attribute != null)
                .map(Attribute::getValue)
                .findFirst();
        String name = PlainText.id(element.getName());
        return id.map(value -> name + " " + PlainText.id(value)).orElse(name);
    }
}
