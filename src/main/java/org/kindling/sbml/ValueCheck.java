package org.kindling.sbml;

import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Element;

/** Checks that everything that needs a value at the start has exactly one. */
final class ValueCheck {

    private final ModelIndex index;
    private final Usage usage;
    private final Inspection inspection;

    private ValueCheck(ModelIndex index, Usage usage, Inspection inspection) {
        this.index = index;
        this.usage = usage;
        this.inspection = inspection;
    }

    /**
     * Refuses missing values that nothing assigns, contradictory ones, and volumes that are not positive. A parameter
     * without value that no formula uses is left aside, and so is an infinite one that formulas only divide by: some
     * tools write the equilibrium constants of irreversible reactions so.
     */
    static void of(ModelIndex index, Usage usage, Inspection inspection) {
        ValueCheck check = new ValueCheck(index, usage, inspection);
        index.kind("compartment").forEach(check::checkCompartment);
        index.kind("species").forEach(check::checkSpecies);
        index.kind("parameter").forEach(check::checkParameter);
        for (Element reaction : index.reactions()) {
            index.references(reaction).forEach(check::checkStoichiometry);
            index.localParameters(index.kineticLaw(reaction).orElseThrow())
                    .forEach((id, parameter) ->
                            check.checkParameter(ModelIndex.id(reaction, "id") + "." + id, parameter));
        }
    }

    private void checkCompartment(String id, Element compartment) {
        if (index.isPoint(compartment) || index.isAssigned(id)) {
            return;
        }
        require(id, compartment, "size");
        if (!(Double.parseDouble(compartment.getAttributeValue("size")) > 0)) {
            throw inspection.refusal(compartment, "its size is not positive", "give it a size above zero");
        }
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

    private void checkParameter(String address, Element parameter) {
        if (value(parameter, "value").isPresent() || index.isAssigned(address)) {
            return;
        }
        if (!usage.isUsed(address)) {
            inspection.ignore(parameter, "it has no finite value, and no formula uses it");
        } else if (isInfinite(parameter) && usage.isOnlyDivisor(address)) {
            inspection.ignore(parameter, "it is infinite, so what formulas divide by it is zero");
        } else {
            throw missing(parameter, "value");
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

    /** Returns whether the value of a parameter is written as infinity. */
    static boolean isInfinite(Element parameter) {
        return ModelIndex.id(parameter, "value").endsWith("INF");
    }

    private static Optional<String> value(Element element, String attribute) {
        return Optional.ofNullable(element.getAttribute(attribute))
                .map(Attribute::getValue)
                .map(String::strip)
                .filter(Lexicon::isFinite);
    }
}
