package org.kindling.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kindling.ensemble.DataGenerator;
import org.kindling.ensemble.DataRow;
import org.kindling.ensemble.SedMlOutput;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;

/** What a data generator gives: its values, or why there are none. Immutable. */
final class GeneratedData {

    private final double[] values;
    private final boolean isNumber;
    private final String failure;

    private GeneratedData(double[] values, boolean isNumber, String failure) {
        this.values = values;
        this.isNumber = isNumber;
        this.failure = failure;
    }

    static GeneratedData failed(String reason) {
        return new GeneratedData(new double[0], false, reason);
    }

    /** Computes a data generator from the runs of the tasks that it names. */
    static GeneratedData of(DataGenerator generator, Map<String, TaskRun> runs) {
        try {
            return computed(generator, runs);
        } catch (InputException refusal) {
            return failed(String.valueOf(refusal.getMessage()));
        }
    }

    /** Values of tasks of different length end with the longest, and are no numbers where one of them has ended. */
    private static GeneratedData computed(DataGenerator generator, Map<String, TaskRun> runs) {
        Map<Symbol, double[]> series = new HashMap<>();
        for (DataGenerator.Variable variable : generator.variables()) {
            series.put(new Symbol(variable.id()), series(generator, variable, runs));
        }
        Map<Symbol, Double> values = new HashMap<>();
        for (DataGenerator.Aggregate aggregate : generator.aggregates()) {
            double[] all = series.get(new Symbol(aggregate.variable()));
            if (all == null) {
                throw refusal(generator, aggregate.variable() + " is no variable of it");
            }
            values.put(new Symbol(aggregate.id()), aggregate.of(all));
        }
        Set<Symbol> symbols = new LinkedHashSet<>(Expressions.symbols(generator.value()));
        symbols.removeAll(values.keySet());
        for (Symbol symbol : symbols) {
            if (!series.containsKey(symbol)) {
                throw refusal(generator, "its formula has " + symbol.name() + ", which is no variable of it");
            }
        }
        series.keySet().retainAll(symbols);
        int rows = series.values().stream().mapToInt(each -> each.length).max().orElse(1);
        double[] result = new double[rows];
        for (int row = 0; row < rows; row++) {
            int at = row;
            series.forEach((symbol, each) -> values.put(symbol, at < each.length ? each[at] : Double.NaN));
            result[row] = Expressions.evaluate(generator.value(), symbol -> Objects.requireNonNull(values.get(symbol)));
        }
        return new GeneratedData(result, series.isEmpty(), "");
    }

    private static double[] series(
            DataGenerator generator, DataGenerator.Variable variable, Map<String, TaskRun> runs) {
        TaskRun run = runs.get(variable.task());
        if (run == null) {
            throw refusal(generator, "its task " + variable.task() + " is not in the document");
        }
        TaskResults results =
                run.results().orElseThrow(() -> refusal(generator, "its task " + variable.task() + " failed"));
        List<Symbol> symbols = new ArrayList<>(Expressions.symbols(variable.quantity()));
        return results.values(symbols.get(0))
                .orElseThrow(() -> refusal(generator, symbols.get(0).name() + " is not in the model"));
    }

    private static InputException refusal(DataGenerator generator, String problem) {
        return new InputException("data generator " + generator.id(), problem, "correct the SED-ML file");
    }

    boolean isComplete() {
        return failure.isEmpty();
    }

    /** Why there are no values; empty if there are. */
    String failure() {
        return failure;
    }

    /** The values as the row of an output. */
    DataRow row(SedMlOutput.DataSet dataSet) {
        if (!isComplete()) {
            return DataRow.missing(dataSet);
        }
        return isNumber ? DataRow.number(dataSet, values[0]) : DataRow.vector(dataSet, values);
    }

    @Override
    public String toString() {
        return isComplete() ? Arrays.toString(values) : failure;
    }
}
