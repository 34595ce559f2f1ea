package org.kindling.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kindling.expression.Symbol;

/**
 * The state that everything is calibrated to: the value of every quantity, among them the concentrations \( x^* \), and the
 * rate \( v^*_j \) of every process. Immutable.
 */
public final class ReferenceState {

    /** A state is steady when no species' {@link Steadiness#residual} exceeds this. */
    public static final double STEADY_RESIDUAL = 1e-6;

    private final RateEquations equations;
    private final Map<Symbol, Double> values;
    private final double[] rates;

    private ReferenceState(RateEquations equations, Map<Symbol, Double> values, double[] rates) {
        this.equations = equations;
        this.values = values;
        this.rates = rates;
    }

    /**
     * The state in a model's file: its initial values and the rates that its laws give there.
     *
     * @param model the model
     * @return the state
     */
    public static ReferenceState of(KineticModel model) {
        return of(model, Map.of());
    }

    /**
     * The state of a model when some values differ from the file: the rates are those that the laws give there.
     *
     * @param model the model
     * @param overrides values that replace those of the file
     * @return the state
     */
    public static ReferenceState of(KineticModel model, Map<Symbol, Double> overrides) {
        Map<Symbol, Double> initial = model.initialValues(overrides);
        return of(RateEquations.at(model, initial), initial);
    }

    private static ReferenceState of(RateEquations equations, Map<Symbol, Double> initial) {
        Map<Symbol, Double> values = equations.values(initial);
        double[] rates = new double[equations.processes().size()];
        Arrays.setAll(rates, process -> equations.rate(process, values::get));
        return new ReferenceState(equations, values, rates);
    }

    /**
     * Another state of the same model, as {@link #of(KineticModel, Map)} gives it, for many of them: the equations are shared where
     * they hold there too.
     *
     * @param function the initial values of the model of this state
     * @param overrides values that replace those of the file
     * @return the state, with the rates that the laws give there
     */
    public ReferenceState at(InitialValues function, Map<Symbol, Double> overrides) {
        Map<Symbol, Double> initial = function.at(overrides);
        return of(equations.holdAt(initial) ? equations : RateEquations.at(function.model(), initial), initial);
    }

    /**
     * This state with measured or estimated fluxes in place of what the laws give.
     *
     * @param fluxes the flux of some reactions by id, extent per time
     * @return a state with these fluxes and otherwise unchanged
     * @throws IllegalArgumentException if a reaction is unknown
     */
    public ReferenceState withFluxes(Map<String, Double> fluxes) {
        double[] changed = rates.clone();
        fluxes.forEach((reaction, flux) -> {
            int process = equations
                    .reaction(reaction)
                    .orElseThrow(() -> new IllegalArgumentException("The model has no reaction " + reaction + "."));
            changed[process] = flux;
        });
        return new ReferenceState(equations, values, changed);
    }

    /**
     * This state with other values of some quantities and unchanged rates.
     *
     * @param changes the new values
     * @return the changed state
     */
    public ReferenceState withValues(Map<Symbol, Double> changes) {
        Map<Symbol, Double> changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return new ReferenceState(equations, changed, rates);
    }

    /**
     * The differential equations that the state belongs to.
     *
     * @return the equations
     */
    public RateEquations equations() {
        return equations;
    }

    /**
     * The value of a quantity.
     *
     * @param symbol its symbol
     * @return the value in the model's units
     * @throws IllegalArgumentException if the model has no such quantity
     */
    public double value(Symbol symbol) {
        Double value = values.get(symbol);
        if (value == null) {
            throw new IllegalArgumentException("The model has no quantity " + symbol + ".");
        }
        return value;
    }

    /**
     * All values.
     *
     * @return an unmodifiable view of the value of every quantity
     */
    public Map<Symbol, Double> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * The rate of a process, for a reaction its flux.
     *
     * @param process the column of the stoichiometry
     * @return the rate, extent per time
     */
    public double rate(int process) {
        return rates[process];
    }

    /**
     * The rates of all processes.
     *
     * @return a new array, shape [processes]
     */
    public double[] rates() {
        return rates.clone();
    }

    /**
     * How fast each pool is renewed.
     *
     * @return half of all gains and losses beside the concentration, 1 / time, shape [states]; infinite for what is empty and
     *     renewed, NaN for what is empty and is not
     */
    public double[] turnovers() {
        double[] turnovers = equations.throughputs(rates);
        for (int state = 0; state < turnovers.length; state++) {
            turnovers[state] /= value(equations.states().get(state).symbol());
        }
        return turnovers;
    }

    /**
     * How far the state is from steady.
     *
     * @return the state variable whose rate of change is largest beside its turnover; empty if there are no state
     *     variables
     */
    public Optional<Steadiness> steadiness() {
        double[] imbalance = equations.stoichiometry().imbalance(rates);
        Optional<Steadiness> worst = Optional.empty();
        for (int state = 0; state < imbalance.length; state++) {
            if (worst.isEmpty() || !(imbalance[state] <= worst.get().residual())) {
                worst = Optional.of(new Steadiness(equations.states().get(state).id(), imbalance[state]));
            }
        }
        return worst;
    }

    /**
     * Whether the state is steady, to {@link #STEADY_RESIDUAL}.
     *
     * @return whether nothing changes; true for a model in which nothing can
     */
    public boolean steady() {
        return steadiness().map(worst -> worst.residual() <= STEADY_RESIDUAL).orElse(true);
    }

    /**
     * The species that is farthest from steady.
     *
     * @param species its id
     * @param residual \( |\sum_j S_{ij} v_j| / \sum_j |S_{ij} v_j| \), without unit; NaN where a rate is undefined
     */
    public record Steadiness(String species, double residual) {}
}
