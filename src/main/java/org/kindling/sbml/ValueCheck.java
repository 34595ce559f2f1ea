package org.kindling.sbml;

import java.util.Optional;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;

/** Checks that everything that needs a value at the start has exactly one. */
final class ValueCheck {

    private final ModelIndex index;
    private final Inspection inspection;

    private ValueCheck(ModelIndex index, Inspection inspection) {
        this.index = index;
        this.inspection = inspection;
    }

    /**
     * Refuses missing values that nothing assigns, contradictory ones, and volumes that are not positive. A parameter
     * without value that no formula uses is left aside.
     */
    static void of(ModelIndex index, Set<String> used, Inspection inspection) {
        ValueCheck check = new ValueCheck(index, inspection);
        index.kind("compartment").forEach(check::checkCompartment);
        index.kind("species").forEach(check::checkSpecies);
        index.kind("parameter").forEach((id, parameter) -> check.checkParameter(id, parameter, used.contains(id)));
        for (Element reaction : index.reactions()) {
            index.references(reaction).forEach(check::checkStoichiometry);
            index.kineticLaw(reaction).ifPresent(check::checkLocalParameters);
        }
    }

    private void checkCompartment(String id, Element compartment) {
        if (isPoint(compartment) || index.isAssigned(id)) {
            return;
        }
        require(id, compartment, "size");
        if (!(Double.parseDouble(compartment.getAttributeValue("size")) > 0)) {
            throw inspection.refusal(compartment, "its size is not positive", "give it a size above zero");
        }
    }

    private static boolean isPoint(Element compartment) {
        return Double.parseDouble(compartment.getAttributeValue("spatialDimensions", "3")) == 0;
    }

    private void checkSpecies(String id, Element species) {
        Optional<String> amount = value(species, "initialAmount");
        Optional<String> concentration = value(species, "initialConcentration");
        if (amount.isPresent() && concentration.isPresent()) {
            throw inspection.refusal(
                    species, "it has an initial amount and an initial concentration", "keep one of them");
        }
        if (amount.isEmpty() && concentration.isEmpty() && !index.isAssigned(id)) {
            throw inspection.refusal(
                    species,
                    "it has no initial value, and no rule or initial assignment gives it one",
                    "give it an initialConcentration or an initialAmount");
        }
    }

    private void checkParameter(String id, Element parameter, boolean isUsed) {
        if (isUsed) {
            require(id, parameter, "value");
        } else if (value(parameter, "value").isEmpty() && !index.isAssigned(id)) {
            inspection.ignore(parameter, "it has no finite value, and no formula uses it");
        }
    }

    private void checkStoichiometry(Element reference) {
        boolean isLevelThree = index.release().level() == 3;
        boolean hasFormula = reference.getChild("stoichiometryMath", reference.getNamespace()) != null;
        String id = ModelIndex.id(reference, "id");
        if (hasFormula || value(reference, "stoichiometry").isPresent() || index.isAssigned(id)) {
            return;
        }
        if (isLevelThree || reference.getAttribute("stoichiometry") != null) {
            throw inspection.refusal(
                    reference,
                    "its stoichiometry is missing, and no rule or initial assignment gives it one",
                    "give it a stoichiometry (most often 1)");
        }
    }

    private void checkLocalParameters(Element law) {
        index.localParameters(law).values().forEach(parameter -> {
            if (value(parameter, "value").isEmpty()) {
                throw missing(parameter, "value");
            }
        });
    }

    private void require(String id, Element element, String attribute) {
        if (value(element, attribute).isEmpty() && !index.isAssigned(id)) {
            throw missing(element, attribute);
        }
    }

    private SbmlException missing(Element element, String attribute) {
        return inspection.refusal(
                element,
                element.getAttribute(attribute) == null
                        ? "it has no " + attribute + ", and no rule or initial assignment gives it one"
                        : "its " + attribute + " is " + PlainText.id(ModelIndex.id(element, attribute))
                                + ", and no rule or initial assignment gives it one",
                "give it a " + attribute);
    }

    private static Optional<String> value(Element element, String attribute) {
        return Optional.ofNullable(element.getAttribute(attribute))
                .map(Attribute::getValue)
                .map(String::strip)
                .filter(Lexicon::isFinite);
    }
}
