package org.kindling.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as they are printed for a reader: rounded, with a real minus sign, the same in every locale. */
final class NumberText {

    /** Enough to tell members apart; the tables beside the report hold all digits. */
    private static final int DIGITS = 4;

    private NumberText() {}

    /** A quantity, such as 0.1235, −9, 12,350 or 1.235 × 10⁻⁷. */
    static String of(double value) {
        return text(value, "#");
    }

    /** A quantity in a column of others: the same with its last zeros, such as 0.1230 and −9.000. */
    static String ofColumn(double value) {
        return text(value, "0");
    }

    private static String text(double value, String digit) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        if (exponent < -3 || exponent > 5) {
            String mantissa = formatted("0." + digit.repeat(DIGITS - 1) + "E0", value);
            int split = mantissa.indexOf('E');
            return mantissa.substring(0, split) + " × 10" + superscript(mantissa.substring(split + 1));
        }
        int decimals = Math.max(0, DIGITS - 1 - exponent);
        return formatted("#,##0" + (decimals == 0 ? "" : "." + digit.repeat(decimals)), value);
    }

    /** A whole number with its thousands apart. */
    static String ofCount(long count) {
        return formatted("#,##0", (double) count);
    }

    /** A share as a percentage, with as many decimals as its interval supports. */
    static String ofShare(double share, Interval precision) {
        double halfWidth = 50 * (precision.high() - precision.low());
        int decimals = halfWidth > 0 ? (int) Math.min(6, Math.max(0, Math.ceil(-Math.log10(halfWidth)))) : 2;
        return formatted("0" + (decimals == 0 ? "" : "." + "0".repeat(decimals)), 100 * share) + " %";
    }

    /** One count as a percentage of another. */
    static String ofRatio(long part, long whole) {
        return whole == 0 ? "–" : formatted("0.#", 100.0 * part / whole) + " %";
    }

    /** A share as a whole percentage. */
    static String ofPercentage(double share) {
        return formatted("0", 100 * share) + " %";
    }

    /** A distance from 0 to 1. */
    static String ofDistance(double distance) {
        return formatted("0.000", distance);
    }

    private static String formatted(String pattern, double value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        return new DecimalFormat(pattern, symbols).format(value);
    }

    private static String superscript(String exponent) {
        StringBuilder raised = new StringBuilder();
        exponent.chars().forEach(digit -> raised.append(digit == '−' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return raised.toString();
    }
}
