package org.kindling.numerics;

import java.util.Arrays;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.StepsizeHelper;
import org.kindling.numerics.StiffFailure.Reason;

/**
 * Integrates stiff differential equations by Radau IIA methods of order 5, 9 and 13.
 *
 * <p>Steps are as long as the error allows: that of each step, at its end and between, is kept below
 * \(a_i + r_i |y_i|\) for each variable i in such a way that the error of the whole solution is about that large. The order
 * suits the tolerances, and linear invariants of the equations are kept to rounding. Step handlers get a solution between
 * the ends of the step that is as exact as at the ends; event detectors work as with every integrator of Hipparchus.
 *
 * <p>Integration goes forward in time only, and without secondary equations. It ends with a {@link StiffFailure} where it
 * cannot go on. An instance belongs to one thread, as its equations do.
 *
 * <p>Sources: E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd edition, section IV.8,
 * ISBN 978-3-540-60452-5; the same, Stiff differential equations solved by Radau methods, J. Comput. Appl. Math. 111, 93
 * (1999), doi:10.1016/S0377-0427(99)00134-X.
 */
public final class RadauIntegrator extends AdaptiveStepsizeIntegrator {
    private static final int DEFAULT_MAX_STEPS = 100_000;

    /** The first step lets no variable change by more than about this share. */
    private static final double FIRST_CHANGE = 1e-3;

    /** The share of the whole time that a first step has at least: what starts at zero has no speed to go by. */
    private static final double SHORTEST_FIRST_STEP = 1e-16;

    private final StiffEquations equations;
    private int maxSteps = DEFAULT_MAX_STEPS;
    private StiffStatistics statistics = new StiffStatistics(0, 0, 0, 0, 0, 0);

    private RadauIntegrator(StiffEquations equations, double[] absolute, double[] relative) {
        super("Radau IIA", 0, Double.MAX_VALUE, absolute, relative);
        this.equations = equations;
    }

    /**
     * Creates an integrator.
     *
     * @param equations the equations, which {@code integrate} is to be called with
     * @param absolute the absolute tolerance of each variable, at least 0
     * @param relative the relative tolerance of each variable, at least 0
     * @return the integrator
     * @throws IllegalArgumentException if an array has another length than the state, or holds another number
     */
    public static RadauIntegrator of(StiffEquations equations, double[] absolute, double[] relative) {
        requireTolerances("absolute", absolute, equations.getDimension());
        requireTolerances("relative", relative, equations.getDimension());
        return new RadauIntegrator(equations, absolute.clone(), relative.clone());
    }

    private static void requireTolerances(String kind, double[] tolerances, int order) {
        if (tolerances.length != order) {
            throw new IllegalArgumentException(
                    tolerances.length + " " + kind + " tolerances do not match " + order + " variables");
        }
        for (double tolerance : tolerances) {
            if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(kind + " tolerance " + tolerance + " is not a number from 0 on");
            }
        }
    }

    /**
     * Limits the number of steps of one integration.
     *
     * @param maxSteps the most steps, at least 1; 100,000 unless set
     * @throws IllegalArgumentException if it is less than 1
     */
    public void setMaxSteps(int maxSteps) {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("the most steps are " + maxSteps + ", but must be at least 1");
        }
        this.maxSteps = maxSteps;
    }

    /**
     * What the last integration cost.
     *
     * @return the numbers up to its last accepted step
     */
    public StiffStatistics statistics() {
        return statistics;
    }

    /**
     * Integrates.
     *
     * @param expandable the equations that the integrator was made for, with nothing added
     * @param initial the time and the state at the start
     * @param end the time at which to end, after the start
     * @return the state at the end, or at the event that stopped the integration
     * @throws StiffFailure if the integration cannot go on
     * @throws IllegalArgumentException if the equations are others or the end is not after the start
     */
    @Override
    public ODEStateAndDerivative integrate(ExpandableODE expandable, ODEState initial, double end) {
        if (expandable.getPrimary() != equations || expandable.getMapper().getNumberOfEquations() > 1) {
            throw new IllegalArgumentException("the equations differ from those that the integrator was made for");
        }
        sanityChecks(initial, end);
        if (end < initial.getTime()) {
            throw new IllegalArgumentException("the end " + end + " is before the start " + initial.getTime());
        }
        setStepStart(initIntegration(expandable, initial, end));
        setIsLastStep(false);
        RadauSteps steps =
                new RadauSteps(equations, absoluteTolerances(), relativeTolerances(), getMinStep(), getMaxStep());
        restart(steps, end);
        do {
            advance(steps, expandable, end);
        } while (!isLastStep());
        ODEStateAndDerivative last = getStepStart();
        resetInternalState();
        return last;
    }

    private void advance(RadauSteps steps, ExpandableODE expandable, double end) {
        if (Thread.currentThread().isInterrupted()) {
            throw new StiffFailure(Reason.INTERRUPTED, steps.time());
        }
        if (steps.steps() >= maxSteps) {
            throw new StiffFailure(Reason.TOO_MANY_STEPS, steps.time());
        }
        CollocationPolynomial polynomial = steps.advance(end);
        incrementEvaluations(steps.statistics().evaluations() - statistics.evaluations());
        statistics = steps.statistics();
        ODEStateAndDerivative reached =
                expandable.getMapper().mapStateAndDerivative(steps.time(), steps.state(), steps.slopes());
        setStepSize(steps.time() - getStepStart().getTime());
        setStepStart(
                acceptStep(new RadauInterpolator(polynomial, getStepStart(), reached, expandable.getMapper()), end));
        if (resetOccurred() && !isLastStep()) {
            restart(steps, end);
        }
    }

    /** Starts, or starts anew where an event has changed the state or the equations. */
    private void restart(RadauSteps steps, double end) {
        ODEStateAndDerivative from = getStepStart();
        double[] state = from.getPrimaryState();
        double[] slopes = from.getPrimaryDerivative();
        if (!StageIteration.finite(slopes)) {
            throw new StiffFailure(Reason.UNDEFINED_RATE, from.getTime());
        }
        StepsizeHelper tolerances = getStepSizeHelper();
        double span = end - from.getTime();
        double first = tolerances.getInitialStep();
        if (!(first > 0)) {
            double fastest = 0;
            for (int i = 0; i < state.length; i++) {
                double scale = Math.max(Double.MIN_NORMAL, tolerances.getTolerance(i, Math.abs(state[i])));
                fastest = Math.max(fastest, Math.abs(slopes[i]) * tolerances.getRelativeTolerance(i) / scale);
            }
            first = Math.max(FIRST_CHANGE / fastest, SHORTEST_FIRST_STEP * span);
        }
        steps.start(from.getTime(), state, slopes, Math.min(first, span));
        statistics = steps.statistics();
    }

    private double[] absoluteTolerances() {
        double[] result = new double[equations.getDimension()];
        Arrays.setAll(result, i -> getStepSizeHelper().getTolerance(i, 0));
        return result;
    }

    private double[] relativeTolerances() {
        double[] result = new double[equations.getDimension()];
        Arrays.setAll(result, i -> getStepSizeHelper().getRelativeTolerance(i));
        return result;
    }
}
