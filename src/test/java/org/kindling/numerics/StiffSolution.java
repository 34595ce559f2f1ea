package org.kindling.numerics;

import java.util.Arrays;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** How far a numerical solution of a {@link StiffProblem} is from the exact one, within steps and at the end. */
record StiffSolution(double error, double endError, StiffStatistics statistics) {

    /** Integrates once, with dense output at the known times. */
    static StiffSolution of(StiffProblem problem, double tolerance) {
        double[] relative = new double[problem.start().length];
        Arrays.fill(relative, tolerance);
        RadauIntegrator integrator = RadauIntegrator.of(problem.equations(), problem.absolute(tolerance), relative);
        double[] errors = new double[problem.times()];
        Arrays.fill(errors, Double.NaN);
        integrator.addStepHandler(interpolator -> measure(problem, interpolator, errors));
        double[] end = integrator
                .integrate(problem.equations(), new ODEState(0, problem.start()), problem.end())
                .getPrimaryState();
        double largest = 0;
        for (double error : errors) {
            largest = Math.max(largest, error);
        }
        return new StiffSolution(largest, problem.error(problem.times() - 1, end), integrator.statistics());
    }

    private static void measure(StiffProblem problem, ODEStateInterpolator step, double[] errors) {
        for (int k = 0; k < errors.length; k++) {
            double time = problem.time(k);
            if (time > step.getPreviousState().getTime()
                    && time <= step.getCurrentState().getTime()) {
                errors[k] = problem.error(k, step.getInterpolatedState(time).getPrimaryState());
            }
        }
    }
}
