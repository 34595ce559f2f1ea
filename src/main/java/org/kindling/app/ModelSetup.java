package org.kindling.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.network.ReferenceState.Steadiness;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.Calibration;
import org.kindling.parameters.MeasuredConstant;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.parameters.RoleMapping;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlReader;
import org.kindling.simulation.SteadyStateSearch;

/** A model made ready as the options say: read, with roles, a reference state and a parameter space. */
final class ModelSetup {

    private final SbmlModel sbml;
    private final Map<String, RoleMapping> mapping;
    private final ParameterRoles roles;
    private final ReferenceState state;
    private final ParameterSpace.Options choice;
    private final ParameterSpace space;
    private final Optional<SteadyStateSearch.Result> search;

    private ModelSetup(SbmlModel sbml, ModelOptions options, Optional<KnownConstants> known) {
        this.sbml = sbml;
        KineticModel model = sbml.kinetics();
        this.mapping = known.map(constants -> constants.roles(model))
                .orElseGet(() -> options.roles().map(InputTables::roles).orElse(Map.of()));
        this.roles = ParameterRoles.of(model, mapping);
        known.ifPresent(constants -> constants.check(sbml.source().file(), roles));
        Map<Symbol, Double> concentrations = options.concentrations()
                .map(file -> InputTables.concentrations(file, model))
                .orElse(Map.of());
        ReferenceState start = ReferenceState.of(model, concentrations);
        this.search = options.steadyState() ? Optional.of(search(model, concentrations)) : Optional.empty();
        ReferenceState reached =
                search.map(found -> reached(model, concentrations, found)).orElse(start);
        this.state = options.fluxes()
                .map(file -> InputTables.fluxes(file, model))
                .map(fluxes ->
                        Calibration.withDisplacements(roles, reached.withFluxes(fluxes.flux()), fluxes.lnGamma()))
                .orElse(reached);
        this.choice = known.map(KnownConstants::space).orElseGet(() -> chosen(options));
        this.space = ParameterSpace.of(roles, state, choice);
    }

    private ModelSetup(ModelSetup whole, ParameterSpace space) {
        this.sbml = whole.sbml;
        this.mapping = whole.mapping;
        this.roles = whole.roles;
        this.state = whole.state;
        this.choice = whole.choice;
        this.search = whole.search;
        this.space = space;
    }

    static ModelSetup of(ModelOptions options) {
        return new ModelSetup(SbmlReader.read(options.model()), options, Optional.empty());
    }

    /**
     * A model whose roles, measured constants and what varies are known from elsewhere, such as from a generator.
     *
     * @throws InputException if the model has another network, or lacks a parameter
     */
    static ModelSetup of(SbmlModel model, ModelOptions options, KnownConstants known) {
        return new ModelSetup(model, options, Optional.of(known));
    }

    private ParameterSpace.Options chosen(ModelOptions options) {
        Map<String, MeasuredConstant> measured = options.measured()
                .map(file -> InputTables.measured(file, roles))
                .orElse(Map.of());
        return new ParameterSpace.Options(measured, options.vary(), options.fix());
    }

    private static SteadyStateSearch.Result search(KineticModel model, Map<Symbol, Double> concentrations) {
        try {
            return SteadyStateSearch.of(model).from(concentrations);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InputException("steady state", "the search was interrupted", "start it again");
        }
    }

    private static ReferenceState reached(
            KineticModel model, Map<Symbol, Double> concentrations, SteadyStateSearch.Result found) {
        if (found.status() != SteadyStateSearch.Status.FOUND) {
            throw new InputException(
                    "model " + model.id(),
                    "no steady state was reached from its initial state, which was followed for " + found.time() + " "
                            + model.units().time() + ": " + found.status().words(),
                    "give a steady state with --concentrations and --fluxes");
        }
        Map<Symbol, Double> values = new LinkedHashMap<>(concentrations);
        found.values().forEach((symbol, value) -> values.put(symbol, representable(value)));
        return ReferenceState.of(model, values);
    }

    /** What has decayed beyond the normal range of numbers is gone: libSBML refuses files with smaller ones. */
    private static double representable(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? 0 : value;
    }

    SbmlModel sbml() {
        return sbml;
    }

    KineticModel model() {
        return sbml.kinetics();
    }

    /** The roles that the user gave, by address. */
    Map<String, RoleMapping> mapping() {
        return mapping;
    }

    ParameterRoles roles() {
        return roles;
    }

    ReferenceState state() {
        return state;
    }

    ParameterSpace space() {
        return space;
    }

    /**
     * The same model with some constants kept within ranges.
     *
     * @throws InputException if one of them does not vary, or cannot lie in its range
     */
    ModelSetup within(Map<String, Bounds> ranges) {
        return new ModelSetup(this, space.within(ranges));
    }

    /** The space of the same parameters at another state of the network. */
    ParameterSpace spaceAt(ReferenceState other) {
        return ParameterSpace.of(roles, other, choice);
    }

    Optional<SteadyStateSearch.Result> search() {
        return search;
    }

    /**
     * The Jacobian, for drawing parameter sets.
     *
     * @throws InputException if the state is not steady, a flux contradicts its law, or nothing can vary
     */
    JacobianFunction jacobianForSampling() {
        Steadiness worst = state.steadiness()
                .orElseThrow(() -> new InputException(
                        "model " + model().id(), "nothing in it changes with time", "use a model with reactions"));
        if (!state.steady()) {
            throw new InputException(
                    "species " + worst.species(),
                    "the reference state is not steady: its net rate is " + worst.residual() + " of its turnover",
                    "go to a steady state with --steady-state, or give one with --concentrations and --fluxes");
        }
        Calibration.check(roles, state);
        if (space.dimension() == 0) {
            throw new InputException(
                    "model " + model().id(),
                    "none of its parameters can vary",
                    "open some with --vary, or name roles with --roles; `kindling info` says why each is kept");
        }
        return JacobianFunction.of(space, state);
    }
}
