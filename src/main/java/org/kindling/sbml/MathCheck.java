package org.kindling.sbml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdom2.Content;
import org.jdom2.Element;

/**
 * Checks one formula: elements within SBML's part of MathML, numbers of arguments, numbers that are numbers, symbols
 * that exist. Where it passes, a converter needs to handle no malformed case.
 */
final class MathCheck {

    private static final String REMEDY = "correct the formula";

    private final Predicate<String> symbols;
    private final Map<String, Integer> functions;
    private final Inspection inspection;

    /**
     * Sets the check up for one scope.
     *
     * @param symbols says which ids a formula may use
     * @param functions number of arguments of every function definition by id
     * @param inspection where refusals come from
     */
    MathCheck(Predicate<String> symbols, Map<String, Integer> functions, Inspection inspection) {
        this.symbols = symbols;
        this.functions = functions;
        this.inspection = inspection;
    }

    /** Refuses a {@code math} element unless it holds one correct expression. */
    void checkMath(Element math) {
        List<Element> content = arguments(math);
        if (content.isEmpty()) {
            throw inspection.refusal(math, "the formula is empty", "write it, or remove the element");
        }
        if (content.size() > 1) {
            throw inspection.refusal(math, "there is more than one expression in the formula", REMEDY);
        }
        checkNoText(math);
        check(content.get(0));
    }

    /** Refuses an expression, the content of a {@code math} or the body of a {@code lambda}, unless it is correct. */
    void check(Element element) {
        if (!element.getNamespaceURI().equals(MathVocabulary.NAMESPACE)) {
            throw inspection.refusal(
                    element, "element " + PlainText.id(element.getName()) + " is not in the MathML namespace", REMEDY);
        }
        switch (element.getName()) {
            case "cn" -> new NumeralCheck(inspection).check(element);
            case "ci" -> checkSymbol(element);
            case "csymbol" -> checkConstantSymbol(element);
            case "apply" -> checkApplication(element);
            case "piecewise" -> checkPiecewise(element);
            case "semantics" -> check(first(element));
            default -> checkConstant(element);
        }
    }

    private void checkSymbol(Element ci) {
        String symbol = ci.getTextTrim();
        if (functions.containsKey(symbol) && !symbols.test(symbol)) {
            throw inspection.refusal(ci, "the function " + PlainText.id(symbol) + " is used without arguments", REMEDY);
        }
        if (!symbols.test(symbol)) {
            throw inspection.refusal(
                    ci, "'" + PlainText.id(symbol) + "' is not defined here", "define it, or correct the name");
        }
    }

    private void checkConstantSymbol(Element csymbol) {
        String meaning = csymbol.getAttributeValue("definitionURL", "").strip();
        switch (meaning) {
            case MathVocabulary.TIME, MathVocabulary.AVOGADRO -> checkNoChildren(csymbol);
            case MathVocabulary.DELAY ->
                throw inspection.refusal(
                        csymbol,
                        "delay: delay differential equations are not supported",
                        "replace the delay, for example by a chain of intermediate steps");
            case MathVocabulary.RATE_OF ->
                throw inspection.refusal(csymbol, "the function rateOf is not supported", "write the rate itself");
            default -> throw inspection.refusal(csymbol, "unknown csymbol '" + PlainText.id(meaning) + "'", REMEDY);
        }
    }

    private void checkConstant(Element element) {
        if (!MathVocabulary.CONSTANTS.contains(element.getName())) {
            throw inspection.refusal(
                    element,
                    "MathML element " + PlainText.id(element.getName()) + " is not part of SBML here",
                    "rewrite the formula without it");
        }
        checkNoChildren(element);
    }

    private void checkNoChildren(Element element) {
        if (!element.getChildren().isEmpty()) {
            throw inspection.refusal(element, element.getName() + " has content that it must not have", REMEDY);
        }
    }

