package org.kindling.parameters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.ReferenceState;

/**
 * The axes along which parameter sets of a model differ: its saturation constants and opened free parameters, each with the
 * prior it is drawn from. Immutable.
 */
public final class ParameterSpace {

    /** A free parameter is drawn within this factor of its value, either way, unless bounds are given. */
    static final double FREE_FACTOR = 10;

    /**
     * What the user chooses about a space.
     *
     * @param measured what is known of constants, by address
     * @param vary addresses of the parameters to vary; where empty, all saturation constants
     * @param fix addresses of parameters to keep at their value
     */
    public record Options(Map<String, MeasuredConstant> measured, Set<String> vary, Set<String> fix) {

        /** All saturation constants, with nothing known of them. */
        public static final Options DEFAULT = new Options(Map.of(), Set.of(), Set.of());

        /**
         * Creates options.
         *
         * <p>The collections are copied.
         */
        public Options {
            measured = Map.copyOf(measured);
            vary = Set.copyOf(vary);
            fix = Set.copyOf(fix);
        }
    }

    private final ParameterRoles roles;
    private final List<Coordinate> coordinates;
    private final List<Prior> priors;
    private final Map<String, String> keptReasons;

    private ParameterSpace(ParameterRoles roles, List<Coordinate> coordinates, Map<String, String> keptReasons) {
        this.roles = roles;
        this.coordinates = List.copyOf(coordinates);
        this.priors = coordinates.stream().map(Coordinate::prior).toList();
        this.keptReasons = keptReasons;
    }

    /**
     * The space of all saturation constants.
     *
     * @param roles the roles of the model's parameters
     * @param state the reference state
     * @return the space
     */
    public static ParameterSpace of(ParameterRoles roles, ReferenceState state) {
        return of(roles, state, Options.DEFAULT);
    }

    /**
     * The space that a user chooses.
     *
     * @param roles the roles of the model's parameters
     * @param state the reference state
     * @param options what varies and what is known
     * @return the space
     * @throws InputException if an option names a parameter that is unknown or cannot vary
     */
    public static ParameterSpace of(ParameterRoles roles, ReferenceState state, Options options) {
        Set<String> named = new HashSet<>(options.vary());
        named.addAll(options.fix());
        named.addAll(options.measured().keySet());
        for (String address : named) {
            if (roles.parameter(address).isEmpty()) {
                throw new InputException(
                        "parameter " + address,
                        "the model has no such parameter",
                        "see `kindling info` for what can vary; local parameters are named reaction.parameter");
            }
        }
        List<Coordinate> coordinates = new ArrayList<>();
        Map<String, String> kept = new LinkedHashMap<>();
        for (KineticParameter parameter : roles.parameters()) {
            Optional<String> obstacle = obstacle(roles, parameter, state, options);
            if (obstacle.isPresent()) {
                kept.put(parameter.address(), obstacle.get());
            } else {
                coordinates.add(coordinate(parameter, state, options));
            }
        }
        return new ParameterSpace(roles, coordinates, kept);
    }

    private static Optional<String> obstacle(
            ParameterRoles roles, KineticParameter parameter, ReferenceState state, Options options) {
        String address = parameter.address();
        boolean asked = options.vary().contains(address);
        if (options.fix().contains(address)) {
            return Optional.of("fixed by the user");
        }
        if (parameter.role() == ParameterRole.SATURATION) {
            double concentration = state.value(new Symbol(parameter.species().orElseThrow()));
            if (!(concentration > 0)) {
                return refuseIf(asked, parameter, "its species has no positive concentration in the reference state");
            }
            return options.vary().isEmpty() || asked ? Optional.empty() : Optional.of("not among those to vary");
        }
        if (!asked && parameter.role() != ParameterRole.FREE) {
            return Optional.of(parameter.reason());
        }
        if (parameter.role() == ParameterRole.SCALE || parameter.role() == ParameterRole.EQUILIBRIUM) {
            return refuseIf(asked, parameter, "it follows from the reference state");
        }
        Optional<String> obstacle = roles.obstacle(address);
        if (obstacle.isPresent()) {
            return refuseIf(asked, parameter, obstacle.get());
        }
        return state.value(parameter.parameter().symbol()) > 0
                ? Optional.empty()
                : refuseIf(asked, parameter, "only a positive constant can vary");
    }

