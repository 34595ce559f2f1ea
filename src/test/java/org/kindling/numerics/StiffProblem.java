package org.kindling.numerics;

import java.util.ArrayList;
import java.util.List;

/** A stiff initial value problem whose solution is known at some times. */
final class StiffProblem {
    private final String name;
    private final StiffEquations equations;
    private final double[] start;
    private final double[] sizes;
    private final List<double[]> solution = new ArrayList<>();

    /** {@code sizes}: the size that counts as nothing times 1e6, for each variable. */
    StiffProblem(String name, StiffEquations equations, double[] start, double[] sizes) {
        this.name = name;
        this.equations = equations;
        this.start = start;
        this.sizes = sizes;
    }

    /** Adds a time and the state then. */
    StiffProblem knownAt(double time, double... state) {
        double[] row = new double[state.length + 1];
        row[0] = time;
        System.arraycopy(state, 0, row, 1, state.length);
        solution.add(row);
        return this;
    }

    String name() {
        return name;
    }

    StiffEquations equations() {
        return equations;
    }

    double[] start() {
        return start.clone();
    }

    double end() {
        return time(times() - 1);
    }

    int times() {
        return solution.size();
    }

    double time(int k) {
        return solution.get(k)[0];
    }

    /** Absolute tolerances: a millionth of the relative one, for variables of size one. */
    double[] absolute(double relative) {
        double[] result = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            result[i] = 1e-6 * relative * sizes[i];
        }
        return result;
    }

    /** The largest error of a state at the k-th time, relative but for what is below a millionth of its size. */
    double error(int k, double[] state) {
        double largest = 0;
        double[] exact = solution.get(k);
        for (int i = 0; i < sizes.length; i++) {
            largest = Math.max(largest, Math.abs(state[i] - exact[i + 1]) / (Math.abs(exact[i + 1]) + 1e-6 * sizes[i]));
        }
        return largest;
    }

    @Override
    public String toString() {
        return name;
    }
}
