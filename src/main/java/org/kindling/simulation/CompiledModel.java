package org.kindling.simulation;

import java.util.List;
import java.util.Map;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;

/**
 * A model compiled once for many simulations with other values. Only where compartment sizes or stoichiometries differ are
 * the equations others, and are compiled anew. Immutable and thread-safe.
 */
final class CompiledModel {

    private final KineticModel model;
    private final List<Symbol> quantities;
    private final StartValues startValues;
    private final Structure unchanged;
    private final Map<Symbol, Double> structural;

    /**
     * What is compiled for one set of structural values.
     *
     * @param equations the differential equations
     * @param switchTimes when known jumps come
     * @param observation works out the quantities
     */
    private record Structure(CompiledEquations equations, SwitchTimes switchTimes, Observation observation) {

        static Structure of(KineticModel model, Map<Symbol, Double> overrides, List<Symbol> quantities) {
            RateEquations equations = RateEquations.of(model, overrides);
            CompiledEquations compiled = new CompiledEquations(equations);
            return new Structure(compiled, new SwitchTimes(compiled), new Observation(model, equations, quantities));
        }
    }

    /**
     * The equations for one set of values.
     *
     * @param equations what the system is compiled from
     * @param system the equations as the integrator sees them
     * @param switchTimes when known jumps come
     * @param observer works out the quantities
     */
    record Instance(
            RateEquations equations, RateSystem system, SwitchTimes switchTimes, Observation.Observer observer) {}

    /**
     * Compiles a model.
     *
     * @param quantities what is worked out from the state
     */
    CompiledModel(KineticModel model, List<Symbol> quantities) {
        this.model = model;
        this.quantities = List.copyOf(quantities);
        this.startValues = new StartValues(model);
        this.unchanged = Structure.of(model, Map.of(), quantities);
        this.structural = startValues.of(Map.of());
        structural.keySet().retainAll(unchanged.equations().equations().structural());
    }

    List<Symbol> quantities() {
        return quantities;
    }

    RateEquations equations() {
        return unchanged.equations().equations();
    }

    /** The equations with some values of the model replaced. */
    Instance instance(Map<Symbol, Double> overrides) {
        Map<Symbol, Double> start = startValues.of(overrides);
        boolean fits = structural.entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(start.get(entry.getKey())));
        Structure structure = fits ? unchanged : Structure.of(model, overrides, quantities);
        RateEquations equations = structure.equations().equations();
        Map<Symbol, Double> values = equations.values(start);
        return new Instance(
                equations,
                new RateSystem(structure.equations(), values),
                structure.switchTimes(),
                structure.observation().observer(values));
    }
}
