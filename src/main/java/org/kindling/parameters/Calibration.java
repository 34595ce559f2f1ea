package org.kindling.parameters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;

/**
 * How scale and equilibrium parameters follow from a reference state: a scale parameter is \( p = v^* / v(x^*; p = 1) \),
 * an equilibrium constant is \( K_{eq} = Q / \Gamma \) with the mass-action ratio \( Q \) and the displacement from
 * equilibrium \( \Gamma \), \( \ln \Gamma = \Delta G / RT \).
 */
public final class Calibration {

    /** Relative difference at which a flux counts as another one than the law gives; well above rounding in files. */
    private static final double FLUX_TOLERANCE = 1e-6;

    /** A law this close to 0, beside the sum of its opposite terms, is at equilibrium. */
    private static final double EQUILIBRIUM_TOLERANCE = 1e-12;

    private Calibration() {}

    /**
     * A state with equilibrium constants that give the stated displacements.
     *
     * @param roles the roles of the model's parameters
     * @param state the state
     * @param lnGamma \( \ln \Gamma \) of some reactions, by id
     * @return the state with those equilibrium constants
     * @throws InputException if a reaction has no equilibrium constant, or none makes its law vanish
     */
    public static ReferenceState withDisplacements(
            ParameterRoles roles, ReferenceState state, Map<String, Double> lnGamma) {
        Map<Symbol, Double> constants = new HashMap<>();
        lnGamma.forEach((reaction, value) -> {
            Optional<KineticParameter> equilibrium = roles.equilibriumOf(reaction);
            if (equilibrium.isPresent()) {
                Symbol symbol = equilibrium.get().parameter().symbol();
                double ratio = massActionRatio(roles, state, reaction, symbol)
                        .orElseThrow(() -> new InputException(
                                "reaction " + reaction,
                                "no value of " + symbol + " brings it to equilibrium",
                                "leave its lnGamma out, or give the parameter another role"));
                constants.put(symbol, ratio / Math.exp(value));
            }
        });
        return state.withValues(constants);
    }

    /**
     * The displacement from equilibrium of a reaction.
     *
     * @param roles the roles of the model's parameters
     * @param state the state
     * @param reaction the id of the reaction
     * @return \( \Gamma \); empty if the law has no equilibrium constant, or if a species is absent, so that none makes
     *     the law vanish
     */
    public static Optional<Double> displacement(ParameterRoles roles, ReferenceState state, String reaction) {
        return roles.equilibriumOf(reaction).flatMap(equilibrium -> {
            Symbol symbol = equilibrium.parameter().symbol();
            return massActionRatio(roles, state, reaction, symbol).map(ratio -> ratio / state.value(symbol));
        });
    }

    /**
     * The value of the equilibrium constant at which the law vanishes: where the reaction would be at equilibrium. Empty if
     * there is none, since a species is absent.
     */
    private static Optional<Double> massActionRatio(
            ParameterRoles roles, ReferenceState state, String reaction, Symbol equilibrium) {
        int process = process(state, reaction);
        Optional<Symbol> scale = scale(roles, reaction);
        DoubleUnaryOperator rate = inverse -> unitRate(
                state, process, scale, symbol -> symbol.equals(equilibrium) ? 1 / inverse : state.value(symbol));
        double older = 1 / state.value(equilibrium);
        double newer = older * 0.5;
        double olderRate = rate.applyAsDouble(older);
        double newerRate = rate.applyAsDouble(newer);
        if (newerRate == olderRate) {
            return Optional.empty();
        }
        // The law is linear in 1/Keq for the usual mechanisms, so that one secant step is exact; others take a few.
        for (int step = 0; step < 60 && newerRate != 0 && newerRate != olderRate; step++) {
            double next = newer - newerRate * (newer - older) / (newerRate - olderRate);
            boolean converged = Math.abs(next - newer) <= 1e-15 * Math.abs(next);
            older = newer;
            olderRate = newerRate;
            newer = next;
            newerRate = rate.applyAsDouble(newer);
            if (converged) {
                break;
            }
        }
        boolean found = newer > 0 && Double.isFinite(newer);
        return found ? Optional.of(1 / newer) : Optional.empty();
    }

