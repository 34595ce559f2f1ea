package org.kindling.simulation;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;

/** Stops the integration where the margin of a switch changes sign. */
final class SwitchDetector implements ODEEventDetector {

    private static final int MOST_ITERATIONS = 200;

    private final RateSystem system;
    private final int index;
    private final double interval;
    private final double precision;
    private boolean stopped;
    private boolean rising;

    /**
     * A detector.
     *
     * @param system the equations
     * @param index the switch
     * @param interval the longest time between two looks at the margin
     * @param precision how exactly the time is found
     */
    SwitchDetector(RateSystem system, int index, double interval, double precision) {
        this.system = system;
        this.index = index;
        this.interval = interval;
        this.precision = precision;
    }

    /** The switch. */
    int index() {
        return index;
    }

    /** Whether it stopped the integration since the last call. */
    boolean hasStopped() {
        boolean was = stopped;
        stopped = false;
        return was;
    }

    /** Whether the margin was rising where it stopped. */
    boolean rising() {
        return rising;
    }

    @Override
    public AdaptableInterval getMaxCheckInterval() {
        return AdaptableInterval.of(interval);
    }

    @Override
    public int getMaxIterationCount() {
        return MOST_ITERATIONS;
    }

    @Override
    public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
        return new BracketingNthOrderBrentSolver(0, precision, 0, 5);
    }

    @Override
    public ODEEventHandler getHandler() {
        return (state, detector, increasing) -> {
            stopped = true;
            rising = increasing;
            return Action.STOP;
        };
    }

    @Override
    public double g(ODEStateAndDerivative state) {
        return system.margin(index, state.getTime(), state.getPrimaryState());
    }
}
