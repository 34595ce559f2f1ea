package org.kindling.sbml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.Compartment;
import org.kindling.network.KineticModel;
import org.kindling.network.Parameter;
import org.kindling.network.Reaction;
import org.kindling.network.Rules;
import org.kindling.network.Species;
import org.sbml.jsbml.ASTNode;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.SpeciesReference;

/** Builds the kinetic model: elements and values from the document itself, formulas from JSBML. */
final class ModelBuilder {

    private final ModelIndex index;
    private final Model formulas;
    private final FormulaReader reader;
    private final Map<Symbol, Expression> assignments = new LinkedHashMap<>();
    private final Map<Symbol, Expression> rates = new LinkedHashMap<>();
    private final Map<Symbol, Expression> initial = new LinkedHashMap<>();
    private final Map<String, Species> species = new LinkedHashMap<>();

    ModelBuilder(ModelIndex index, Model formulas) {
        this.index = index;
        this.formulas = formulas;
        this.reader = new FormulaReader(formulas, infinite());
    }

    KineticModel build() {
        List<Compartment> compartments = new ArrayList<>();
        index.kind("compartment").forEach((id, element) -> compartments.add(compartment(id, element)));
        index.kind("species").forEach((id, element) -> species.put(id, species(id, element)));
        List<Parameter> parameters = new ArrayList<>();
        index.kind("parameter").forEach((id, element) -> {
            if (hasMeaning(id, element)) {
                parameters.add(parameter(id, id, Optional.empty(), element));
            }
        });
        List<Reaction> reactions = new ArrayList<>();
        for (Element element : index.reactions()) {
            reactions.add(reaction(element, parameters));
        }
        index.assignmentRules()
                .keySet()
                .forEach(id -> assignments.put(
                        new Symbol(id), read(formulas.getRuleByVariable(id).getMath())));
        index.rateRules()
                .keySet()
                .forEach(id -> rates.put(
                        new Symbol(id), read(formulas.getRuleByVariable(id).getMath())));
        index.initialAssignments()
                .keySet()
                .forEach(id -> initial.put(
                        new Symbol(id),
                        read(formulas.getInitialAssignmentBySymbol(id).getMath())));
        return KineticModel.of(
                ModelIndex.id(index.model(), "id"),
                new UnitReader(index).units(),
                new KineticModel.Elements(compartments, List.copyOf(species.values()), parameters, reactions),
                new Rules(assignments, rates, initial));
    }

    private Compartment compartment(String id, Element element) {
        double dimensions =
                number(element, "spatialDimensions").orElse(index.release().level() < 3 ? 3 : Double.NaN);
        Optional<Double> size = number(element, "size");
        if (size.isPresent() || index.isPoint(element)) {
            start(id, new Constant(index.isPoint(element) ? 1 : size.orElseThrow()));
        }
        return new Compartment(id, name(element, id), dimensions, index.isConstant(element));
    }

    private Species species(String id, Element element) {
        String compartment = ModelIndex.id(element, "compartment");
        Element home = index.home(element);
        boolean isPoint = index.isPoint(home);
        boolean isAmount = isPoint || flag(element, "hasOnlySubstanceUnits");
        Symbol volume = new Symbol(compartment);
        number(element, "initialAmount")
                .map(Constant::new)
                .ifPresent(amount -> start(id, isAmount ? amount : Expressions.quotient(amount, volume)));
        number(element, "initialConcentration")
                .map(Constant::new)
                .ifPresent(concentration ->
                        start(id, isAmount && !isPoint ? Expressions.product(concentration, volume) : concentration));
        return new Species(
                id,
                name(element, id),
                compartment,
                flag(element, "boundaryCondition"),
                flag(element, "constant"),
                isAmount,
                conversionFactor(element));
    }

    private Optional<Symbol> conversionFactor(Element element) {
        return text(element, "conversionFactor")
                .or(() -> text(index.model(), "conversionFactor"))
                .map(Symbol::new);
    }

    private Set<Expression> infinite() {
        Set<Expression> infinite = new HashSet<>();
        index.kind("parameter").forEach((id, parameter) -> {
            if (ValueCheck.isInfinite(parameter) && !index.isAssigned(id)) {
                infinite.add(new Symbol(id));
            }
        });
        for (Element reaction : index.reactions()) {
            index.localParameters(index.kineticLaw(reaction).orElseThrow()).forEach((id, parameter) -> {
                if (ValueCheck.isInfinite(parameter)) {
                    infinite.add(new Symbol(ModelIndex.id(reaction, "id") + "." + id));
                }
            });
        }
        return infinite;
    }

