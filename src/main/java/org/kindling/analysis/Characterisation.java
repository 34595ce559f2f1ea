package org.kindling.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fast states of one network can be made, where they lie, and what the fast ones have in common.
 *
 * @param highestAbscissa the wanted bound on the spectral abscissa, unit 1 / time
 * @param states the states in the order of the table, the model's own first
 * @param map where they lie; empty if there are too few or too many
 * @param ranges the concentrations of the species
 */
public record Characterisation(
        double highestAbscissa,
        List<CharacterisedState> states,
        Optional<StateMap> map,
        List<ConcentrationRange> ranges) {

    /** Copies the lists. */
    public Characterisation {
        states = List.copyOf(states);
        ranges = List.copyOf(ranges);
    }

    /**
     * How many states can be made as fast as is wanted.
     *
     * @return their number
     */
    public long feasible() {
        return states.stream().filter(state -> state.reaches(highestAbscissa)).count();
    }

    /**
     * The states from the fastest to the slowest.
     *
     * @return all of them
     */
    public List<CharacterisedState> fastestFirst() {
        return states.stream()
                .sorted(Comparator.comparingDouble(state -> state.fastest().abscissa()))
                .toList();
    }

    /**
     * What it cost.
     *
     * @return the number of Jacobians, over all states
     */
    public long jacobians() {
        return states.stream().mapToLong(state -> state.fastest().jacobians()).sum();
    }
}
