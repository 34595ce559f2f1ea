package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;

/**
 * Asserts that a model says the same as another, to the last bit, when its quantities have other names and its fluxes are
 * scaled.
 */
final class SameMathematics {

    private final UnaryOperator<Symbol> name;
    private final ToDoubleFunction<String> fluxFactor;

    /**
     * Sets the comparison up.
     *
     * @param name gives the symbol in the other model
     * @param fluxFactor what a flux of the other model is multiplied by
     */
    SameMathematics(UnaryOperator<Symbol> name, ToDoubleFunction<String> fluxFactor) {
        this.name = name;
        this.fluxFactor = fluxFactor;
    }

    void check(KineticModel model, KineticModel other) {
        Map<Symbol, Double> start = other.initialValues();
        model.initialValues().forEach((symbol, value) -> {
            double factor = model.reaction(symbol.name()).isPresent() ? fluxFactor.applyAsDouble(symbol.name()) : 1;
            double same = Objects.requireNonNull(start.get(name.apply(symbol)), symbol::name);
            // Adding zero makes zeros of either sign the same.
            assertThat(Double.valueOf(factor * same + 0)).as(symbol.name()).isEqualTo(Double.valueOf(value + 0));
        });
        SplittableRandom random = new SplittableRandom(20261121);
        for (int state = 0; state < 3; state++) {
            Map<Symbol, Double> values = new HashMap<>();
            Map<Symbol, Double> renamed = new HashMap<>();
            List<List<Double>> changes = changes(
                    model,
                    symbol -> values.computeIfAbsent(symbol, key -> {
                        double number = random.nextDouble(0.1, 10);
                        renamed.put(name.apply(key), number);
                        return number;
                    }));
            assertThat(changes(other, renamed::get)).isEqualTo(changes);
        }
    }

    /** What each process that changes anything adds to the rate of change of each state. */
    private static List<List<Double>> changes(KineticModel model, Function<Symbol, Double> values) {
        RateEquations equations = RateEquations.of(model);
        double[][] stoichiometry = equations.stoichiometry().toDense();
        List<List<Double>> changes = new ArrayList<>();
        for (int process = 0; process < equations.processes().size(); process++) {
            double rate =
                    Expressions.evaluate(equations.processes().get(process).rate(), values);
            int column = process;
            if (Arrays.stream(stoichiometry).anyMatch(row -> row[column] != 0)) {
                changes.add(Arrays.stream(stoichiometry)
                        .map(row -> row[column] * rate)
                        .toList());
            }
        }
        return changes;
    }
}
