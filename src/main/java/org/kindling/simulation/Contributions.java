package org.kindling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindling.network.RateEquations;
import org.kindling.network.Stoichiometry;
import org.kindling.numerics.SparsityPattern;

/** Adds derivatives of rates up to the entries of the Jacobian, and rates to net rates. */
final class Contributions {

    private final RateEquations equations;
    private final List<int[]> derivatives = new ArrayList<>();
    private int[] start = {};
    private int[] target = {};
    private double[] coefficient = {};
    private final int[] flowStart;
    private final int[] flowTarget;
    private final double[] flowCoefficient;
    private SparsityPattern pattern = SparsityPattern.of(0, new int[0], new int[0]);

    Contributions(RateEquations equations) {
        this.equations = equations;
        Stoichiometry stoichiometry = equations.stoichiometry();
        this.flowStart = new int[stoichiometry.processes() + 1];
        for (int process = 0; process < stoichiometry.processes(); process++) {
            flowStart[process + 1] = flowStart[process] + stoichiometry.entries(process);
        }
        this.flowTarget = new int[flowStart[stoichiometry.processes()]];
        this.flowCoefficient = new double[flowTarget.length];
        for (int process = 0; process < stoichiometry.processes(); process++) {
            for (int entry = 0; entry < stoichiometry.entries(process); entry++) {
                flowTarget[flowStart[process] + entry] = stoichiometry.state(process, entry);
                flowCoefficient[flowStart[process] + entry] = perVolume(process, entry);
            }
        }
    }

    /** What the extent of a process adds to a state variable. */
    private double perVolume(int process, int entry) {
        Stoichiometry stoichiometry = equations.stoichiometry();
        return stoichiometry.coefficient(process, entry)
                / equations.states().get(stoichiometry.state(process, entry)).volume();
    }

    void add(int process, int state) {
        derivatives.add(new int[] {process, state});
    }

    void complete() {
        Stoichiometry stoichiometry = equations.stoichiometry();
        Map<Long, Integer> entries = new HashMap<>();
        List<int[]> places = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        start = new int[derivatives.size() + 1];
        for (int index = 0; index < derivatives.size(); index++) {
            int process = derivatives.get(index)[0];
            int column = derivatives.get(index)[1];
            for (int entry = 0; entry < stoichiometry.entries(process); entry++) {
                int row = stoichiometry.state(process, entry);
                targets.add(entries.computeIfAbsent((long) row * stoichiometry.states() + column, key -> {
                    places.add(new int[] {row, column});
                    return places.size() - 1;
                }));
                coefficients.add(perVolume(process, entry));
            }
            start[index + 1] = targets.size();
        }
        target = targets.stream().mapToInt(Integer::intValue).toArray();
        coefficient = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        pattern = SparsityPattern.of(
                stoichiometry.states(),
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray());
    }

    /** The pattern of the Jacobian. */
    SparsityPattern pattern() {
        return pattern;
    }

    /** The number of derivatives. */
    int derivatives() {
        return derivatives.size();
    }

    /** Fills in the rates of change, shape [states], from the rates of the processes, shape [processes]. */
    void velocities(double[] rates, double[] velocities) {
        Arrays.fill(velocities, 0);
        for (int process = 0; process < rates.length; process++) {
            double rate = rates[process];
            for (int k = flowStart[process]; k < flowStart[process + 1]; k++) {
                velocities[flowTarget[k]] += flowCoefficient[k] * rate;
            }
        }
    }

    /**
     * Fills in the Jacobian, shape [entries of the pattern]. A derivative that is not finite, such as that of a square
     * root at 0, is left out: an inexact Jacobian slows the integration down, but does not falsify it.
     */
    void jacobian(double[] slopes, double[] values) {
        Arrays.fill(values, 0);
        for (int index = 0; index < slopes.length; index++) {
            double slope = slopes[index];
            if (Double.isFinite(slope)) {
                for (int k = start[index]; k < start[index + 1]; k++) {
                    values[target[k]] += coefficient[k] * slope;
                }
            }
        }
    }
}
