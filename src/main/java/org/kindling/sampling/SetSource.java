package org.kindling.sampling;

/** Where parameter sets come from: whatever draws, learned or not, or reads. Thread-safe. */
public interface SetSource {

    /**
     * Gives consecutive sets: the same ones for the same indices, whoever asked before.
     *
     * @param first the index of the first set
     * @param values receives the values row by row, shape [sets, parameters], in the model's units
     * @param sets how many to give
     */
    void draw(long first, double[] values, int sets);
}
