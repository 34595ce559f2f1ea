package org.kindling.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Expressions as text that says what they compute and nothing of how they are stored: two expressions that have the same
 * operations on the same symbols in the same order have the same text, whatever they share.
 */
public final class CanonicalText {

    private CanonicalText() {}

    /**
     * The text of an expression: its different parts line by line, each after its arguments, which it names by their line. So the
     * text is no longer than the expression has parts, however often a part is used.
     *
     * @param expression the expression
     * @return the lines, the last of them the expression itself; constants by their shortest digits
     */
    public static String of(Expression expression) {
        Map<String, Integer> lines = new HashMap<>();
        Map<Expression, Integer> line = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (Expression part : Graph.postorder(List.of(expression))) {
            String written = write(part, line);
            Integer known = lines.get(written);
            if (known == null) {
                known = lines.size();
                lines.put(written, known);
                text.append(written).append('\n');
            }
            line.put(part, known);
        }
        return text.append('=').append(line.get(expression)).append('\n').toString();
    }

    private static String write(Expression part, Map<Expression, Integer> line) {
        if (part instanceof Constant constant) {
            return "number " + constant.value();
        }
        if (part instanceof Symbol symbol) {
            return "symbol " + symbol.name();
        }
        Operation operation = (Operation) part;
        return operation.arguments().stream()
                .map(line::get)
                .map(String::valueOf)
                .collect(Collectors.joining(" ", operation.operator().name() + " ", ""));
    }
}
