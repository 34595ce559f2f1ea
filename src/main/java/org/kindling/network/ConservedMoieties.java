package org.kindling.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindling.numerics.LinearDependence;

/**
 * What the stoichiometry conserves: state variables \( d \) whose rows depend on those of the independent ones \( i \),
 * \( S_d = L_0 S_i \), with the link matrix \( L_0 \), shape [dependent, independent], in amounts.
 *
 * <p>Source: C. Reder, Metabolic control theory: a structural approach, J. theor. Biol. 135, 175 (1988),
 * doi:10.1016/S0022-5193(88)80073-0.
 */
public final class ConservedMoieties {

    private final List<StateVariable> states;
    private final LinearDependence dependence;

    private ConservedMoieties(List<StateVariable> states, LinearDependence dependence) {
        this.states = states;
        this.dependence = dependence;
    }

    /**
     * The moieties of a network.
     *
     * @param equations its equations
     * @param preference the indices of all state variables, those that shall be independent first; which are, changes
     *     neither the number of moieties nor any spectrum, but its rounding errors: small pools should come first
     * @return the moieties
     */
    public static ConservedMoieties of(RateEquations equations, int[] preference) {
        return new ConservedMoieties(
                equations.states(),
                LinearDependence.of(
                        rowMajor(equations.stoichiometry()),
                        equations.stoichiometry().processes(),
                        preference));
    }

    private static double[] rowMajor(Stoichiometry stoichiometry) {
        return Arrays.stream(stoichiometry.toDense())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /**
     * The independent state variables.
     *
     * @return their indices, shape [independent]
     */
    public int[] independent() {
        return dependence.independentRows();
    }

    /**
     * The state variables that the conserved totals determine.
     *
     * @return their indices, shape [dependent], one for each moiety
     */
    public int[] dependent() {
        return dependence.dependentRows();
    }

    /**
     * An entry of the link matrix.
     *
     * @param dependent the row
     * @param independent the column
     * @return the amount by which the dependent one changes when the independent one grows by one
     */
    public double link(int dependent, int independent) {
        return dependence.coefficient(dependent, independent);
    }

    /**
     * The number of moieties.
     *
     * @return how many totals are conserved
     */
    public int count() {
        return dependence.dependentRows().length;
    }

    /**
     * The conserved total of a moiety as coefficients of amounts.
     *
     * @param moiety its index, that of its dependent state variable
     * @return the coefficient of each state variable that takes part, by id, the dependent one first
     */
    public Map<String, Double> composition(int moiety) {
        Map<String, Double> composition = new LinkedHashMap<>();
        composition.put(states.get(dependent()[moiety]).id(), 1.0);
        int[] independent = independent();
        for (int column = 0; column < independent.length; column++) {
            double coefficient = link(moiety, column);
            if (coefficient != 0) {
                composition.put(states.get(independent[column]).id(), -coefficient);
            }
        }
        return composition;
    }
}