    private static int process(ReferenceState state, String reaction) {
        return state.equations()
                .reaction(reaction)
                .orElseThrow(() ->
                        new InputException("reaction " + reaction, "the model has no such reaction", "check the id"));
    }

    /**
     * Checks that every reference flux can be had from its law.
     *
     * @param roles the roles of the model's parameters
     * @param state the reference state
     * @throws InputException naming the first reaction whose flux has the wrong sign for its displacement, or whose law
     *     gives another flux and has no scale parameter
     */
    public static void check(ParameterRoles roles, ReferenceState state) {
        List<RateProcess> processes = state.equations().processes();
        for (int index = 0; index < processes.size(); index++) {
            if (processes.get(index).reaction()) {
                check(roles, state, index);
            }
        }
    }

    private static void check(ParameterRoles roles, ReferenceState state, int process) {
        String reaction = state.equations().processes().get(process).id();
        double flux = state.rate(process);
        Optional<KineticParameter> scale = roles.scaleOf(reaction);
        double law = unitRate(state, process, scale(roles, reaction), state::value);
        if (scale.isEmpty()) {
            if (!(Math.abs(law - flux) <= FLUX_TOLERANCE * Math.max(Math.abs(flux), Math.abs(law)))) {
                throw new InputException(
                        "reaction " + reaction,
                        "its law gives the flux " + law + " and not " + flux
                                + ", and no parameter scales the whole law",
                        "leave its flux out, or correct the state");
            }
            return;
        }
        if (flux != 0 && !(flux / law > 0)) {
            throw new InputException(
                    "reaction " + reaction,
                    "its flux " + flux + " runs against its displacement from equilibrium (the law gives " + law
                            + " for " + scale.get().address() + " = 1)",
                    "correct the flux, the concentrations, or lnGamma");
        }
    }

    private static Optional<Symbol> scale(ParameterRoles roles, String reaction) {
        return roles.scaleOf(reaction).map(parameter -> parameter.parameter().symbol());
    }

    /** The rate of a law when its scale parameter is 1, if it has one. */
    private static double unitRate(
            ReferenceState state, int process, Optional<Symbol> scale, Function<Symbol, Double> values) {
        return state.equations()
                .rate(process, symbol -> scale.filter(symbol::equals).isPresent() ? 1.0 : values.apply(symbol));
    }

    /**
     * The scale parameter that makes a law give its reference flux.
     *
     * @param flux the reference flux \( v^* \)
     * @param unitRate the law at the reference concentrations with the scale parameter 1
     * @param present the parameter's value in the file
     * @param atEquilibrium whether the reaction is at equilibrium at the reference state, so that any value gives no flux
     * @return \( v^* / v(x^*; 1) \); for a flux of 0 the present value at equilibrium and 0 elsewhere
     */
    public static double scale(double flux, double unitRate, double present, boolean atEquilibrium) {
        if (flux != 0) {
            return flux / unitRate;
        }
        return atEquilibrium ? present : 0;
    }

    /**
     * Whether a reaction is at equilibrium at the reference state.
     *
     * @param roles the roles of the model's parameters
     * @param state the reference state
     * @param reaction the id of the reaction
     * @return whether its law vanishes there
     */
    public static boolean atEquilibrium(ParameterRoles roles, ReferenceState state, String reaction) {
        if (state.equations().rate(process(state, reaction), state::value) == 0) {
            return true;
        }
        return displacement(roles, state, reaction)
                .filter(gamma -> Math.abs(gamma - 1) <= EQUILIBRIUM_TOLERANCE)
                .isPresent();
    }
}