    private static Optional<String> refuseIf(boolean asked, KineticParameter parameter, String reason) {
        if (asked) {
            throw new InputException("parameter " + parameter.address(), "cannot vary: " + reason, "leave it out");
        }
        return Optional.of(reason);
    }

    private static Coordinate coordinate(KineticParameter parameter, ReferenceState state, Options options) {
        Optional<MeasuredConstant> measured =
                Optional.ofNullable(options.measured().get(parameter.address()));
        boolean saturation = parameter.role() == ParameterRole.SATURATION;
        double reference = saturation
                ? state.value(new Symbol(parameter.species().orElseThrow()))
                : state.value(parameter.parameter().symbol());
        Prior unmeasured = saturation
                ? Prior.UniformSaturation.of(reference, Bounds.POSITIVE)
                : new Prior.LogUniform(new Bounds(reference / FREE_FACTOR, reference * FREE_FACTOR));
        Prior prior = measured.map(known -> prior(known, saturation, reference)).orElse(unmeasured);
        return new Coordinate(parameter, reference, prior, measured);
    }

    private static Prior prior(MeasuredConstant known, boolean saturation, double reference) {
        if (known instanceof MeasuredConstant.Estimate estimate) {
            return new Prior.LogNormal(Math.log(estimate.mean()), estimate.deviationLog10() * Math.log(10));
        }
        Bounds bounds = ((MeasuredConstant.Range) known).bounds();
        return saturation ? Prior.UniformSaturation.of(reference, bounds) : new Prior.LogUniform(bounds);
    }

    /**
     * The roles that the space was made from.
     *
     * @return the roles of all parameters of the model
     */
    public ParameterRoles roles() {
        return roles;
    }

    /**
     * The axes.
     *
     * @return the coordinates in the order of the model
     */
    public List<Coordinate> coordinates() {
        return coordinates;
    }

    /**
     * The number of axes.
     *
     * @return how many parameters vary
     */
    public int dimension() {
        return coordinates.size();
    }

    /**
     * The same axes with narrower priors.
     *
     * @param ranges the range of some of the constants, by address
     * @return the space, in which these constants lie in their ranges
     * @throws InputException if a constant does not vary, or its prior and its range have next to nothing in common
     */
    public ParameterSpace within(Map<String, Bounds> ranges) {
        Set<String> missing = new TreeSet<>(ranges.keySet());
        coordinates.forEach(coordinate -> missing.remove(coordinate.address()));
        if (!missing.isEmpty()) {
            throw new InputException(
                    "parameter " + missing.iterator().next(),
                    "does not vary, so that it cannot be kept in a range",
                    "let it vary, or leave the range out");
        }
        List<Coordinate> narrowed = coordinates.stream()
                .map(coordinate -> coordinate.within(ranges.getOrDefault(coordinate.address(), Bounds.POSITIVE)))
                .toList();
        return new ParameterSpace(roles, narrowed, keptReasons);
    }

    /**
     * The constants at some coordinates.
     *
     * @param u the coordinates of {@link Prior#valueAt}, row by row, shape [sets, parameters]
     * @param values receives the constants in the model's units, shape [sets, parameters]; may be the same array
     * @param sets how many rows
     */
    public void values(double[] u, double[] values, int sets) {
        for (int set = 0, place = 0; set < sets; set++) {
            for (Prior prior : priors) {
                values[place] = prior.valueAt(u[place]);
                place++;
            }
        }
    }

    /**
     * The coordinates of some constants, the inverse of {@link #values}.
     *
     * @param values the constants in the model's units, row by row, shape [sets, parameters]
     * @param u receives the coordinates of {@link Prior#valueAt}, shape [sets, parameters]; may be the same array
     * @param sets how many rows
     */
    public void coordinates(double[] values, double[] u, int sets) {
        for (int set = 0, place = 0; set < sets; set++) {
            for (Prior prior : priors) {
                u[place] = prior.coordinateOf(values[place]);
                place++;
            }
        }
    }

    /**
     * Why the other parameters do not vary.
     *
     * @return the reason by address, in the order of the model
     */
    public Map<String, String> kept() {
        return Collections.unmodifiableMap(keptReasons);
    }
}
