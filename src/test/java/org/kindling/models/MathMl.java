package org.kindling.models;

import java.util.Arrays;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Writes arithmetic as MathML. Every method returns a new element; products and sums of one term are that term. */
final class MathMl {

    private static final Namespace MATH = Namespace.getNamespace("http://www.w3.org/1998/Math/MathML");
    private static final Namespace SBML = Namespace.getNamespace("sbml", Sbml.NAMESPACE.getURI());

    private MathMl() {}

    /** Returns the {@code math} element around an expression. */
    static Element math(Element expression) {
        Element math = new Element("math", MATH).addContent(expression);
        math.addNamespaceDeclaration(SBML);
        return math;
    }

    /** Returns a dimensionless whole number. Without its unit, a validator cannot check the law around it. */
    static Element number(int value) {
        return new Element("cn", MATH)
                .setAttribute("type", "integer")
                .setAttribute("units", "dimensionless", SBML)
                .setText(Integer.toString(value));
    }

    /** Returns a reference to the model's element of this id. */
    static Element symbol(String id) {
        return new Element("ci", MATH).setText(id);
    }

    static Element sum(Element... terms) {
        return apply("plus", Arrays.asList(terms));
    }

    static Element sum(List<Element> terms) {
        return apply("plus", terms);
    }

    static Element difference(Element left, Element right) {
        return apply("minus", List.of(left, right));
    }

    static Element product(Element... factors) {
        return apply("times", Arrays.asList(factors));
    }

    static Element product(List<Element> factors) {
        return apply("times", factors);
    }

    static Element quotient(Element numerator, Element denominator) {
        return apply("divide", List.of(numerator, denominator));
    }

    static Element power(Element base, int exponent) {
        return exponent == 1 ? base : apply("power", List.of(base, number(exponent)));
    }

    private static Element apply(String operator, List<Element> operands) {
        if (operands.size() == 1) {
            return operands.get(0);
        }
        return new Element("apply", MATH)
                .addContent(new Element(operator, MATH))
                .addContent(operands);
    }
}
