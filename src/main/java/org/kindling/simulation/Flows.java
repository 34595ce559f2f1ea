package org.kindling.simulation;

import java.util.Arrays;
import org.kindling.network.RateEquations;
import org.kindling.network.Stoichiometry;

/** What the extent of each process adds to the state variables: the stoichiometry, each row divided by its volume. */
final class Flows {

    private final int states;
    private final int[] start;
    private final int[] target;
    private final double[] coefficient;

    Flows(RateEquations equations) {
        Stoichiometry stoichiometry = equations.stoichiometry();
        this.states = stoichiometry.states();
        this.start = new int[stoichiometry.processes() + 1];
        for (int process = 0; process < stoichiometry.processes(); process++) {
            start[process + 1] = start[process] + stoichiometry.entries(process);
        }
        this.target = new int[start[stoichiometry.processes()]];
        this.coefficient = new double[target.length];
        for (int process = 0; process < stoichiometry.processes(); process++) {
            for (int entry = 0; entry < stoichiometry.entries(process); entry++) {
                int state = stoichiometry.state(process, entry);
                target[start[process] + entry] = state;
                coefficient[start[process] + entry] = stoichiometry.coefficient(process, entry)
                        / equations.states().get(state).volume();
            }
        }
    }

    /** The number of state variables. */
    int states() {
        return states;
    }

    /** How many state variables a process changes. */
    int count(int process) {
        return start[process + 1] - start[process];
    }

    /** A state variable that a process changes. */
    int state(int process, int entry) {
        return target[start[process] + entry];
    }

    /** What the extent of a process adds to it. */
    double coefficient(int process, int entry) {
        return coefficient[start[process] + entry];
    }

    /** Fills in the rates of change, shape [states], from the rates of the processes, shape [processes]. */
    void velocities(double[] rates, double[] velocities) {
        Arrays.fill(velocities, 0);
        for (int process = 0; process < rates.length; process++) {
            double rate = rates[process];
            for (int k = start[process]; k < start[process + 1]; k++) {
                velocities[target[k]] += coefficient[k] * rate;
            }
        }
    }
}
