package org.kindling.generators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterRole;
import org.kindling.parameters.ParameterRoles;

/**
 * What a generator sees of a reference state: the logarithms of concentrations, of the turnover of pools and of equilibrium constants,
 * and the inverse hyperbolic sines of fluxes, each standardised over the states that were trained on. Immutable.
 *
 * <p>Displacements from equilibrium are differences of these logarithms. Single features are drawn in to {@link #LIMIT} standard
 * deviations, where a network has learnt something; a state that is {@linkplain #familiar unlike} all that were trained on is
 * better not told at all.
 */
public final class StateFeatures {

    /** Features are kept within so many standard deviations. */
    static final double LIMIT = 3;

    /** A state of a physiology that was trained on has few features outside of their range by chance; other shares were not tried. */
    private static final double LARGEST_SHARE_OUTSIDE = 0.1;

    /** Deviations below this, relative, are rounding errors of a quantity that does not vary. */
    private static final double CONSTANT = 1e-9;

    private final double fluxUnit;
    private final double[] centre;
    private final double[] deviation;
    private final double[] lowest;
    private final double[] highest;

    private StateFeatures(double fluxUnit, double[] centre, double[] deviation, double[] lowest, double[] highest) {
        this.fluxUnit = fluxUnit;
        this.centre = centre;
        this.deviation = deviation;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * Features standardised over some states.
     *
     * @param roles the roles of the model's parameters
     * @param states the states, at least one
     * @return the features
     */
    public static StateFeatures of(ParameterRoles roles, List<ReferenceState> states) {
        double[] sizes = states.stream()
                .flatMapToDouble(state -> Arrays.stream(state.rates()))
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        double unit = sizes.length == 0 ? 1 : sizes[sizes.length / 2];
        List<double[]> rows =
                states.stream().map(state -> raw(roles, state, unit)).toList();
        int count = rows.get(0).length;
        double[] centre = new double[count];
        double[] deviation = new double[count];
        double[] lowest = rows.get(0).clone();
        double[] highest = lowest.clone();
        for (double[] row : rows) {
            for (int k = 0; k < count; k++) {
                centre[k] += row[k] / rows.size();
                lowest[k] = Math.min(lowest[k], row[k]);
                highest[k] = Math.max(highest[k], row[k]);
            }
        }
        for (double[] row : rows) {
            for (int k = 0; k < count; k++) {
                deviation[k] += (row[k] - centre[k]) * (row[k] - centre[k]) / rows.size();
            }
        }
        for (int k = 0; k < count; k++) {
            deviation[k] = Math.sqrt(deviation[k]);
        }
        return new StateFeatures(unit, centre, deviation, lowest, highest);
    }

    /**
     * Features from the arrays of a generator.
     *
     * @param arrays what {@link #addTo} made
     * @return the features
     */
    static StateFeatures of(NamedArrays arrays) {
        return new StateFeatures(
                arrays.number("featureFluxUnit"),
                arrays.numbers("featureCentre"),
                arrays.numbers("featureDeviation"),
                arrays.numbers("featureLowest"),
                arrays.numbers("featureHighest"));
    }

    NamedArrays addTo(NamedArrays arrays) {
        return arrays.with("featureFluxUnit", new double[] {fluxUnit})
                .with("featureCentre", centre)
                .with("featureDeviation", deviation)
                .with("featureLowest", lowest)
                .with("featureHighest", highest);
    }

    /**
     * The number of features.
     *
     * @return how many numbers describe a state
     */
    public int count() {
        return centre.length;
    }

    /**
     * The features of a state.
     *
     * @param roles the roles of the model's parameters
     * @param state the state, of a model of the same network
     * @return standardised features, shape [features]
     * @throws IllegalArgumentException if the state has another number of features
     */
    public double[] at(ParameterRoles roles, ReferenceState state) {
        double[] features = raw(roles, state, fluxUnit);
        if (features.length != centre.length) {
            throw new IllegalArgumentException(
                    "The state has " + features.length + " features, not " + centre.length + ".");
        }
        for (int k = 0; k < features.length; k++) {
            double distance = features[k] - centre[k];
            boolean varies = deviation[k] > CONSTANT * Math.max(1, Math.abs(centre[k]));
            features[k] = varies ? Math.max(-LIMIT, Math.min(LIMIT, distance / deviation[k])) : 0;
        }
        return features;
    }

    /**
     * Whether a state is like those that were trained on: at most a tenth of its features lie outside their range.
     *
     * @param roles the roles of the model's parameters
     * @param state the state, of a model of the same network
     * @return whether what was learnt of the states says something of this one
     */
    public boolean familiar(ParameterRoles roles, ReferenceState state) {
        double[] features = raw(roles, state, fluxUnit);
        int outside = 0;
        for (int k = 0; k < features.length; k++) {
            double slack = CONSTANT * Math.max(1, Math.abs(centre[k]));
            outside += features[k] < lowest[k] - slack || features[k] > highest[k] + slack ? 1 : 0;
        }
        return outside <= LARGEST_SHARE_OUTSIDE * features.length;
    }

    /** In the order of the ids, so that it does not depend on the order of a file. */
    private static double[] raw(ParameterRoles roles, ReferenceState state, double fluxUnit) {
        List<Double> features = new ArrayList<>();
        List<StateVariable> pools = state.equations().states();
        double[] turnovers = state.turnovers();
        IntStream.range(0, turnovers.length)
                .boxed()
                .sorted(Comparator.comparing(pool -> pools.get(pool).symbol().name()))
                .forEach(pool -> {
                    features.add(ln(state.value(pools.get(pool).symbol())));
                    features.add(ln(turnovers[pool]));
                });
        List<RateProcess> processes = state.equations().processes();
        processes.stream()
                .sorted(Comparator.comparing(RateProcess::id))
                .mapToDouble(process -> state.rate(processes.indexOf(process)))
                .forEach(rate -> features.add(asinh(rate / fluxUnit)));
        roles.parameters().stream()
                .filter(parameter -> parameter.role() == ParameterRole.EQUILIBRIUM)
                .sorted(Comparator.comparing(KineticParameter::address))
                .map(parameter -> state.value(parameter.parameter().symbol()))
                .forEach(value -> features.add(ln(value)));
        return features.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What is not positive, or not finite, says nothing. */
    private static double ln(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY ? Math.log(value) : 0;
    }

    private static double asinh(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.hypot(x, 1));
    }
}
