package org.kindling.sbml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of MathML that SBML uses, with the number of arguments of each operator. */
final class MathVocabulary {

    static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";

    static final String TIME = "http://www.sbml.org/sbml/symbols/time";
    static final String AVOGADRO = "http://www.sbml.org/sbml/symbols/avogadro";
    static final String DELAY = "http://www.sbml.org/sbml/symbols/delay";
    static final String RATE_OF = "http://www.sbml.org/sbml/symbols/rateOf";

    static final Set<String> CONSTANTS = Set.of("true", "false", "notanumber", "pi", "infinity", "exponentiale");

    private static final Set<String> TRUTHS =
            Set.of("true", "false", "eq", "neq", "gt", "lt", "geq", "leq", "and", "or", "xor", "not", "implies");

    private static final int MANY = Integer.MAX_VALUE;

    private static final Map<String, Arity> OPERATORS = operators();

    private MathVocabulary() {}

    /** Returns how many arguments an operator takes, if SBML has it. */
    static Optional<Arity> operator(String name) {
        return Optional.ofNullable(OPERATORS.get(name));
    }

    /** Returns whether an operator or constant stands for a truth value. */
    static boolean isTruth(String name) {
        return TRUTHS.contains(name);
    }

    private static Map<String, Arity> operators() {
        Map<String, Arity> operators = new HashMap<>();
        put(operators, new Arity(0, MANY), "plus times and or xor");
        put(operators, new Arity(1, MANY), "max min");
        put(operators, new Arity(2, MANY), "eq gt lt geq leq");
        put(operators, new Arity(1, 2), "minus root log");
        put(operators, new Arity(2, 2), "divide power neq quotient rem implies");
        put(operators, new Arity(1, 1), "abs exp ln floor ceiling factorial not");
        for (String function : "sin cos tan sec csc cot".split(" ")) {
            put(operators, new Arity(1, 1), function + " " + function + "h arc" + function + " arc" + function + "h");
        }
        return Map.copyOf(operators);
    }

    private static void put(Map<String, Arity> operators, Arity arity, String names) {
        for (String name : names.split(" ")) {
            operators.put(name, arity);
        }
    }

    /**
     * Numbers of arguments allowed, with a degree or a base of a logarithm among them.
     *
     * @param least fewest
     * @param most most
     */
    record Arity(int least, int most) {

        boolean allows(int arguments) {
            return least <= arguments && arguments <= most;
        }
    }
}
