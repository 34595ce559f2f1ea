package org.kindling.sbml;

import java.util.List;
import java.util.Optional;
import org.jdom2.Content;
import org.jdom2.Element;

/** Checks a number in a formula: integer, real, with exponent, or a fraction. */
final class NumeralCheck {

    private static final String REMEDY = "write a finite number";

    private final Inspection inspection;

    NumeralCheck(Inspection inspection) {
        this.inspection = inspection;
    }

    void check(Element cn) {
        String type = cn.getAttributeValue("type", "real").strip();
        switch (type) {
            case "real" -> require(cn, Lexicon.faultOfNumber(whole(cn)));
            case "integer" -> checkInteger(cn);
            case "e-notation" -> checkExponent(cn);
            case "rational" -> checkFraction(cn);
            default -> throw inspection.refusal(cn, "unknown type of number '" + PlainText.id(type) + "'", REMEDY);
        }
    }

    /** Returns the value of a number that has passed, in the shortest digits that read back exactly. */
    static String value(Element cn) {
        List<String> parts = parts(cn);
        return switch (cn.getAttributeValue("type", "real").strip()) {
            case "e-notation" -> Double.toString(Double.parseDouble(parts.get(0) + "e" + parts.get(1)));
            case "rational" -> Double.toString(Double.parseDouble(parts.get(0)) / Double.parseDouble(parts.get(1)));
            default -> Double.toString(Double.parseDouble(parts.get(0)));
        };
    }

    private void checkInteger(Element cn) {
        require(cn, Lexicon.faultOfNumber(whole(cn)));
        if (!whole(cn).strip().matches("[+-]?\\d+")) {
            throw inspection.refusal(cn, "'" + PlainText.id(whole(cn)) + "' is not an integer", REMEDY);
        }
    }

    private void checkExponent(Element cn) {
        List<String> parts = separated(cn);
        require(cn, Lexicon.faultOfNumber(parts.get(0)));
        require(cn, Lexicon.faultOfInteger(parts.get(1)));
        if (parts.get(0).matches(".*[eE].*")) {
            throw inspection.refusal(cn, "a number in the formula has two exponents", REMEDY);
        }
        require(cn, Lexicon.faultOfNumber(parts.get(0) + "e" + parts.get(1)));
    }

    private void checkFraction(Element cn) {
        List<String> parts = separated(cn);
        require(cn, Lexicon.faultOfInteger(parts.get(0)));
        require(cn, Lexicon.faultOfInteger(parts.get(1)));
        if (Double.parseDouble(parts.get(1)) == 0) {
            throw inspection.refusal(cn, "a fraction with denominator zero", REMEDY);
        }
    }

    private void require(Element cn, Optional<String> fault) {
        fault.ifPresent(text -> {
            throw inspection.refusal(cn, "a number in the formula " + text, REMEDY);
        });
    }

    private String whole(Element cn) {
        if (!cn.getChildren().isEmpty()) {
            throw inspection.refusal(cn, "a number in the formula has content that it must not have", REMEDY);
        }
        return cn.getText();
    }

    private List<String> separated(Element cn) {
        boolean isSeparated = cn.getChildren().size() == 1
                && cn.getChildren().get(0).getName().equals("sep");
        if (!isSeparated) {
            throw inspection.refusal(cn, "a number of two parts needs one separator", REMEDY);
        }
        return parts(cn);
    }

    private static List<String> parts(Element cn) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        StringBuilder part = before;
        for (Content content : cn.getContent()) {
            if (content instanceof Element) {
                part = after;
            } else {
                part.append(content.getCType() == Content.CType.Comment ? "" : content.getValue());
            }
        }
        return List.of(before.toString().strip(), after.toString().strip());
    }
}
