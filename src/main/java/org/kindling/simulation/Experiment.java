package org.kindling.simulation;

import java.util.Map;
import org.kindling.expression.Symbol;

/**
 * What is simulated.
 *
 * @param values values that replace those of the model: parameters, compartment sizes, and initial values of species in the
 *     unit of their symbol
 * @param grid when the course is recorded
 * @param tolerances how exact it is asked to be
 */
public record Experiment(Map<Symbol, Double> values, TimeGrid grid, Tolerances tolerances) {

    /**
     * Creates an experiment.
     *
     * <p>The map is copied.
     */
    public Experiment {
        values = Map.copyOf(values);
    }
}
