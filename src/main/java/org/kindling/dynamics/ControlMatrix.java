package org.kindling.dynamics;

import java.util.List;

/**
 * Scaled control coefficients \( \mathrm{d}\ln y_k / \mathrm{d}\ln e_j \) of steady-state quantities \( y \), fluxes or
 * concentrations, by the activities \( e \) of processes. Immutable; shape [responses, processes].
 */
public final class ControlMatrix {

    private final List<String> responses;
    private final List<String> processes;
    private final double[] values;

    private ControlMatrix(List<String> responses, List<String> processes, double[] values) {
        this.responses = responses;
        this.processes = processes;
        this.values = values;
    }

    /**
     * A matrix with its axes.
     *
     * @param responses the ids of what responds
     * @param processes the ids of the processes that control it
     * @param values the coefficients row by row, shape [responses, processes]; copied
     * @return the matrix
     * @throws IllegalArgumentException if the number of values does not fit the axes
     */
    public static ControlMatrix of(List<String> responses, List<String> processes, double[] values) {
        if (values.length != responses.size() * processes.size()) {
            throw new IllegalArgumentException("%d responses to %d processes are not %d values."
                    .formatted(responses.size(), processes.size(), values.length));
        }
        return new ControlMatrix(List.copyOf(responses), List.copyOf(processes), values.clone());
    }

    /**
     * What responds.
     *
     * @return the ids of the rows
     */
    public List<String> responses() {
        return responses;
    }

    /**
     * What controls.
     *
     * @return the ids of the columns
     */
    public List<String> processes() {
        return processes;
    }

    /**
     * A coefficient.
     *
     * @param response the row
     * @param process the column
     * @return by how many per cent the response changes when the process becomes one per cent more active
     */
    public double value(int response, int process) {
        return values[response * processes.size() + process];
    }

    /**
     * All coefficients.
     *
     * @return a new array, row by row, shape [responses, processes]
     */
    public double[] toArray() {
        return values.clone();
    }
}
