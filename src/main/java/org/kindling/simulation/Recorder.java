package org.kindling.simulation;

import java.util.Arrays;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/** Fills in the rows of a time course, from the dense output of each step. */
final class Recorder implements ODEStepHandler {

    private final TimeGrid grid;
    private final Observation.Observer observer;
    private final double[][] rows;
    private int filled;
    private double reached;

    Recorder(TimeGrid grid, Observation.Observer observer) {
        this.grid = grid;
        this.observer = observer;
        this.rows = new double[grid.size()][];
    }

    /** Records the rows at a time itself, such as the start. */
    void at(double time, double[] state) {
        reached = time;
        while (filled < rows.length && grid.time(filled) <= time) {
            rows[filled] = observer.at(grid.time(filled), state);
            filled++;
        }
    }

    @Override
    public void handleStep(ODEStateInterpolator step) {
        ODEStateAndDerivative end = step.getCurrentState();
        while (filled < rows.length && grid.time(filled) < end.getTime()) {
            double time = grid.time(filled);
            rows[filled] = observer.at(time, step.getInterpolatedState(time).getPrimaryState());
            filled++;
        }
        at(end.getTime(), end.getPrimaryState());
    }

    /** The rows so far, shape [rows, quantities]. */
    double[][] rows() {
        return Arrays.copyOf(rows, filled);
    }

    /** The time reached. */
    double reached() {
        return reached;
    }
}
