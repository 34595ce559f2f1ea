package org.kindling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindling.numerics.SparsityPattern;

/**
 * Adds derivatives of rates up to the Jacobian of the state variables. A process by which many state variables act on many
 * others, such as growth, would make it dense; its rate is an auxiliary unknown instead, so that elimination stays cheap.
 */
final class SparseJacobian {

    /** Growth of E. coli: 19 times 20 entries become 39; with all processes bordered, elimination costs more again. */
    private static final int MOST_ENTRIES = 60;

    /** A derivative of a rate. */
    private record Derivative(int process, int state) {}

    private final Flows flows;
    private final List<Derivative> derivatives;
    private final Map<Integer, Integer> auxiliary = new HashMap<>();
    private final Map<Long, Integer> entries = new HashMap<>();
    private final List<int[]> places = new ArrayList<>();
    private final int[] start;
    private final int[] target;
    private final double[] coefficient;
    private final double[] fixed;
    private final SparsityPattern pattern;

    /** Collects the derivatives that there are, in order. */
    static final class Builder {

        private final List<Derivative> derivatives = new ArrayList<>();

        /** Adds the derivative of the rate of a process by a state variable. */
        void add(int process, int state) {
            derivatives.add(new Derivative(process, state));
        }

        SparseJacobian build(Flows flows) {
            return new SparseJacobian(flows, derivatives);
        }
    }

    private SparseJacobian(Flows flows, List<Derivative> derivatives) {
        this.flows = flows;
        this.derivatives = List.copyOf(derivatives);
        border();
        List<Integer> targets = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        this.start = new int[derivatives.size() + 1];
        for (int index = 0; index < derivatives.size(); index++) {
            Derivative derivative = derivatives.get(index);
            Integer unknown = auxiliary.get(derivative.process());
            if (unknown != null) {
                targets.add(entry(unknown, derivative.state()));
                coefficients.add(1.0);
            }
            for (int k = 0; unknown == null && k < flows.count(derivative.process()); k++) {
                targets.add(entry(flows.state(derivative.process(), k), derivative.state()));
                coefficients.add(flows.coefficient(derivative.process(), k));
            }
            start[index + 1] = targets.size();
        }
        this.target = targets.stream().mapToInt(Integer::intValue).toArray();
        this.coefficient =
                coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        this.fixed = fixed();
        this.pattern = SparsityPattern.bordered(
                flows.states(),
                auxiliary.size(),
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray());
    }

    /** Gives an auxiliary unknown to every process that would fill too much. */
    private void border() {
        Map<Integer, Integer> acting = new HashMap<>();
        derivatives.forEach(derivative -> acting.merge(derivative.process(), 1, Integer::sum));
        acting.forEach((process, count) -> {
            if (count * flows.count(process) > MOST_ENTRIES) {
                auxiliary.put(process, flows.states() + auxiliary.size());
            }
        });
    }

    private int entry(int row, int column) {
        long key = (long) row * (flows.states() + auxiliary.size()) + column;
        return entries.computeIfAbsent(key, absent -> {
            places.add(new int[] {row, column});
            return places.size() - 1;
        });
    }

    /** The entries of the border that do not depend on the state: what each auxiliary rate adds, and -1. */
    private double[] fixed() {
        Map<Integer, Double> values = new HashMap<>();
        auxiliary.forEach((process, unknown) -> {
            values.put(entry(unknown, unknown), -1.0);
            for (int k = 0; k < flows.count(process); k++) {
                values.put(entry(flows.state(process, k), unknown), flows.coefficient(process, k));
            }
        });
        double[] fixedValues = new double[places.size()];
        values.forEach((entry, value) -> fixedValues[entry] = value);
        return fixedValues;
    }

    /** The pattern, bordered by the auxiliary unknowns. */
    SparsityPattern pattern() {
        return pattern;
    }

    /**
     * Fills in the entries of the pattern, shape [entries], from the derivatives, shape [derivatives]. A derivative that is
     * not finite, such as that of a square root at 0, is left out: an inexact Jacobian slows an integration down, but does
     * not falsify it.
     */
    void fill(double[] slopes, double[] values) {
        System.arraycopy(fixed, 0, values, 0, fixed.length);
        for (int index = 0; index < slopes.length; index++) {
            double slope = slopes[index];
            if (Double.isFinite(slope)) {
                for (int k = start[index]; k < start[index + 1]; k++) {
                    values[target[k]] += coefficient[k] * slope;
                }
            }
        }
    }

    /** Fills in the whole matrix without border, row by row, shape [states, states]. */
    void fillDense(double[] slopes, double[] rowMajor) {
        Arrays.fill(rowMajor, 0);
        for (int index = 0; index < slopes.length; index++) {
            Derivative derivative = derivatives.get(index);
            for (int k = 0; k < flows.count(derivative.process()); k++) {
                rowMajor[flows.state(derivative.process(), k) * flows.states() + derivative.state()] +=
                        flows.coefficient(derivative.process(), k) * slopes[index];
            }
        }
    }
}
