package org.kindling.sbml;

import java.util.Optional;
import java.util.regex.Pattern;

/** How SBML spells its values, to the letter: what Java reads beyond that ({@code 1d}, {@code 0x1p3}) is not SBML. */
final class Lexicon {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern SBO_TERM = Pattern.compile("SBO:\\d{7}");

    /** Longest number; more digits than this add nothing to a double and cost time. */
    private static final int LONGEST_NUMBER = 1_000;

    private Lexicon() {}

    /**
     * Returns what is wrong with a text as a finite number.
     *
     * @see <a href="https://www.w3.org/TR/xmlschema-2/#double">XML Schema double</a>
     */
    static Optional<String> faultOfNumber(String text) {
        String number = text.strip();
        if (number.isEmpty()) {
            return Optional.of("is empty where a number is needed");
        }
        if (isNotFinite(number)) {
            return Optional.of("is '" + number + "', which is not a finite number");
        }
        if (number.length() > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
            return Optional.of("is '" + PlainText.id(text) + "', which is not a number");
        }
        return Double.isInfinite(Double.parseDouble(number))
                ? Optional.of("is '" + PlainText.id(text) + "', which is too large for a double")
                : Optional.empty();
    }

    /** Returns whether a text is a finite number. */
    static boolean isFinite(String text) {
        return faultOfNumber(text).isEmpty();
    }

    /** Returns whether a text is one of the words for numbers that are not finite. */
    static boolean isNotFinite(String text) {
        return switch (text.strip()) {
            case "NaN", "INF", "-INF" -> true;
            default -> false;
        };
    }

    /** Returns what is wrong with a text as a 32-bit integer. */
    static Optional<String> faultOfInteger(String text) {
        String number = text.strip();
        boolean fits = INTEGER.matcher(number).matches()
                && number.length() <= 20
                && Math.abs(Double.parseDouble(number)) <= Integer.MAX_VALUE;
        return fits ? Optional.empty() : Optional.of("is '" + PlainText.id(text) + "', which is not an integer");
    }

    /** Returns what is wrong with a text as a truth value. */
    static Optional<String> faultOfBoolean(String text) {
        return switch (text.strip()) {
            case "true", "false", "1", "0" -> Optional.empty();
            default -> Optional.of("is '" + PlainText.id(text) + "', neither true nor false");
        };
    }

    /** Returns what is wrong with a text as an id. */
    static Optional<String> faultOfId(String text) {
        return ID.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("is '" + PlainText.id(text)
                        + "', which is not an SBML id (letters, digits and underscores, no digit first)");
    }

    /** Returns what is wrong with a text as a term of the Systems Biology Ontology. */
    static Optional<String> faultOfSboTerm(String text) {
        return SBO_TERM.matcher(text.strip()).matches()
                ? Optional.empty()
                : Optional.of("is '" + PlainText.id(text) + "', which is not of the form SBO:0000000");
    }

    /** Returns whether a truth value that has no fault is true. */
    static boolean isTrue(String text) {
        return text.strip().equals("true") || text.strip().equals("1");
    }
}
