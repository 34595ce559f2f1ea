package org.kindling.sbml;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdom2.Element;

/** Checks every formula of a model in its scope, and that no value needs itself. */
final class FormulaCheck {

    private final ModelIndex index;
    private final FunctionCheck functions;
    private final Inspection inspection;
    private final MathCheck global;
    private final DependencyGraph values = new DependencyGraph();
    private final Usage usage = new Usage();

    private FormulaCheck(ModelIndex index, Inspection inspection) {
        this.index = index;
        this.inspection = inspection;
        this.functions = new FunctionCheck(index, inspection);
        this.global = new MathCheck(this::isQuantity, functions.arities(), inspection);
    }

    /**
     * Refuses malformed formulas, unknown symbols and cycles of values.
     *
     * @return what the formulas use
     */
    static Usage of(ModelIndex index, Inspection inspection) {
        FormulaCheck check = new FormulaCheck(index, inspection);
        index.assignmentRules().forEach(check::checkAssignment);
        index.initialAssignments().forEach(check::checkAssignment);
        index.rateRules().values().forEach(rule -> check.checkGlobal(rule));
        index.reactions().forEach(check::checkReaction);
        check.checkNoCycle();
        index.rateRules().keySet().forEach(check.usage::add);
        check.addConversionFactors();
        return check.usage;
    }

    private boolean isQuantity(String id) {
        return index.symbol(id)
                .filter(element -> !element.getName().equals("functionDefinition"))
                .isPresent();
    }

    private void checkAssignment(String variable, Element assignment) {
        Element expression = checkGlobal(assignment);
        values.put(variable, Symbols.used(expression));
    }

    private void checkReaction(Element reaction) {
        for (Element reference : index.references(reaction)) {
            Element formula = reference.getChild("stoichiometryMath", reference.getNamespace());
            if (formula != null) {
                checkGlobal(formula);
            }
        }
        Element law = index.kineticLaw(reaction)
                .orElseThrow(() -> inspection.refusal(
                        reaction,
                        "the reaction has no kinetic law (a stoichiometric model?)",
                        "give it one, or remove the reaction"));
        Map<String, Element> locals = index.localParameters(law);
        MathCheck scope =
                new MathCheck(id -> locals.containsKey(id) || isQuantity(id), functions.arities(), inspection);
        String id = ModelIndex.id(reaction, "id");
        Element expression = checkNumeric(law, scope);
        usage.add(expression, name -> locals.containsKey(name) ? id + "." + name : name);
        Set<String> needed = new LinkedHashSet<>(Symbols.used(expression));
        needed.removeAll(locals.keySet());
        values.put(id, needed);
        warnOfModifiers(reaction, needed);
    }

    private void warnOfModifiers(Element reaction, Set<String> needed) {
        Set<String> declared = new HashSet<>();
        index.references(reaction).forEach(reference -> declared.add(ModelIndex.id(reference, "species")));
        index.list(reaction, "listOfModifiers").forEach(modifier -> declared.add(ModelIndex.id(modifier, "species")));
        for (String id : needed) {
            if (index.kind("species").containsKey(id) && !declared.contains(id)) {
                inspection.warn(
                        reaction,
                        "species " + PlainText.id(id)
                                + " is in the kinetic law but neither reactant, product nor modifier; it is taken as"
                                + " a modifier");
            }
        }
    }

    private Element checkGlobal(Element owner) {
        Element expression = checkNumeric(owner, global);
        usage.add(expression, UnaryOperator.identity());
        return expression;
    }

    /** Checks the formula of an element and returns its expression. */
    private Element checkNumeric(Element owner, MathCheck scope) {
        Element math = MathCheck.mathOf(owner)
                .orElseThrow(() -> inspection.refusal(owner, "the formula is missing", "write it"));
        scope.checkMath(math);
        Element expression = math.getChildren().get(0);
        functions.checkExtent(expression);
        boolean mayBeTruth = index.release().level() == 3 && index.release().version() >= 2;
        if (!mayBeTruth && isTruth(expression)) {
            throw inspection.refusal(
                    owner, "the formula is true or false where a number is needed", "write piecewise(1, condition, 0)");
        }
        return expression;
    }

    private void addConversionFactors() {
        usage.add(ModelIndex.id(index.model(), "conversionFactor"));
        index.kind("species").values().forEach(species -> usage.add(ModelIndex.id(species, "conversionFactor")));
    }

    private boolean isTruth(Element expression) {
        return switch (expression.getName()) {
            case "apply" -> isTruthfulCall(expression.getChildren().get(0));
            case "piecewise" ->
                isTruth(expression.getChildren().get(0).getChildren().get(0));
            case "semantics" -> isTruth(expression.getChildren().get(0));
            default -> MathVocabulary.isTruth(expression.getName());
        };
    }

    private boolean isTruthfulCall(Element operator) {
        return operator.getName().equals("ci")
                ? isTruth(functions.body(operator.getTextTrim()))
                : MathVocabulary.isTruth(operator.getName());
    }

    private void checkNoCycle() {
        List<String> cycle = values.cycle();
        if (cycle.isEmpty()) {
            return;
        }
        Optional<Element> element = index.symbol(cycle.get(0));
        throw inspection.refusal(
                element.orElse(index.model()),
                "its value needs itself: " + Symbols.chain(cycle),
                "break the cycle of rules, initial assignments and kinetic laws");
    }
}
