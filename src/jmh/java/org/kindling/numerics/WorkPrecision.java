package org.kindling.numerics;

import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.ode.ODEState;

/**
 * Prints what each problem of {@link StiffProblems} costs at each tolerance, and how wrong the solution is, as CSV.
 *
 * <p>The error is the largest over variables and over the times at which the solution is known, most of which lie inside
 * steps; it is relative, but for what is below a millionth of a variable's size. The time is the shortest of some runs.
 */
public final class WorkPrecision {
    private static final int RUNS = 200;

    private WorkPrecision() {}

    /** Runs all problems from 1e-3 to 1e-12. */
    public static void main(String[] arguments) {
        System.out.println("problem,rtol,error,error/rtol,end error/rtol,steps,rejections,evaluations,jacobians,"
                + "decompositions,solutions,ms");
        for (StiffProblem problem : StiffProblems.all()) {
            for (int exponent = 3; exponent <= 12; exponent++) {
                System.out.println(row(problem, Math.pow(10, -exponent)));
            }
        }
    }

    private static String row(StiffProblem problem, double tolerance) {
        double shortest = Double.MAX_VALUE;
        StiffSolution solution = StiffSolution.of(problem, tolerance);
        for (int run = 0; run < RUNS; run++) {
            double[] relative = new double[problem.start().length];
            Arrays.fill(relative, tolerance);
            RadauIntegrator integrator = RadauIntegrator.of(problem.equations(), problem.absolute(tolerance), relative);
            long start = System.nanoTime();
            integrator.integrate(problem.equations(), new ODEState(0, problem.start()), problem.end());
            shortest = Math.min(shortest, 1e-6 * (System.nanoTime() - start));
        }
        StiffStatistics cost = solution.statistics();
        return String.format(
                Locale.ROOT,
                "%s,%.0e,%.2e,%.3f,%.3f,%d,%d,%d,%d,%d,%d,%.3f",
                problem.name(),
                tolerance,
                solution.error(),
                solution.error() / tolerance,
                solution.endError() / tolerance,
                cost.steps(),
                cost.rejections(),
                cost.evaluations(),
                cost.jacobians(),
                cost.decompositions(),
                cost.solutions(),
                shortest);
    }
}
