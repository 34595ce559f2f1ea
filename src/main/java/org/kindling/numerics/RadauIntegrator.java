package org.kindling.numerics;

import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.kindling.numerics.StiffFailure.Reason;

/**
 * Integrates stiff differential equations forward in time by Radau IIA methods of order 5, 9 and 13, as the tolerances ask.
 */
public final class RadauIntegrator extends AdaptiveStepsizeIntegrator {
    private static final int DEFAULT_MOST_STEPS = 100_000;

    private final StiffEquations equations;
    private int mostSteps = DEFAULT_MOST_STEPS;
    private StiffStatistics statistics = new StiffStatistics(0, 0, 0, 0, 0, 0);

    private RadauIntegrator(StiffEquations equations, double[] absolute, double[] relative) {
        super("Radau IIA", 0, Double.MAX_VALUE, absolute, relative);
        this.equations = equations;
    }

    /**
     * Creates an integrator.
     *
     * @param equations the equations
     * @param absolute the absolute tolerance of each variable
     * @param relative the relative tolerance of each variable
     * @return the integrator
     * @throws IllegalArgumentException if an array has another length than the state or holds a tolerance that is negative
     */
    public static RadauIntegrator of(StiffEquations equations, double[] absolute, double[] relative) {
        return new RadauIntegrator(equations, absolute.clone(), relative.clone());
    }

    /**
     * Limits the number of steps.
     *
     * @param steps the most steps of one integration
     */
    public void setMostSteps(int steps) {
        this.mostSteps = steps;
    }

    /**
     * What the last integration cost.
     *
     * @return the numbers up to its end or failure
     */
    public StiffStatistics statistics() {
        return statistics;
    }

    @Override
    public ODEStateAndDerivative integrate(ExpandableODE expandable, ODEState initial, double end) {
        sanityChecks(initial, end);
        setStepStart(initIntegration(expandable, initial, end));
        setIsLastStep(false);
        RadauSteps steps = new RadauSteps(equations, tolerances(true), tolerances(false), getMaxStep());
        restart(steps, end);
        do {
            if (Thread.currentThread().isInterrupted()) {
                throw new StiffFailure(Reason.INTERRUPTED, steps.time());
            }
            if (steps.steps() >= mostSteps) {
                throw new StiffFailure(Reason.TOO_MANY_STEPS, steps.time());
            }
            CollocationPolynomial polynomial = steps.advance(end);
            statistics = steps.statistics();
            ODEStateAndDerivative reached =
                    expandable.getMapper().mapStateAndDerivative(steps.time(), steps.state(), steps.slopes());
            setStepSize(steps.time() - getStepStart().getTime());
            setStepStart(acceptStep(
                    new RadauInterpolator(polynomial, getStepStart(), reached, expandable.getMapper()), end));
            if (resetOccurred()) {
                restart(steps, end);
            }
        } while (!isLastStep());
        ODEStateAndDerivative last = getStepStart();
        resetInternalState();
        return last;
    }

    private void restart(RadauSteps steps, double end) {
        ODEStateAndDerivative from = getStepStart();
        double[] state = from.getPrimaryState();
        double[] slopes = from.getPrimaryDerivative();
        if (!StageIteration.finite(slopes)) {
            throw new StiffFailure(Reason.UNDEFINED_RATE, from.getTime());
        }
        double fastest = 0;
        for (int i = 0; i < state.length; i++) {
            double tolerance = getStepSizeHelper().getTolerance(i, Math.abs(state[i]));
            double relative = getStepSizeHelper().getRelativeTolerance(i);
            fastest = Math.max(fastest, Math.abs(slopes[i]) / tolerance * relative);
        }
        double span = end - from.getTime();
        double first = getStepSizeHelper().getInitialStep();
        steps.start(from.getTime(), state, slopes, first > 0 ? first : Math.min(span, 1e-3 / fastest));
    }

    private double[] tolerances(boolean absolute) {
        double[] result = new double[getStepSizeHelper().getMainSetDimension()];
        for (int i = 0; i < result.length; i++) {
            result[i] = absolute
                    ? getStepSizeHelper().getTolerance(i, 0)
                    : getStepSizeHelper().getRelativeTolerance(i);
        }
        return result;
    }
}
