package org.kindling.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kindling.expression.Expression;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.KineticModel;

/**
 * The values that a model starts with, when some are given. Which ones are given repeats from one simulation to the next, so
 * that what follows from them is compiled once. Thread-safe.
 */
final class StartValues {

    private final KineticModel model;
    private final Map<Set<Symbol>, Consequences> compiled = new ConcurrentHashMap<>();

    StartValues(KineticModel model) {
        this.model = model;
    }

    /** The value of every quantity at time 0. */
    Map<Symbol, Double> of(Map<Symbol, Double> given) {
        return compiled.computeIfAbsent(given.keySet(), keys -> Consequences.of(model, keys))
                .values(given);
    }

    private record Consequences(List<Symbol> given, List<Symbol> others, Tape tape) {

        static Consequences of(KineticModel model, Set<Symbol> given) {
            Map<Symbol, Expression> expressions = new LinkedHashMap<>(model.initialExpressions(given));
            expressions.keySet().removeAll(given);
            List<Symbol> inputs = new ArrayList<>(given);
            inputs.add(Symbol.TIME);
            return new Consequences(
                    List.copyOf(given),
                    List.copyOf(expressions.keySet()),
                    Tape.compile(inputs, List.copyOf(expressions.values())));
        }

        Map<Symbol, Double> values(Map<Symbol, Double> from) {
            Tape.Evaluator evaluator = tape.evaluator(1);
            Map<Symbol, Double> values = new LinkedHashMap<>(from);
            for (int k = 0; k < given.size(); k++) {
                evaluator.input(k)[0] = Objects.requireNonNull(from.get(given.get(k)));
            }
            evaluator.run();
            for (int k = 0; k < others.size(); k++) {
                values.put(others.get(k), evaluator.output(k)[0]);
            }
            values.put(Symbol.TIME, 0.0);
            return values;
        }
    }
}
