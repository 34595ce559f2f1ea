package org.kindling.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The elements of a model by what they are and by id, in the order of the file. Every id means one thing. */
final class ModelIndex {

    private final SbmlRelease release;
    private final Element model;
    private final Namespace core;
    private final Inspection inspection;
    private final Map<String, Element> symbols = new HashMap<>();
    private final Map<String, Map<String, Element>> kinds = new HashMap<>();
    private final Map<String, Element> functions = new LinkedHashMap<>();
    private final Map<String, Element> assignmentRules = new LinkedHashMap<>();
    private final Map<String, Element> rateRules = new LinkedHashMap<>();
    private final Map<String, Element> initialAssignments = new LinkedHashMap<>();

    /** Builds the index of the one model under a root element, or refuses ids given twice. */
    ModelIndex(Element root, SbmlRelease release, Inspection inspection) {
        this.release = release;
        this.core = root.getNamespace();
        this.model = root.getChild("model", core);
        this.inspection = inspection;
        index("functionDefinition", list(model, "listOfFunctionDefinitions"));
        kind("functionDefinition").forEach((id, definition) -> {
            if (hasFormula(definition)) {
                functions.put(id, definition);
            }
        });
        index("compartment", list(model, "listOfCompartments"));
        index("species", list(model, "listOfSpecies"));
        index("parameter", list(model, "listOfParameters"));
        index("reaction", list(model, "listOfReactions"));
        for (Element reaction : reactions()) {
            index("speciesReference", references(reaction));
        }
        assign("variable", "assignmentRule", assignmentRules);
        assign("variable", "rateRule", rateRules);
        assign("symbol", "initialAssignment", initialAssignments);
    }

    SbmlRelease release() {
        return release;
    }

    Element model() {
        return model;
    }

    /** Returns the element that an id names, wherever it is. */
    Optional<Element> symbol(String id) {
        return Optional.ofNullable(symbols.get(id));
    }

    /** Returns the compartment of a species. */
    Element home(Element species) {
        return named("compartment", id(species, "compartment"));
    }

    /** Returns the element of one kind that an id names; it must exist. */
    Element named(String kind, String id) {
        return Objects.requireNonNull(kind(kind).get(id), id);
    }

    /** Returns the elements of one kind, such as {@code species}, by id. */
    Map<String, Element> kind(String name) {
        return kinds.getOrDefault(name, Map.of());
    }

    List<Element> reactions() {
        return list(model, "listOfReactions");
    }

    /** Returns the function definitions that have a formula, by id. */
    Map<String, Element> functions() {
        return functions;
    }

    Map<String, Element> assignmentRules() {
        return assignmentRules;
    }

    Map<String, Element> rateRules() {
        return rateRules;
    }

    Map<String, Element> initialAssignments() {
        return initialAssignments;
    }

    /** Returns the children of a list of the given name under an element; none where the list is absent. */
    List<Element> list(Element owner, String name) {
        Element list = owner.getChild(name, core);
        return list == null
                ? List.of()
                : list.getChildren().stream()
                        .filter(child -> child.getNamespace().equals(core)
                                && !child.getName().equals("notes")
                                && !child.getName().equals("annotation"))
                        .toList();
    }

    /** Returns reactants, then products of a reaction. */
    List<Element> references(Element reaction) {
        List<Element> references = new ArrayList<>(list(reaction, "listOfReactants"));
        references.addAll(list(reaction, "listOfProducts"));
        return references;
    }

    /** Returns the kinetic law of a reaction if it has a formula. */
    Optional<Element> kineticLaw(Element reaction) {
        return Optional.ofNullable(reaction.getChild("kineticLaw", core))
                .filter(law -> MathCheck.mathOf(law).isPresent());
    }

    /** Returns the parameters of a kinetic law by id, or refuses an id given twice. */
    Map<String, Element> localParameters(Element law) {
        Map<String, Element> locals = new LinkedHashMap<>();
        List<Element> parameters = new ArrayList<>(list(law, "listOfParameters"));
        parameters.addAll(list(law, "listOfLocalParameters"));
        for (Element parameter : parameters) {
            if (locals.put(id(parameter, "id"), parameter) != null) {
                throw twice(parameter, id(parameter, "id"));
            }
        }
        return locals;
    }

    /** Returns whether a rule or an initial assignment gives the symbol its value at the start. */
    boolean isAssigned(String id) {
        return assignmentRules.containsKey(id) || initialAssignments.containsKey(id);
    }

    /** Returns whether nothing may change the value of a compartment, species, parameter or stoichiometry. */
    boolean isConstant(Element element) {
        String otherwise =
                element.getName().equals("compartment") || element.getName().equals("parameter") ? "true" : "false";
        return Lexicon.isTrue(element.getAttributeValue("constant", otherwise));
    }

    /** Returns whether a compartment has neither dimensions nor size, so that only amounts make sense in it. */
    boolean isPoint(Element compartment) {
        boolean isFlat = Double.parseDouble(compartment.getAttributeValue("spatialDimensions", "3")) == 0;
        String size = id(compartment, "size");
        boolean hasSize = Lexicon.isFinite(size) && Double.parseDouble(size) > 0;
        return isFlat && !hasSize && !isAssigned(id(compartment, "id"));
    }

    static String id(Element element, String attribute) {
        return element.getAttributeValue(attribute, "").strip();
    }

    private void index(String kind, List<Element> elements) {
        Map<String, Element> byId = kinds.computeIfAbsent(kind, name -> new LinkedHashMap<>());
        for (Element element : elements) {
            Attribute attribute = element.getAttribute("id");
            if (attribute != null) {
                String id = attribute.getValue().strip();
                if (symbols.put(id, element) != null) {
                    throw twice(element, id);
                }
                byId.put(id, element);
            }
        }
    }

    private void assign(String attribute, String name, Map<String, Element> target) {
        String list = name.equals("initialAssignment") ? "listOfInitialAssignments" : "listOfRules";
        for (Element element : list(model, list)) {
            if (!element.getName().equals(name) || !hasFormula(element)) {
                continue;
            }
            String variable = id(element, attribute);
            boolean taken = !name.equals("initialAssignment") && assignmentRules.containsKey(variable);
            if (taken || target.put(variable, element) != null) {
                throw inspection.refusal(
                        element,
                        "'" + PlainText.id(variable) + "' has two rules or two initial assignments",
                        "keep one of them");
            }
        }
    }

    /** Level 3 Version 2 lets a formula be absent, which then has no effect; before that it is an error. */
    private boolean hasFormula(Element element) {
        if (MathCheck.mathOf(element).isPresent()) {
            return true;
        }
        if (release.level() < 3 || release.version() < 2) {
            throw inspection.refusal(element, "the formula is missing", "write it, or remove the element");
        }
        inspection.ignore(element, "without a formula it has no effect");
        return false;
    }

    private SbmlException twice(Element element, String id) {
        return inspection.refusal(
                element, "the id '" + PlainText.id(id) + "' is given to two elements", "rename one of them");
    }
}
