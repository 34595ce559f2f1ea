package org.kindling.sbml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Raises a Level 1 document to Level 2 Version 4 in place: names become ids, formulas become MathML, rules get one form.
 * Notes, annotations and units are kept.
 *
 * @see <a href="https://sbml.org/documents/specifications/level-1/version-2/">SBML Level 1 Version 2</a>
 */
final class LevelOneUpgrade {

    /** The release that documents are raised to. */
    static final SbmlRelease TARGET = new SbmlRelease(2, 4);

    private static final Namespace CORE = Namespace.getNamespace(TARGET.namespace());

    /** Elements that Version 1 spelt otherwise. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "specie", "species",
            "specieReference", "speciesReference",
            "specieConcentrationRule", "speciesConcentrationRule");

    private static final Map<String, String> UNITS =
            Map.of("liter", "litre", "liters", "litre", "meter", "metre", "meters", "metre", "Celsius", "kelvin");

    /** Level 1's rules with the attribute that names what they set. */
    private static final Map<String, String> RULES = Map.of(
            "speciesConcentrationRule", "species",
            "compartmentVolumeRule", "compartment",
            "parameterRule", "name");

    private final Inspection inspection;
    private final Namespace old;

    private LevelOneUpgrade(Namespace old, Inspection inspection) {
        this.old = old;
        this.inspection = inspection;
    }

    /** Raises the document under a Level 1 root element. */
    static void apply(Element root, Inspection inspection) {
        LevelOneUpgrade upgrade = new LevelOneUpgrade(root.getNamespace(), inspection);
        upgrade.raise(root);
        root.setAttribute("level", "2").setAttribute("version", "4");
        Element model = root.getChild("model", CORE);
        upgrade.freeRuledVariables(model);
        upgrade.declareModifiers(model);
    }

    private void raise(Element element) {
        Namespace before = element.getNamespace();
        if (before.equals(old)) {
            element.setNamespace(CORE);
        }
        if (!before.equals(old) || isForeignContent(element)) {
            return;
        }
        element.setName(ELEMENTS.getOrDefault(element.getName(), element.getName()));
        raiseAttributes(element);
        for (Element child : List.copyOf(element.getChildren())) {
            raise(child);
        }
    }

    /** Elements inside notes and annotations keep their namespaces. */
    private static boolean isForeignContent(Element element) {
        return element.getName().equals("notes") || element.getName().equals("annotation");
    }

    private void raiseAttributes(Element element) {
        switch (element.getName()) {
            case "model", "unitDefinition", "reaction" -> rename(element, "name", "id");
            case "unit" -> raiseUnit(element);
            case "compartment" -> raiseCompartment(element);
            case "species" -> raiseSpecies(element);
            case "parameter" -> rename(element, "name", "id");
            case "speciesReference" -> raiseReference(element);
            case "kineticLaw" -> raiseLaw(element);
            default -> raiseRule(element);
        }
    }

    private void raiseUnit(Element unit) {
        String kind = unit.getAttributeValue("kind", "");
        if (UNITS.containsKey(kind)) {
            unit.setAttribute("kind", UNITS.get(kind));
        }
    }

    private void raiseCompartment(Element compartment) {
        rename(compartment, "name", "id");
        rename(compartment, "volume", "size");
        if (compartment.getAttribute("size") == null) {
            compartment.setAttribute("size", "1");
        }
    }

    private void raiseSpecies(Element species) {
        rename(species, "name", "id");
        rename(species, "units", "substanceUnits");
    }

    private void raiseReference(Element reference) {
        rename(reference, "specie", "species");
        String over = reference.getAttributeValue("stoichiometry", "1");
        String under = reference.getAttributeValue("denominator", "1");
        for (String part : List.of(over, under)) {
            Lexicon.faultOfInteger(part).ifPresent(fault -> {
                throw inspection.refusal(reference, "its stoichiometry " + fault, "write an integer");
            });
        }
        reference.removeAttribute("denominator");
        if (Integer.parseInt(under.strip()) == 0) {
            throw inspection.refusal(
                    reference, "its stoichiometry has denominator zero", "write an integer above zero");
        }
        if (Integer.parseInt(under.strip()) != 1) {
            double ratio = Double.parseDouble(over) / Double.parseDouble(under);
            reference.setAttribute("stoichiometry", Numerals.of(ratio));
        }
    }