    private void checkApplication(Element apply) {
        checkNoText(apply);
        List<Element> content = arguments(apply);
        if (content.isEmpty()) {
            throw inspection.refusal(apply, "an apply element is empty", REMEDY);
        }
        Element operator = content.get(0);
        List<Element> operands = content.subList(1, content.size());
        switch (operator.getName()) {
            case "ci" -> checkCall(operator, operands);
            case "csymbol" -> checkConstantSymbol(operator);
            default -> checkOperation(operator, operands);
        }
        for (int i = 0; i < operands.size(); i++) {
            check(isQualifier(operands.get(i)) ? qualified(operator, operands.get(i), i) : operands.get(i));
        }
    }

    private void checkCall(Element operator, List<Element> operands) {
        String name = operator.getTextTrim();
        Integer arity = functions.get(name);
        if (arity == null) {
            throw inspection.refusal(
                    operator, "there is no function definition '" + PlainText.id(name) + "'", "define the function");
        }
        if (arity != operands.size()) {
            throw inspection.refusal(
                    operator,
                    "the function " + PlainText.id(name) + " takes " + arity + " arguments, not " + operands.size(),
                    REMEDY);
        }
    }

    private void checkOperation(Element operator, List<Element> operands) {
        String name = operator.getName();
        MathVocabulary.Arity arity = MathVocabulary.operator(name)
                .orElseThrow(() -> inspection.refusal(
                        operator,
                        "MathML operator " + PlainText.id(name) + " is not part of SBML",
                        "rewrite the formula"));
        checkNoChildren(operator);
        boolean needsTwo = (name.equals("root") || name.equals("log")) && operands.size() == 2;
        if (!arity.allows(operands.size()) || (needsTwo && !isQualifier(operands.get(0)))) {
            throw inspection.refusal(
                    operator, "the operator " + name + " cannot take " + operands.size() + " arguments", REMEDY);
        }
    }

    private static boolean isQualifier(Element operand) {
        return operand.getName().equals("degree") || operand.getName().equals("logbase");
    }

    private Element qualified(Element operator, Element qualifier, int position) {
        String owner = qualifier.getName().equals("degree") ? "root" : "log";
        if (!operator.getName().equals(owner) || position != 0) {
            throw inspection.refusal(qualifier, qualifier.getName() + " is out of place", REMEDY);
        }
        return first(qualifier);
    }

    private void checkPiecewise(Element piecewise) {
        checkNoText(piecewise);
        boolean ended = false;
        for (Element piece : arguments(piecewise)) {
            int needed = piece.getName().equals("piece") ? 2 : 1;
            boolean known = needed == 2 || piece.getName().equals("otherwise");
            List<Element> content = arguments(piece);
            if (!known || ended || content.size() != needed) {
                throw inspection.refusal(piece, "malformed piecewise expression", REMEDY);
            }
            ended = needed == 1;
            content.forEach(this::check);
        }
        if (piecewise.getChildren().isEmpty()) {
            throw inspection.refusal(piecewise, "a piecewise expression without pieces", REMEDY);
        }
    }

    private Element first(Element parent) {
        List<Element> content = arguments(parent);
        boolean alone = content.size() == 1 || (parent.getName().equals("semantics") && !content.isEmpty());
        if (!alone) {
            throw inspection.refusal(parent, parent.getName() + " must hold one expression", REMEDY);
        }
        return content.get(0);
    }

    private void checkNoText(Element element) {
        for (Content content : element.getContent()) {
            boolean isText = content.getCType() == Content.CType.Text || content.getCType() == Content.CType.CDATA;
            if (isText && !content.getValue().isBlank()) {
                throw inspection.refusal(
                        element,
                        "stray text '" + PlainText.id(content.getValue().strip()) + "' in the formula",
                        REMEDY);
            }
        }
    }

    private static List<Element> arguments(Element parent) {
        return parent.getChildren();
    }

    /** Returns the formula under an element, if it has one. */
    static Optional<Element> mathOf(Element owner) {
        return owner.getChildren().stream()
                .filter(child -> child.getName().equals("math")
                        && child.getNamespaceURI().equals(MathVocabulary.NAMESPACE))
                .findFirst();
    }
}
