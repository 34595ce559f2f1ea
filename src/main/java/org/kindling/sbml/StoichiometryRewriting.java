package org.kindling.sbml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;

/**
 * Scales reactions with large coefficients in a document. Other formulas that name such a reaction get its rate divided by
 * the factor, so that they mean what they meant.
 */
final class StoichiometryRewriting {

    private static final Set<String> WITHOUT_QUANTITIES = Set.of("functionDefinition", "notes", "annotation");

    private final ModelIndex index;
    private final List<Element> formulas = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    private StoichiometryRewriting(ModelIndex index) {
        this.index = index;
        collect(index.model());
        formulas.forEach(math -> Symbols.references(math).forEach(reference -> named.add(reference.getTextTrim())));
        named.addAll(index.initialAssignments().keySet());
        named.addAll(index.assignmentRules().keySet());
        named.addAll(index.rateRules().keySet());
    }

    /**
     * Changes the document in place.
     *
     * @return the reactions with large coefficients that are left as they are, since their stoichiometry is named by a
     *     formula or given by one
     */
    static List<String> apply(ModelIndex index, StoichiometryScaling scaling) {
        StoichiometryRewriting rewriting = new StoichiometryRewriting(index);
        List<String> left = new ArrayList<>(scaling.large().keySet());
        for (String reaction : scaling.scalable()) {
            if (rewriting.isPlain(reaction)) {
                rewriting.scale(reaction, scaling.factor(reaction));
                left.remove(reaction);
            }
        }
        return left;
    }

    private void collect(Element element) {
        for (Element child : element.getChildren()) {
            if (child.getName().equals("math") && child.getNamespaceURI().equals(MathVocabulary.NAMESPACE)) {
                formulas.add(child);
            } else if (child.getNamespace().equals(index.model().getNamespace())
                    && !WITHOUT_QUANTITIES.contains(child.getName())) {
                collect(child);
            }
        }
    }

    private boolean isPlain(String reaction) {
        return index.references(index.named("reaction", reaction)).stream()
                .noneMatch(reference -> named.contains(ModelIndex.id(reference, "id"))
                        || reference.getChild("stoichiometryMath", reference.getNamespace()) != null);
    }

    private void scale(String id, double factor) {
        Element reaction = index.named("reaction", id);
        for (Element reference : index.references(reaction)) {
            double coefficient = Double.parseDouble(reference.getAttributeValue("stoichiometry", "1"));
            reference.setAttribute("stoichiometry", Numerals.of(coefficient / factor));
        }
        for (Element math : formulas) {
            if (!isShadowed(math, id)) {
                Symbols.references(math).stream()
                        .filter(reference -> reference.getTextTrim().equals(id))
                        .forEach(reference -> combine("divide", reference, factor, 1));
            }
        }
        Element law = MathCheck.mathOf(index.kineticLaw(reaction).orElseThrow()).orElseThrow();
        combine("times", law.getChildren().get(0), factor, 0);
    }

    /** Returns whether a local parameter has taken the name of the reaction. */
    private boolean isShadowed(Element math, String id) {
        return Optional.of(math.getParentElement())
                .filter(owner -> owner.getName().equals("kineticLaw"))
                .map(index::localParameters)
                .map(locals -> locals.containsKey(id))
                .orElse(false);
    }

    /** Puts an operation on an element and a number in its place, the number at a position among the arguments. */
    private static void combine(String operator, Element operand, double number, int position) {
        Element owner = operand.getParentElement();
        int place = owner.indexOf(operand);
        operand.detach();
        Element apply = new Element("apply", operand.getNamespace());
        apply.addContent(new Element(operator, operand.getNamespace())).addContent(operand);
        apply.addContent(position + 1, new Element("cn", operand.getNamespace()).setText(MathWriter.digits(number)));
        owner.addContent(place, apply);
    }
}
