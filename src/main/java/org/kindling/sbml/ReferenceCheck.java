package org.kindling.sbml;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdom2.Element;

/** Checks that every id refers to an element of the right kind, and that rules set what may be set. */
final class ReferenceCheck {

    private static final Set<String> QUANTITIES = Set.of("compartment", "species", "parameter", "speciesReference");

    private final ModelIndex index;
    private final Inspection inspection;

    private ReferenceCheck(ModelIndex index, Inspection inspection) {
        this.index = index;
        this.inspection = inspection;
    }

    /** Refuses dangling references and rules on what cannot be changed. */
    static void of(ModelIndex index, Inspection inspection) {
        ReferenceCheck check = new ReferenceCheck(index, inspection);
        index.kind("species").values().forEach(check::checkSpecies);
        check.require(index.model(), "conversionFactor", "parameter");
        index.reactions().forEach(check::checkReaction);
        index.assignmentRules().forEach(check::checkRule);
        index.rateRules().forEach(check::checkRule);
        index.initialAssignments().forEach(check::checkTarget);
        check.checkNoDoubleStart();
    }

    private void checkSpecies(Element species) {
        require(species, "compartment", "compartment");
        require(species, "conversionFactor", "parameter");
    }

    private void checkReaction(Element reaction) {
        for (Element reference : index.references(reaction)) {
            require(reference, "species", "species");
            String id = ModelIndex.id(reference, "species");
            Element species = index.named("species", id);
            if (isBoundary(species)) {
                continue;
            }
            if (index.isConstant(species)) {
                throw inspection.refusal(
                        reference,
                        "species " + PlainText.id(id) + " is constant and cannot be consumed or produced",
                        "set its boundaryCondition to true, or constant to false");
            }
            if (index.assignmentRules().containsKey(id) || index.rateRules().containsKey(id)) {
                throw inspection.refusal(
                        reference,
                        "species " + PlainText.id(id) + " is changed by a rule and by a reaction",
                        "set its boundaryCondition to true, or remove the rule");
            }
        }
        for (Element modifier : index.list(reaction, "listOfModifiers")) {
            require(modifier, "species", "species");
        }
    }

    private static boolean isBoundary(Element species) {
        return Lexicon.isTrue(species.getAttributeValue("boundaryCondition", "false"));
    }

    private void checkRule(String variable, Element rule) {
        checkTarget(variable, rule);
        Element target = index.symbol(variable).orElseThrow();
        if (index.isConstant(target)) {
            throw inspection.refusal(
                    rule,
                    "the rule changes " + target.getName() + " " + PlainText.id(variable) + ", which is constant",
                    "set its attribute constant to false, or remove the rule");
        }
    }

    private void checkTarget(String variable, Element rule) {
        Element target = index.symbol(variable)
                .orElseThrow(() -> inspection.refusal(
                        rule, "'" + PlainText.id(variable) + "' does not exist", "define it, or correct the name"));
        if (!QUANTITIES.contains(target.getName())) {
            throw inspection.refusal(
                    rule, "a " + target.getName() + " cannot be assigned a value", "correct the variable");
        }
    }

    private void checkNoDoubleStart() {
        for (Map.Entry<String, Element> entry : index.initialAssignments().entrySet()) {
            if (index.assignmentRules().containsKey(entry.getKey())) {
                throw inspection.refusal(
                        entry.getValue(),
                        "'" + PlainText.id(entry.getKey()) + "' has an assignment rule too",
                        "keep one of them");
            }
        }
    }

    private void require(Element element, String attribute, String kind) {
        if (element.getAttribute(attribute) == null) {
            return;
        }
        String id = ModelIndex.id(element, attribute);
        if (!index.kind(kind).containsKey(id)) {
            throw inspection.refusal(
                    element,
                    attribute + " '" + PlainText.id(id) + "' does not exist",
                    index.kind(kind).isEmpty()
                            ? "define the " + kind
                            : "define it or correct the name; there is for example " + example(kind));
        }
    }

    private String example(String kind) {
        return PlainText.id(new TreeSet<>(index.kind(kind).keySet()).first());
    }
}