    private void raiseLaw(Element law) {
        law.removeAttribute("timeUnits");
        law.removeAttribute("substanceUnits");
        // Level 2 wants the formula before the parameters.
        int position = (int) law.getChildren().stream()
                .takeWhile(LevelOneUpgrade::isForeignContent)
                .count();
        Optional<Element> math = formula(law);
        int index = position == 0 ? 0 : law.indexOf(law.getChildren().get(position - 1)) + 1;
        math.ifPresent(element -> law.addContent(index, element));
    }

    private void raiseRule(Element rule) {
        String variable = RULES.get(rule.getName());
        if (variable == null && !rule.getName().equals("algebraicRule")) {
            return;
        }
        formula(rule).ifPresent(rule::addContent);
        if (variable != null) {
            boolean isRate = rule.getAttributeValue("type", "scalar").strip().equals("rate");
            if (rule.getName().startsWith("species")) {
                rename(rule, "specie", "species");
            }
            rename(rule, variable, "variable");
            rule.setName(isRate ? "rateRule" : "assignmentRule");
            rule.removeAttribute("type");
            rule.removeAttribute("units");
        }
    }

    private Optional<Element> formula(Element owner) {
        Attribute attribute = owner.getAttribute("formula");
        if (attribute == null) {
            return Optional.empty();
        }
        attribute.detach();
        return Optional.of(LevelOneFormula.toMath(attribute.getValue(), owner, inspection));
    }

    /** What a rule sets is no constant, which Level 1 need not say. */
    private void freeRuledVariables(Element model) {
        Set<String> ruled = new HashSet<>();
        for (Element rule : children(model, "listOfRules")) {
            ruled.add(ModelIndex.id(rule, "variable"));
        }
        List<Element> quantities = new ArrayList<>(children(model, "listOfParameters"));
        quantities.addAll(children(model, "listOfCompartments"));
        for (Element quantity : quantities) {
            if (ruled.contains(ModelIndex.id(quantity, "id"))) {
                quantity.setAttribute("constant", "false");
            }
        }
    }

    /** Level 1 has no modifiers; Level 2 wants them declared. */
    private void declareModifiers(Element model) {
        Set<String> species = new HashSet<>();
        children(model, "listOfSpecies").forEach(element -> species.add(ModelIndex.id(element, "id")));
        for (Element reaction : children(model, "listOfReactions")) {
            Element law = reaction.getChild("kineticLaw", CORE);
            if (law == null || MathCheck.mathOf(law).isEmpty()) {
                continue;
            }
            Set<String> modifiers =
                    new LinkedHashSet<>(Symbols.used(MathCheck.mathOf(law).get()));
            modifiers.retainAll(species);
            for (String list : List.of("listOfReactants", "listOfProducts")) {
                children(reaction, list).forEach(reference -> modifiers.remove(ModelIndex.id(reference, "species")));
            }
            children(law, "listOfParameters").forEach(parameter -> modifiers.remove(ModelIndex.id(parameter, "id")));
            addModifiers(reaction, law, modifiers);
        }
    }

    private static void addModifiers(Element reaction, Element law, Set<String> modifiers) {
        if (modifiers.isEmpty()) {
            return;
        }
        Element list = new Element("listOfModifiers", CORE);
        modifiers.forEach(
                id -> list.addContent(new Element("modifierSpeciesReference", CORE).setAttribute("species", id)));
        reaction.addContent(reaction.indexOf(law), list);
    }

    private static List<Element> children(Element owner, String list) {
        Element element = owner.getChild(list, CORE);
        return element == null ? List.of() : element.getChildren();
    }

    private static void rename(Element element, String from, String to) {
        Attribute attribute = element.getAttribute(from);
        if (attribute != null && !from.equals(to)) {
            attribute.setName(to);
        }
    }
}
