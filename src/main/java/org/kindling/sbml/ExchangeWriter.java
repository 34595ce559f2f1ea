package org.kindling.sbml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.Compartment;
import org.kindling.network.KineticModel;
import org.kindling.network.Reaction;
import org.kindling.network.Species;

/** Writes a kinetic model as SBML Level 3 Version 1, see {@link ExchangeModel}. */
final class ExchangeWriter {

    private static final SbmlRelease RELEASE = new SbmlRelease(3, 1);

    private static final Namespace CORE = Namespace.getNamespace(RELEASE.namespace());

    private final KineticModel model;
    private final StoichiometryScaling scaling;
    private final Map<Symbol, Double> initial;
    private final FreeIds ids;
    private final Map<String, String> promoted = new LinkedHashMap<>();
    private final Set<Symbol> written = new HashSet<>();
    private final List<Element> initialAssignments = new ArrayList<>();
    private final List<Element> rules = new ArrayList<>();

    ExchangeWriter(KineticModel model, StoichiometryScaling scaling) {
        this.model = model;
        this.scaling = scaling;
        this.initial = model.initialValues();
        this.ids = new FreeIds(names());
        model.parameters()
                .forEach(parameter -> parameter.reaction().ifPresent(reaction -> {
                    String local = parameter.address().substring(reaction.length() + 1);
                    promoted.put(parameter.address(), ids.promoted(reaction, local));
                }));
    }

    /** Returns the ids of local parameters as global ones, by address. */
    Map<String, String> promoted() {
        return promoted;
    }

    /** Returns the document; to be called once. */
    Document document() {
        Element content = element("model")
                .setAttribute("substanceUnits", "mole")
                .setAttribute("timeUnits", "second")
                .setAttribute("volumeUnits", "litre")
                .setAttribute("extentUnits", "mole");
        List<Element> compartments =
                model.compartments().stream().map(this::compartment).toList();
        List<Element> species = model.species().stream().map(this::species).toList();
        List<Element> reactions = model.reactions().stream()
                .filter(ExchangeWriter::hasParticipants)
                .map(this::reaction)
                .toList();
        List<Element> parameters = parameters();
        model.rules().assignments().forEach((symbol, value) -> rules.add(rule("assignmentRule", id(symbol), value)));
        model.rules().rates().forEach((symbol, value) -> rules.add(rule("rateRule", id(symbol), value)));
        addList(content, "listOfCompartments", compartments);
        addList(content, "listOfSpecies", species);
        addList(content, "listOfParameters", parameters);
        addList(content, "listOfInitialAssignments", initialAssignments);
        addList(content, "listOfRules", rules);
        addList(content, "listOfReactions", reactions);
        Document document = new Document(element("sbml")
                .setAttribute("level", Integer.toString(RELEASE.level()))
                .setAttribute("version", Integer.toString(RELEASE.version()))
                .addContent(content));
        String id = ids.take(uniqueName(SbmlText.of(document)));
        content.setAttribute("id", id).setAttribute("name", id);
        return document;
    }

    /** COPASI before 4.43 mixes up models of one name. */
    private String uniqueName(String text) {
        UUID digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return (model.id().isEmpty() ? "model" : model.id()) + "_"
                + digest.toString().replace('-', '_');
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        initial.keySet().forEach(symbol -> names.add(symbol.name()));
        model.rules().rates().keySet().forEach(symbol -> names.add(symbol.name()));
        model.compartments().forEach(compartment -> names.add(compartment.id()));
        model.species().forEach(species -> names.add(species.id()));
        model.parameters().forEach(parameter -> names.add(parameter.address()));
        return names;
    }

    /** Every compartment is a volume here: its dimensions do not enter the equations, and some tools know no others. */
    private Element compartment(Compartment compartment) {
        Element element = element("compartment")
                .setAttribute("id", compartment.id())
                .setAttribute("spatialDimensions", "3")
                .setAttribute("constant", Boolean.toString(compartment.constant()));
        start(compartment.symbol(), element, "size");
        return element;
    }

    private Element species(Species species) {
        Element element = element("species")
                .setAttribute("id", species.id())
                .setAttribute("compartment", species.compartment())
                .setAttribute("hasOnlySubstanceUnits", Boolean.toString(species.amountOnly()))
                .setAttribute("boundaryCondition", Boolean.toString(species.boundary()))
                .setAttribute("constant", Boolean.toString(species.constant()));
        species.conversionFactor().ifPresent(factor -> element.setAttribute("conversionFactor", id(factor)));
        start(species.symbol(), element, species.amountOnly() ? "initialAmount" : "initialConcentration");
        return element;
    }

