package org.kindling.sampling;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.kindling.expression.Symbol;
import org.kindling.network.InitialValues;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.network.Species;
import org.kindling.network.StateVariable;
import org.kindling.parameters.Calibration;
import org.kindling.parameters.ParameterRoles;

/**
 * Made-up reference states of a network between some known ones and beyond them, so that a generator that is trained at all of them
 * learns what serves a physiology unlike those that are known.
 *
 * <p>A variation lies between two of the known states: logarithms of concentrations and of \( |\ln \Gamma| \) and the
 * fluxes are mixed, in one proportion for all. Concentrations and displacements are then scattered independently, some of them by
 * orders of magnitude; the fluxes are moved by a multiple of the difference of two further known states, which keeps them balanced. A flux that
 * has the same sign in both states keeps it, and may become as small as a thousandth. Some pools are enlarged until they
 * are renewed as slowly as the slowest known ones. Displacements follow the signs of fluxes, equilibrium constants follow
 * both.
 *
 * <p>Source: J. Tobin et al., Domain randomization for transferring deep neural networks from simulation to the real world, IROS
 * 2017, doi:10.1109/IROS.2017.8202133.
 */
public final class StateVariation {

    private static final long PURPOSE = 0x56415259L; // "VARY" in ASCII

    /** Standard deviation of the natural logarithm of concentrations; docs/benchmarks.md chose these numbers. */
    private static final double CONCENTRATION_SPREAD = 1.5;

    /** The same of displacements from equilibrium. */
    private static final double DISPLACEMENT_SPREAD = 1;

    /** Standard deviation of the multiple by which the difference of two states moves fluxes. */
    private static final double FLUX_SPREAD = 3;

    /** The share of concentrations and displacements that are scattered more widely: physiologies are far apart in some of them. */
    private static final double FAR_SHARE = 0.2;

    /** By so much the scatter of these is wider. */
    private static final double FAR = 3;

    /** Decades by which a move of fluxes may make one of them smaller, but not let it vanish. */
    private static final double FLUX_DECADES = 3;

    /** The share of pools that are made slow: new physiologies are limited by other pools than known ones. */
    private static final double SLOW_POOLS = 0.05;

    /** By so much a pool may be slower than all that are known. */
    private static final double BEYOND = Math.E;

    /** A reaction at equilibrium counts as this far from it, since 0 has no logarithm. */
    private static final double SMALLEST_LN_GAMMA = 1e-9;

    /** A reaction this far from equilibrium is irreversible; beyond, its equilibrium constant would be lost in rounding errors. */
    private static final double LARGEST_LN_GAMMA = 30;

    /** Some laws overflow at concentrations far from any that they were made for; then other ones are drawn. */
    private static final int ATTEMPTS = 100;

    private final ParameterRoles roles;
    private final List<Known> known;
    private final RateEquations equations;
    private final double slowest;
    private final Set<Symbol> variables;
    private final List<Symbol> given;
    private final InitialValues initial;
    private final RandomStreams streams;

    /** A known state, and ln Gamma of each process where it has an equilibrium constant. */
    private record Known(ReferenceState state, List<OptionalDouble> lnGamma) {

        static Known of(ParameterRoles roles, ReferenceState state) {
            return new Known(
                    state,
                    state.equations().processes().stream()
                            .map(process -> lnGamma(roles, state, process))
                            .toList());
        }

        private static OptionalDouble lnGamma(ParameterRoles roles, ReferenceState state, RateProcess process) {
            Optional<Double> displacement =
                    process.reaction() ? Calibration.displacement(roles, state, process.id()) : Optional.empty();
            return displacement.stream()
                    .mapToDouble(Math::log)
                    .filter(Double::isFinite)
                    .findFirst();
        }
    }

    private StateVariation(ParameterRoles roles, List<ReferenceState> states, long seed) {
        this.roles = roles;
        this.known = states.stream().map(state -> Known.of(roles, state)).toList();
        this.equations = states.get(0).equations();
        this.slowest = slowest(states);
        this.variables = equations.states().stream().map(StateVariable::symbol).collect(Collectors.toUnmodifiableSet());
        KineticModel model = roles.model();
        this.given = model.species().stream()
                .map(Species::symbol)
                .filter(symbol -> !model.rules().assignments().containsKey(symbol))
                .toList();
        this.initial = InitialValues.of(model, Set.copyOf(given));
        this.streams = RandomStreams.of(seed, PURPOSE);
    }

    /**
     * Variations of some states.
     *
     * @param roles the roles of the parameters of the model that all states belong to
     * @param states the known states, at least one
     * @param seed the seed
     * @return the variations
     * @throws IllegalArgumentException if there is no state
     */
    public static StateVariation of(ParameterRoles roles, List<ReferenceState> states, long seed) {
        if (states.isEmpty()) {
            throw new IllegalArgumentException("There is no state to vary.");
        }
        return new StateVariation(roles, states, seed);
    }

