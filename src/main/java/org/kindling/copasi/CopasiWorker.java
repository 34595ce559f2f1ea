package org.kindling.copasi;

import java.util.Map;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/**
 * One COPASI that holds one model. Values are by SBML id; those not given are the model's own. Species are concentrations.
 * Not thread-safe. When a request fails in another way than by being refused, the worker has ended.
 */
interface CopasiWorker extends AutoCloseable {

    /** Imports a model in place of the one before. */
    void load(String sbml) throws WorkerFailure, InterruptedException;

    /** Simulates from the values. */
    RecordedCourse course(Map<String, Double> values, TimeGrid grid, Tolerances tolerances)
            throws WorkerFailure, InterruptedException;

    /** The eigenvalues of the Jacobians at the values, without a search. */
    CopasiSimulator.Spectra spectra(Map<String, Double> values) throws WorkerFailure, InterruptedException;

    /** Searches for a steady state from the values. */
    Rest steadyState(Map<String, Double> values) throws WorkerFailure, InterruptedException;

    /** Whether it can still be asked. */
    boolean alive();

    @Override
    void close();

    /**
     * What a search found.
     *
     * @param found whether it found a steady state
     * @param values the concentration of each species there, by id; empty if not found
     */
    record Rest(boolean found, Map<String, Double> values) {

        public Rest {
            values = Map.copyOf(values);
        }
    }
}