    private Parameter parameter(String address, String id, Optional<String> reaction, Element element) {
        number(element, "value").ifPresent(value -> start(address, new Constant(value)));
        return new Parameter(
                address,
                name(element, id),
                reaction,
                text(element, "units"),
                text(element, "sboTerm"),
                reaction.isPresent() || index.isConstant(element));
    }

    /** A parameter without finite value is no part of the model, see {@link ValueCheck}. */
    private boolean hasMeaning(String id, Element element) {
        return number(element, "value").isPresent() || index.isAssigned(id);
    }

    private Reaction reaction(Element element, List<Parameter> parameters) {
        String id = ModelIndex.id(element, "id");
        org.sbml.jsbml.Reaction formula = formulas.getReaction(id);
        Element law = index.kineticLaw(element).orElseThrow();
        Map<String, Element> locals = index.localParameters(law);
        locals.forEach((local, value) -> {
            if (hasMeaning(id + "." + local, value)) {
                parameters.add(parameter(id + "." + local, local, Optional.of(id), value));
            }
        });
        UnaryOperator<String> address = name -> locals.containsKey(name) ? id + "." + name : name;
        return new Reaction(
                id,
                name(element, id),
                text(element, "reversible").map(Lexicon::isTrue).orElse(true),
                participants(index.list(element, "listOfReactants"), formula.getListOfReactants()),
                participants(index.list(element, "listOfProducts"), formula.getListOfProducts()),
                modifiers(element, law, locals.keySet()),
                reader.read(formula.getKineticLaw().getMath(), address));
    }

    // JSBML deprecates what Level 3 dropped; Level 2 files go on having it.
    @SuppressWarnings("deprecation")
    private List<Reaction.Participant> participants(List<Element> elements, List<SpeciesReference> references) {
        List<Reaction.Participant> participants = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            Expression stoichiometry = element.getChild("stoichiometryMath", element.getNamespace()) == null
                    ? stoichiometry(element)
                    : read(references.get(i).getStoichiometryMath().getMath());
            participants.add(new Reaction.Participant(ModelIndex.id(element, "species"), stoichiometry));
        }
        return participants;
    }

    private Expression stoichiometry(Element reference) {
        Optional<Double> number = number(reference, "stoichiometry");
        String id = ModelIndex.id(reference, "id");
        if (!id.isEmpty()) {
            number.ifPresent(value -> start(id, new Constant(value)));
        }
        boolean isVariable = index.isAssigned(id) || index.rateRules().containsKey(id);
        return isVariable ? new Symbol(id) : new Constant(number.orElse(1.0));
    }

    private List<String> modifiers(Element reaction, Element law, Set<String> locals) {
        Set<String> modifiers = new LinkedHashSet<>();
        index.list(reaction, "listOfModifiers").forEach(element -> modifiers.add(ModelIndex.id(element, "species")));
        Symbols.used(MathCheck.mathOf(law).orElseThrow()).stream()
                .filter(id -> index.kind("species").containsKey(id) && !locals.contains(id))
                .forEach(modifiers::add);
        index.references(reaction).forEach(element -> modifiers.remove(ModelIndex.id(element, "species")));
        return List.copyOf(modifiers);
    }

    private Expression read(ASTNode math) {
        return reader.read(math, UnaryOperator.identity());
    }

    /** Records a value at the start, unless a rule or an initial assignment says otherwise. */
    private void start(String id, Expression value) {
        if (!index.isAssigned(id)) {
            initial.put(new Symbol(id), value);
        }
    }

    private static boolean flag(Element element, String attribute) {
        return Lexicon.isTrue(element.getAttributeValue(attribute, "false"));
    }

    private static String name(Element element, String id) {
        return text(element, "name").orElse(id);
    }

    private static Optional<String> text(Element element, String attribute) {
        return Optional.ofNullable(element.getAttribute(attribute))
                .map(Attribute::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Returns a finite number of the document; NaN and infinite values are as good as absent. */
    private static Optional<Double> number(Element element, String attribute) {
        return text(element, attribute).filter(Lexicon::isFinite).map(Double::valueOf);
    }
}
