package org.kindling.sbml;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Operation;
import org.kindling.expression.Operator;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;

/**
 * Writes expressions as the MathML that SBML Level 3 Version 1 has, which lacks minimum, maximum and remainder.
 *
 * <p>Truth values, which are numbers in expressions, become truth values again where MathML wants them.
 */
final class MathWriter {

    /** Most elements of one formula; shared subexpressions are written wherever they occur. */
    private static final int MOST_ELEMENTS = 1_000_000;

    /** Deepest formula, so that the document around it can be read again. */
    private static final int DEEPEST = XmlTree.DEEPEST - 10;

    private static final Namespace MATH = Namespace.getNamespace(MathVocabulary.NAMESPACE);

    private static final Set<Operator> TRUTHS =
            EnumSet.of(Operator.EQUAL, Operator.LESS, Operator.LESS_OR_EQUAL, Operator.AND, Operator.OR, Operator.NOT);

    private final String owner;
    private int elements;
    private int depth;

    private MathWriter(String owner) {
        this.owner = owner;
    }

    /**
     * Returns the {@code math} element of an expression.
     *
     * @param owner what the formula belongs to, such as {@code reaction R1}
     * @param expression an expression whose symbols are ids
     * @throws InputException if the formula is too long or too deep when it is written out
     */
    static Element math(String owner, Expression expression) {
        return new Element("math", MATH).addContent(new MathWriter(owner).number(expression));
    }

    private Element number(Expression expression) {
        return bounded(expression, this::unboundedNumber);
    }

    private Element truth(Expression expression) {
        return bounded(expression, this::unboundedTruth);
    }

    private Element bounded(Expression expression, Function<Expression, Element> form) {
        elements++;
        depth++;
        if (elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new InputException(
                    owner,
                    "its formula is too long to be written without function definitions",
                    "simplify the functions that it calls");
        }
        Element element = form.apply(expression);
        depth--;
        return element;
    }

    private Element unboundedNumber(Expression expression) {
        if (expression instanceof Constant constant) {
            return constant(constant.value());
        }
        if (expression instanceof Symbol symbol) {
            return symbol(symbol);
        }
        Operation operation = (Operation) expression;
        if (TRUTHS.contains(operation.operator())) {
            return piecewise(new Choice(operation, Constant.ONE, Constant.ZERO), this::number);
        }
        return switch (operation.operator()) {
            case SELECT -> piecewise(Choice.of(operation), this::number);
            case SIGN, MIN, MAX, REMAINDER -> number(ComposedOperators.plain(operation));
            default -> apply(name(operation.operator()), operation.arguments(), this::number);
        };
    }

    private Element unboundedTruth(Expression expression) {
        if (expression instanceof Constant constant) {
            return element(constant.value() == 0 ? "false" : "true");
        }
        if (!(expression instanceof Operation operation) || !isTruth(operation)) {
            return apply("neq", List.of(expression, Constant.ZERO), this::number);
        }
        return switch (operation.operator()) {
            case SELECT -> piecewise(Choice.of(operation), this::truth);
            case AND, OR -> apply(name(operation.operator()), ComposedOperators.chain(operation), this::truth);
            case NOT -> apply("not", operation.arguments(), this::truth);
            case EQUAL ->
                apply("eq", operation.arguments(), compares(operation.arguments()) ? this::truth : this::number);
            default -> apply(name(operation.operator()), operation.arguments(), this::number);
        };
    }

    /** Returns whether an equation is one of truth values. */
    private static boolean compares(List<Expression> arguments) {
        return arguments.stream().anyMatch(MathWriter::isTruth)
                && arguments.stream().allMatch(argument -> isTruth(argument) || isZeroOrOne(argument));
    }

    private static boolean isTruth(Expression expression) {
        if (!(expression instanceof Operation operation)) {
            return false;
        }
        List<Expression> values = operation.arguments();
        return TRUTHS.contains(operation.operator())
                || (operation.operator() == Operator.SELECT && compares(values.subList(1, values.size())));
    }

    private static boolean isZeroOrOne(Expression expression) {
        return expression.equals(Constant.ZERO) || expression.equals(Constant.ONE);
    }

    /** A choice of a choice becomes one with more pieces; a last piece that is undefined is left out. */
    private Element piecewise(Choice first, Function<Expression, Element> value) {
        Element piecewise = element("piecewise");
        Optional<Choice> next = Optional.of(first);
        Expression otherwise = first.otherwise();
        while (next.isPresent()) {
            Choice choice = next.get();
            piecewise.addContent(
                    element("piece").addContent(value.apply(choice.value())).addContent(truth(choice.condition())));
            otherwise = choice.otherwise();
            next = otherwise instanceof Operation operation && operation.operator() == Operator.SELECT
                    ? Optional.of(Choice.of(operation))
                    : Optional.empty();
        }
        if (!(otherwise instanceof Constant last && Double.isNaN(last.value()))) {
            piecewise.addContent(element("otherwise").addContent(value.apply(otherwise)));
        }
        return piecewise;
    }

    private Element apply(String operator, List<Expression> arguments, Function<Expression, Element> form) {
        Element apply = element("apply").addContent(element(operator));
        arguments.forEach(argument -> apply.addContent(form.apply(argument)));
        return apply;
    }

    private static Element symbol(Symbol symbol) {
        if (symbol.equals(Symbol.TIME)) {
            return element("csymbol")
                    .setAttribute("encoding", "text")
                    .setAttribute("definitionURL", MathVocabulary.TIME)
                    .setText("time");
        }
        return element("ci").setText(symbol.name());
    }

    /** Returns a finite number in decimals without exponent, which every reader takes for the same double. */
    static String digits(double value) {
        return new BigDecimal(Numerals.of(value)).stripTrailingZeros().toPlainString();
    }

    private static Element constant(double value) {
        if (Double.isNaN(value)) {
            return element("notanumber");
        }
        if (Double.isInfinite(value)) {
            Element infinity = element("infinity");
            return value > 0
                    ? infinity
                    : element("apply").addContent(element("minus")).addContent(infinity);
        }
        return element("cn").setText(digits(value));
    }

    private static Element element(String name) {
        return new Element(name, MATH);
    }

    private static String name(Operator operator) {
        return switch (operator) {
            case ADD -> "plus";
            case MULTIPLY -> "times";
            case SUBTRACT, NEGATE -> "minus";
            case SQRT -> "root";
            case LOG10 -> "log";
            case ASIN, ACOS, ATAN -> "arc" + operator.name().substring(1).toLowerCase(Locale.ROOT);
            case LESS -> "lt";
            case LESS_OR_EQUAL -> "leq";
            default -> operator.name().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * A value where a condition holds.
     *
     * @param condition the condition
     * @param value the value where it holds
     * @param otherwise the value elsewhere
     */
    private record Choice(Expression condition, Expression value, Expression otherwise) {

        static Choice of(Operation select) {
            return new Choice(select.argument(0), select.argument(1), select.argument(2));
        }
    }
}