    /**
     * A variation. The same index always gives the same state.
     *
     * @param index its number, from 0
     * @return a steady state whose fluxes can be had from their laws
     * @throws InputException if none of many variations suits every rate law
     */
    public ReferenceState state(long index) {
        UniformRandomProvider random = streams.stream(index);
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                ReferenceState state = draw(random);
                Calibration.check(roles, state);
                return state;
            } catch (InputException refused) {
                last = String.valueOf(refused.getMessage());
            }
        }
        throw new InputException(
                "reference states", "no variation of them suits every rate law: " + last, "use the known states alone");
    }

    private ReferenceState draw(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        Known one = known.get(random.nextInt(known.size()));
        Known other = known.get(random.nextInt(known.size()));
        double share = random.nextDouble();
        Map<Symbol, Double> concentrations = new HashMap<>();
        for (Symbol symbol : given) {
            double mixed = mixedLogarithmically(
                    one.state().value(symbol), other.state().value(symbol), share);
            double scatter = variables.contains(symbol) ? scatter(CONCENTRATION_SPREAD, random, normal) : 1;
            concentrations.put(symbol, mixed * scatter);
        }
        double[] rates = rates(one.state().rates(), other.state().rates(), share, random, normal);
        slowSomePools(concentrations, rates, random);
        Map<String, Double> fluxes = new HashMap<>();
        Map<String, Double> lnGamma = new HashMap<>();
        List<RateProcess> processes = equations.processes();
        for (int process = 0; process < rates.length; process++) {
            if (processes.get(process).reaction()) {
                String id = processes.get(process).id();
                fluxes.put(id, rates[process]);
                OptionalDouble here = one.lnGamma().get(process);
                OptionalDouble there = other.lnGamma().get(process);
                double scatter = scatter(DISPLACEMENT_SPREAD, random, normal);
                if (rates[process] != 0 && here.isPresent() && there.isPresent()) {
                    double size = mixedLogarithmically(size(here), size(there), share);
                    double farthest = Math.max(size, LARGEST_LN_GAMMA);
                    lnGamma.put(id, -Math.signum(rates[process]) * Math.min(size * scatter, farthest));
                }
            }
        }
        return Calibration.withDisplacements(
                roles, one.state().at(initial, concentrations).withFluxes(fluxes), lnGamma);
    }

    /** A random factor whose logarithm has a normal distribution, for some a wider one. */
    private static double scatter(
            double spread, UniformRandomProvider random, ZigguratSampler.NormalizedGaussian normal) {
        double width = random.nextDouble() < FAR_SHARE ? FAR * spread : spread;
        return Math.exp(width * normal.sample());
    }

    /** Enlarges single pools until they turn over at a rate between their own and that of the slowest known pool, or below. */
    private void slowSomePools(Map<Symbol, Double> concentrations, double[] rates, UniformRandomProvider random) {
        double[] throughputs = equations.throughputs(rates);
        for (int pool = 0; pool < throughputs.length; pool++) {
            if (random.nextDouble() < SLOW_POOLS) {
                Symbol symbol = equations.states().get(pool).symbol();
                double own = throughputs[pool] / concentrations.getOrDefault(symbol, 0.0);
                double share = random.nextDouble();
                if (own > slowest && own < Double.POSITIVE_INFINITY) {
                    concentrations.put(symbol, throughputs[pool] / mixedLogarithmically(own, slowest, share));
                }
            }
        }
    }

    /** A turnover slower than that of all pools in all known states; infinite if none is renewed. */
    private static double slowest(List<ReferenceState> states) {
        return states.stream()
                        .flatMapToDouble(state -> Arrays.stream(state.turnovers()))
                        .filter(turnover -> turnover > 0)
                        .min()
                        .orElse(Double.POSITIVE_INFINITY)
                / BEYOND;
    }

    private static double size(OptionalDouble lnGamma) {
        return Math.max(SMALLEST_LN_GAMMA, Math.abs(lnGamma.getAsDouble()));
    }

    /** What has no logarithm is taken as it is in the first state. */
    private static double mixedLogarithmically(double one, double other, double share) {
        return one > 0 && other > 0 && one != other
                ? Math.exp((1 - share) * Math.log(one) + share * Math.log(other))
                : one;
    }

    private double[] rates(
            double[] one,
            double[] other,
            double share,
            UniformRandomProvider random,
            ZigguratSampler.NormalizedGaussian normal) {
        double[] from = known.get(random.nextInt(known.size())).state().rates();
        double[] to = known.get(random.nextInt(known.size())).state().rates();
        double multiple = FLUX_SPREAD * normal.sample();
        double least = Math.pow(10, -FLUX_DECADES * random.nextDouble());
        double[] mixed = new double[one.length];
        double[] move = new double[one.length];
        double length = 1;
        for (int k = 0; k < one.length; k++) {
            mixed[k] = (1 - share) * one[k] + share * other[k];
            move[k] = multiple * (to[k] - from[k]);
            boolean turns = mixed[k] * (mixed[k] + move[k]) <= 0;
            if (turns && one[k] * other[k] > 0) {
                length = Math.min(length, (1 - least) * Math.abs(mixed[k] / move[k]));
            }
        }
        for (int k = 0; k < one.length; k++) {
            mixed[k] += length * move[k];
        }
        return mixed;
    }
}