    /**
     * The parameters of the model, then reactions without participants, which Version 1 has not, and stoichiometries that
     * are numbers and named by formulas.
     */
    private List<Element> parameters() {
        Set<Symbol> symbols = new LinkedHashSet<>();
        List<Element> elements = new ArrayList<>();
        model.parameters().forEach(parameter -> {
            symbols.add(parameter.symbol());
            elements.add(parameter(parameter.symbol(), parameter.constant()));
        });
        for (Reaction reaction : model.reactions()) {
            if (!hasParticipants(reaction)) {
                elements.add(parameter(reaction.symbol(), false));
                rules.add(rule("assignmentRule", reaction.id(), reaction.law()));
            }
        }
        Set<Symbol> others = new LinkedHashSet<>(model.rules().initial().keySet());
        others.addAll(model.rules().assignments().keySet());
        others.addAll(model.rules().rates().keySet());
        others.removeAll(symbols);
        others.removeAll(written);
        others.forEach(symbol -> elements.add(parameter(symbol, !isRuled(symbol))));
        return elements;
    }

    private Element parameter(Symbol symbol, boolean constant) {
        Element element = element("parameter")
                .setAttribute("id", id(symbol))
                .setAttribute("constant", Boolean.toString(constant));
        start(symbol, element, "value");
        return element;
    }

    private Element reaction(Reaction reaction) {
        Element element = element("reaction")
                .setAttribute("id", reaction.id())
                .setAttribute("reversible", Boolean.toString(reaction.reversible()))
                .setAttribute("fast", "false");
        addList(element, "listOfReactants", references(reaction, reaction.reactants()));
        addList(element, "listOfProducts", references(reaction, reaction.products()));
        addList(
                element,
                "listOfModifiers",
                reaction.modifiers().stream()
                        .map(id -> element("modifierSpeciesReference").setAttribute("species", id))
                        .toList());
        Expression law = Expressions.product(new Constant(scaling.factor(reaction.id())), renamed(reaction.law()));
        return element.addContent(element("kineticLaw").addContent(MathWriter.math("reaction " + reaction.id(), law)));
    }

    private static boolean hasParticipants(Reaction reaction) {
        return !reaction.reactants().isEmpty() || !reaction.products().isEmpty();
    }

    private List<Element> references(Reaction reaction, List<Reaction.Participant> participants) {
        return participants.stream()
                .map(participant -> {
                    Element reference = element("speciesReference").setAttribute("species", participant.species());
                    OptionalDouble constant = scaling.constant(participant.stoichiometry());
                    reference.setAttribute("constant", Boolean.toString(constant.isPresent()));
                    if (constant.isPresent()) {
                        double scaled = constant.getAsDouble() / scaling.factor(reaction.id());
                        return reference.setAttribute("stoichiometry", Numerals.of(scaled));
                    }
                    return varying(reference, participant);
                })
                .toList();
    }

    /** A stoichiometry that has a name keeps it, and its rule with it; another gets both. */
    private Element varying(Element reference, Reaction.Participant participant) {
        if (participant.stoichiometry() instanceof Symbol symbol && isFree(symbol)) {
            reference.setAttribute("id", symbol.name());
            start(symbol, reference, "stoichiometry");
        } else {
            String id = ids.take("stoichiometry_" + participant.species());
            reference.setAttribute("id", id);
            rules.add(rule("assignmentRule", id, participant.stoichiometry()));
        }
        return reference;
    }

    private boolean isFree(Symbol symbol) {
        return !symbol.equals(Symbol.TIME)
                && !written.contains(symbol)
                && model.parameter(symbol.name()).isEmpty()
                && model.reaction(symbol.name()).isEmpty();
    }

    /** Writes the value of a symbol at the start, if it has one that no assignment rule gives. */
    private void start(Symbol symbol, Element element, String attribute) {
        written.add(symbol);
        Expression expression = model.rules().initial().get(symbol);
        if (expression == null || model.rules().assignments().containsKey(symbol)) {
            return;
        }
        double value = Objects.requireNonNull(initial.get(symbol));
        if (Double.isFinite(value)) {
            element.setAttribute(attribute, Numerals.of(value));
        } else {
            initialAssignments.add(formula("initialAssignment", "symbol", id(symbol), expression));
        }
    }

    private Element rule(String kind, String variable, Expression value) {
        return formula(kind, "variable", variable, value);
    }

    private Element formula(String kind, String attribute, String id, Expression value) {
        return element(kind)
                .setAttribute(attribute, id)
                .addContent(MathWriter.math(kind + " of " + id, renamed(value)));
    }

    /** An expression in the ids of the document; the rate of a scaled reaction is the model's all the same. */
    private Expression renamed(Expression expression) {
        return Expressions.replace(
                expression,
                symbol -> Expressions.quotient(
                        symbol.equals(Symbol.TIME) ? symbol : new Symbol(id(symbol)),
                        new Constant(scaling.factor(symbol.name()))));
    }

    private String id(Symbol symbol) {
        return promoted.getOrDefault(symbol.name(), symbol.name());
    }

    private boolean isRuled(Symbol symbol) {
        return model.rules().assignments().containsKey(symbol)
                || model.rules().rates().containsKey(symbol);
    }

    private static void addList(Element owner, String name, List<Element> elements) {
        if (!elements.isEmpty()) {
            owner.addContent(element(name).addContent(elements));
        }
    }

    private static Element element(String name) {
        return new Element(name, CORE);
    }
}
