package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.ode.ODEState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Error against tolerance, on problems whose solutions are known. */
class RadauIntegratorReferenceTest {

    static Stream<Arguments> problemsAndTolerances() {
        return StiffProblems.all().stream()
                .flatMap(problem -> IntStream.rangeClosed(3, 12)
                        .mapToObj(exponent -> Arguments.of(problem, Math.pow(10, -exponent))));
    }

    @ParameterizedTest
    @MethodSource("problemsAndTolerances")
    void errorIsThatOfTheTolerance(StiffProblem problem, double tolerance) {
        StiffSolution solution = StiffSolution.of(problem, tolerance);
        // Measured: at most 0.8 tolerances, within steps and at the end.
        assertThat(solution.error()).isLessThan(10 * tolerance);
        assertThat(solution.endError()).isLessThan(10 * tolerance);
    }

    static List<StiffProblem> problems() {
        return StiffProblems.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void noToleranceIsUnlucky(StiffProblem problem) {
        for (int tenth = 30; tenth <= 120; tenth++) {
            double tolerance = Math.pow(10, -0.1 * tenth);
            // Measured: at most 2.2 tolerances.
            assertThat(StiffSolution.of(problem, tolerance).error()).isLessThan(10 * tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("problemsAndTolerances")
    void costGrowsSlowlyWithAccuracy(StiffProblem problem, double tolerance) {
        StiffStatistics cost = StiffSolution.of(problem, tolerance).statistics();
        // Measured: 86 steps or fewer up to 1e-6, 303 at 1e-12.
        assertThat(cost.steps()).isLessThan(tolerance > 1e-7 ? 150 : 500);
        assertThat(cost.rejections()).isLessThan(10 + cost.steps() / 2);
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void linearInvariantsAreKept(long seed) {
        int species = 30;
        RandomKinetics equations = RandomKinetics.of(species, 50, 6, seed);
        double[] start = new double[species];
        Arrays.setAll(start, i -> Math.pow(10, 2 * Math.sin(seed + 7.0 * i)));
        double[] tolerances = new double[species];
        Arrays.fill(tolerances, 1e-9);
        double[] absolute = new double[species];
        Arrays.fill(absolute, 1e-15);
        RadauIntegrator integrator = RadauIntegrator.of(equations, absolute, tolerances);
        double total = Arrays.stream(start).sum();
        double carriers = start[species - 2] + start[species - 1];
        integrator.addStepHandler(step -> {
            double[] end = step.getCurrentState().getPrimaryState();
            // Measured: 7e-15. Over longer times the rounding of the slopes adds up, as it would with any method.
            assertThat(Math.abs(Arrays.stream(end).sum() / total - 1)).isLessThan(1e-13);
            assertThat(Math.abs((end[species - 2] + end[species - 1]) / carriers - 1))
                    .isLessThan(1e-12);
            double middle = 0.5
                    * (step.getPreviousState().getTime()
                            + step.getCurrentState().getTime());
            double[] within = step.getInterpolatedState(middle).getPrimaryState();
            assertThat(Math.abs(Arrays.stream(within).sum() / total - 1)).isLessThan(1e-13);
        });
        integrator.integrate(equations, new ODEState(0, start), 1e4);
        assertThat(integrator.statistics().steps()).isLessThan(300);
    }
}
