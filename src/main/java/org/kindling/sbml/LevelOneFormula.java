package org.kindling.sbml;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Reads Level 1's text formulas into MathML: {@code + - * / ^}, parentheses, numbers, names, calls. As in the
 * specification's table, signs bind tighter than powers, and everything groups to the left; {@code log} is the natural logarithm.
 *
 * @see <a href="https://sbml.org/documents/specifications/level-1/version-2/">SBML Level 1 Version 2, section 4.8</a>
 */
final class LevelOneFormula {

    private static final Namespace MATH = Namespace.getNamespace(MathVocabulary.NAMESPACE);

    private static final Pattern TOKEN =
            Pattern.compile("(?:((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)|([A-Za-z_]\\w*)|([-+*/^(),]))");

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("abs", "abs"),
            Map.entry("acos", "arccos"),
            Map.entry("asin", "arcsin"),
            Map.entry("atan", "arctan"),
            Map.entry("ceil", "ceiling"),
            Map.entry("cos", "cos"),
            Map.entry("exp", "exp"),
            Map.entry("floor", "floor"),
            Map.entry("log", "ln"),
            Map.entry("ln", "ln"),
            Map.entry("log10", "log"),
            Map.entry("pow", "power"),
            Map.entry("power", "power"),
            Map.entry("sin", "sin"),
            Map.entry("sqr", "power"),
            Map.entry("sqrt", "root"),
            Map.entry("tan", "tan"));

    /** Deepest nesting of parentheses and signs, because the reader recurses. */
    private static final int DEEPEST = 200;

    /** Most names, numbers and signs of one formula. */
    private static final int LONGEST = 10_000;

    private final String formula;
    private final Element owner;
    private final Inspection inspection;
    private final Matcher matcher;
    private String token = "";
    private boolean isNumber;
    private boolean isName;
    private int position;
    private int depth;
    private int tokens;

    private LevelOneFormula(String formula, Element owner, Inspection inspection) {
        this.formula = formula;
        this.owner = owner;
        this.inspection = inspection;
        this.matcher = TOKEN.matcher(formula);
        advance();
    }

    /** Returns the {@code math} element of a formula. */
    static Element toMath(String formula, Element owner, Inspection inspection) {
        LevelOneFormula reader = new LevelOneFormula(formula, owner, inspection);
        Element sum = reader.sum();
        if (!reader.token.isEmpty()) {
            throw reader.misplaced();
        }
        reader.checkDepth(sum);
        return new Element("math", MATH).addContent(sum);
    }

    /** Long chains of differences and quotients nest to the left, without recursion here but in all later readers. */
    private void checkDepth(Element expression) {
        List<Element> level = List.of(expression);
        for (int levels = 0; !level.isEmpty(); levels++) {
            if (levels > XmlTree.DEEPEST) {
                throw refusal("the formula is nested more than " + XmlTree.DEEPEST + " deep");
            }
            level = level.stream()
                    .flatMap(element -> element.getChildren().stream())
                    .toList();
        }
    }

    private Element sum() {
        return chain(this::product, Map.of("+", "plus", "-", "minus"));
    }

    private Element product() {
        return chain(this::power, Map.of("*", "times", "/", "divide"));
    }

    private Element power() {
        return chain(this::signed, Map.of("^", "power"));
    }

    /** Reads operands joined from the left; runs of one associative operator become one node, however long. */
    private Element chain(Supplier<Element> operand, Map<String, String> operators) {
        Element left = operand.get();
        String before = "";
        for (String operator = operators.get(token); operator != null; operator = operators.get(token)) {
            next();
            boolean joins = operator.equals(before) && (operator.equals("plus") || operator.equals("times"));
            left = joins ? left.addContent(operand.get()) : apply(operator, left, operand.get());
            before = operator;
        }
        return left;
    }

    private Element signed() {
        if (!token.equals("-") && !token.equals("+")) {
            return primary();
        }
        enter();
        boolean isNegative = next().equals("-");
        Element operand = signed();
        depth--;
        return isNegative ? apply("minus", operand) : operand;
    }

    private Element primary() {
        if (isNumber) {
            return number(next());
        }
        if (isName) {
            String name = next();
            return token.equals("(") ? call(name) : new Element("ci", MATH).setText(name);
        }
        enter();
        expect("(");
        Element inner = sum();
        expect(")");
        depth--;
        return inner;
    }

    private Element call(String name) {
        String operator = FUNCTIONS.get(name);
        if (operator == null) {
            throw refusal("the function '" + PlainText.id(name) + "' is not supported in Level 1");
        }
        enter();
        expect("(");
        Element apply = apply(operator, sum());
        while (token.equals(",")) {
            next();
            apply.addContent(sum());
        }
        expect(")");
        depth--;
        return name.equals("sqr") ? apply.addContent(number("2")) : apply;
    }

    private static Element number(String text) {
        Element cn = new Element("cn", MATH);
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent < 0) {
            return text.matches("\\d+") ? cn.setAttribute("type", "integer").setText(text) : cn.setText(text);
        }
        return cn.setAttribute("type", "e-notation")
                .addContent(text.substring(0, exponent))
                .addContent(new Element("sep", MATH))
                .addContent(text.substring(exponent + 1));
    }

    private static Element apply(String operator, Element... operands) {
        Element apply = new Element("apply", MATH).addContent(new Element(operator, MATH));
        for (Element operand : operands) {
            apply.addContent(operand);
        }
        return apply;
    }

    private void expect(String expected) {
        if (!token.equals(expected)) {
            throw misplaced();
        }
        next();
    }

    private String next() {
        String current = token;
        advance();
        return current;
    }

    private void advance() {
        isNumber = false;
        isName = false;
        token = "";
        while (position < formula.length() && Character.isWhitespace(formula.charAt(position))) {
            position++;
        }
        if (position == formula.length()) {
            return;
        }
        if (!matcher.region(position, formula.length()).lookingAt() || ++tokens > LONGEST) {
            throw refusal("the formula cannot be read at '" + PlainText.id(formula.substring(position)) + "'");
        }
        position = matcher.end();
        isNumber = matcher.group(1) != null;
        isName = matcher.group(2) != null;
        token = matcher.group();
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw refusal("the formula is nested more than " + DEEPEST + " deep");
        }
    }

    private SbmlException misplaced() {
        return refusal(
                token.isEmpty()
                        ? "the formula ends too early"
                        : "'" + PlainText.id(token) + "' is out of place in the" + " formula");
    }

    private SbmlException refusal(String problem) {
        return inspection.refusal(owner, problem, "correct the formula");
    }
}
