package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.RateEquations;
import org.kindling.network.StateVariable;
import org.kindling.network.Stoichiometry;

/**
 * What the equations of control coefficients take from the network and its concentrations alone: the stoichiometry of the
 * independent species \( S_R \), shape [independent, processes], and the dependence of all concentrations on the
 * independent ones, \( T = \mathrm{d}\ln x / \mathrm{d}\ln x_i \), shape [states, independent]. Immutable.
 */
final class ControlNetwork {

    /** An entry of a sparse matrix. */
    record Entry(int row, int column, double value) {}

    private final List<StateVariable> states;
    private final double[] scale;
    private final int processes;
    private final int order;
    private final List<Entry> reduced = new ArrayList<>();
    private final List<Entry> link = new ArrayList<>();

    private ControlNetwork(RateEquations equations, double[] scale) {
        this.states = equations.states();
        this.scale = scale;
        this.processes = equations.processes().size();
        ConservedMoieties moieties = ConservedMoieties.of(equations, PoolSizes.smallestFirst(states, scale));
        int[] independent = moieties.independent();
        int[] dependent = moieties.dependent();
        this.order = independent.length;
        for (int column = 0; column < order; column++) {
            link.add(new Entry(independent[column], column, 1));
            for (int moiety = 0; moiety < dependent.length; moiety++) {
                double part = moieties.link(moiety, column);
                if (part != 0) {
                    double ratio = amount(independent[column]) / amount(dependent[moiety]);
                    link.add(new Entry(dependent[moiety], column, part * ratio));
                }
            }
        }
        reduce(equations.stoichiometry(), independent);
    }

    static ControlNetwork of(RateEquations equations, double[] scale) {
        return new ControlNetwork(equations, scale);
    }

    private double amount(int state) {
        return scale[state] * states.get(state).volume();
    }

    private void reduce(Stoichiometry stoichiometry, int... independent) {
        int[] row = new int[states.size()];
        Arrays.fill(row, -1);
        for (int index = 0; index < order; index++) {
            row[independent[index]] = index;
        }
        for (int process = 0; process < processes; process++) {
            for (int entry = 0; entry < stoichiometry.entries(process); entry++) {
                int place = row[stoichiometry.state(process, entry)];
                if (place >= 0) {
                    reduced.add(new Entry(place, process, stoichiometry.coefficient(process, entry)));
                }
            }
        }
    }

    int states() {
        return states.size();
    }

    int processes() {
        return processes;
    }

    /** The number of independent species. */
    int order() {
        return order;
    }

    /** The entries of \( S_R \). */
    List<Entry> reduced() {
        return reduced;
    }

    /** The entries of T. */
    List<Entry> link() {
        return link;
    }

    /** A row of T, a new array, shape [independent]. */
    double[] link(int state) {
        double[] row = new double[order];
        link.stream().filter(entry -> entry.row() == state).forEach(entry -> row[entry.column()] += entry.value());
        return row;
    }
}
