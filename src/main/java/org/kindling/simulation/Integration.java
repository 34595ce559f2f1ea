package org.kindling.simulation;

import java.util.List;
import java.util.Optional;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.kindling.numerics.RadauIntegrator;
import org.kindling.numerics.StiffFailure;

/**
 * One integration, in pieces between the times at which the switches of piecewise laws turn, so that each piece is smooth.
 */
final class Integration {

    /** More turns of switches than this mean that a condition chatters. */
    private static final int MOST_PIECES = 20_000;

    /** Margins of switches are looked at this often in a simulation at least. */
    private static final int FEWEST_LOOKS = 500;

    /** How far ahead, in terms of the whole time, the side of a margin that is 0 is looked for. */
    private static final double AHEAD = 1e-9;

    private final RateSystem system;
    private final RadauIntegrator integrator;
    private final List<SwitchDetector> detectors;
    private final List<Double> stops;
    private final double end;

    /**
     * An integration from time 0.
     *
     * @param system the equations
     * @param times when switches turn
     * @param integrator the integrator
     * @param end the last time
     */
    Integration(RateSystem system, SwitchTimes times, RadauIntegrator integrator, double end) {
        this.system = system;
        this.integrator = integrator;
        this.end = end;
        this.stops = times.between(system, end);
        this.detectors = times.others().stream()
                .map(index -> new SwitchDetector(system, index, end / FEWEST_LOOKS, end * 1e-14))
                .toList();
        detectors.forEach(integrator::addEventDetector);
    }

    /**
     * Integrates.
     *
     * @param from the state at time 0, shape [states]
     * @return the state at the end; empty where a switch turns back and forth without end
     * @throws StiffFailure if the integration fails for another reason
     */
    Optional<double[]> run(double[] from) {
        double time = 0;
        double[] state = from.clone();
        system.settle(time, state, moment());
        int next = 0;
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            while (next < stops.size() && stops.get(next) <= time) {
                next++;
            }
            double to = next < stops.size() ? stops.get(next) : end;
            if (!(time < to)) {
                return Optional.of(state);
            }
            ODEStateAndDerivative reached = integrator.integrate(system, new ODEState(time, state), to);
            time = reached.getTime();
            state = reached.getPrimaryState();
            system.settle(time, state, moment());
            if (!turnStopped(time, state)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private double moment() {
        return AHEAD * end;
    }

    /**
     * Turns the comparisons that stopped the integration, whatever rounding says. False where the law on the new side leads
     * straight back to the old one, so that there is no solution beyond.
     */
    private boolean turnStopped(double time, double[] state) {
        List<SwitchDetector> stopped = detectors.stream()
                .filter(detector -> detector.hasStopped() && system.isComparison(detector.index()))
                .toList();
        stopped.forEach(
                detector -> system.turn(detector.index(), detector.rising() ? Double.MIN_VALUE : -Double.MIN_VALUE));
        return stopped.stream().allMatch(detector -> system.staysTurned(detector.index(), time, state, moment()));
    }
}
