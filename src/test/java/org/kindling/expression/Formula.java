package org.kindling.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions from text, so that tests can write laws as they stand in papers: {@code V*A^2/(K^2 + A^2)}. Functions bear the
 * names of {@link Operator} in lower case; names may contain dots.
 */
public final class Formula {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?<token>[0-9.]+(?:[eE][+-]?[0-9]+)?|[A-Za-z_#][A-Za-z_0-9.]*|[-+*/^(),]|$)");

    private final Matcher matcher;
    private String token = "";

    private Formula(String text) {
        matcher = TOKEN.matcher(text);
        advance();
    }

    /** Returns the expression that a formula stands for, simplified as it is built. */
    public static Expression of(String text) {
        Formula formula = new Formula(text);
        Expression expression = formula.sum();
        formula.require("");
        return expression;
    }

    private void advance() {
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("Cannot read the formula from " + matcher);
        }
        token = matcher.group("token");
        matcher.region(matcher.end(), matcher.regionEnd());
    }

    private boolean take(String wanted) {
        boolean found = token.equals(wanted);
        if (found) {
            advance();
        }
        return found;
    }

    private void require(String wanted) {
        if (!token.equals(wanted)) {
            throw new IllegalArgumentException("Expected '" + wanted + "', not '" + token + "'");
        }
        if (!wanted.isEmpty()) {
            advance();
        }
    }

    private Expression sum() {
        Expression value = product();
        while (token.equals("+") || token.equals("-")) {
            boolean plus = take("+");
            if (!plus) {
                advance();
            }
            Expression next = product();
            value = plus ? Expressions.sum(List.of(value, next)) : Expressions.difference(value, next);
        }
        return value;
    }

    private Expression product() {
        Expression value = signed();
        while (token.equals("*") || token.equals("/")) {
            boolean times = take("*");
            if (!times) {
                advance();
            }
            Expression next = signed();
            value = times ? Expressions.product(value, next) : Expressions.quotient(value, next);
        }
        return value;
    }

    private Expression signed() {
        return take("-") ? Expressions.negative(signed()) : power();
    }

    private Expression power() {
        Expression base = atom();
        return take("^") ? Expressions.power(base, signed()) : base;
    }

    private Expression atom() {
        if (take("(")) {
            Expression inside = sum();
            require(")");
            return inside;
        }
        String text = token;
        advance();
        if (Character.isDigit(text.charAt(0)) || text.charAt(0) == '.') {
            return new Constant(Double.parseDouble(text));
        }
        if (!take("(")) {
            return new Symbol(text);
        }
        List<Expression> arguments = new ArrayList<>(List.of(sum()));
        while (take(",")) {
            arguments.add(sum());
        }
        require(")");
        return Expressions.apply(Operator.valueOf(text.toUpperCase(Locale.ROOT)), arguments);
    }
}
