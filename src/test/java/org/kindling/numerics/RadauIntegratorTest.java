package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.junit.jupiter.api.Test;
import org.kindling.numerics.StiffFailure.Reason;

class RadauIntegratorTest {

    @Test
    void explicitTimeIsFollowed() {
        // Prothero and Robinson: y' = -1e6 (y - sin t) + cos t.
        StiffEquations equations = scalar((t, y) -> -1e6 * (y - Math.sin(t)) + Math.cos(t), (t, y) -> -1e6);
        List<Double> errors = new ArrayList<>();
        RadauIntegrator integrator = integrator(equations, 1e-8);
        integrator.addStepHandler(step -> {
            double middle = 0.5
                    * (step.getPreviousState().getTime()
                            + step.getCurrentState().getTime());
            ODEStateAndDerivative state = step.getInterpolatedState(middle);
            errors.add(Math.abs(state.getPrimaryState()[0] - Math.sin(middle)));
            assertThat(state.getPrimaryDerivative()[0]).isCloseTo(Math.cos(middle), within(1e-5));
        });
        integrator.integrate(equations, new ODEState(0, new double[] {0}), 10);
        assertThat(errors).allMatch(error -> error < 1e-8).hasSizeLessThan(60);
    }

    @Test
    void relaxationOscillationsAreFollowed() {
        // Van der Pol with eps = 1e-6; y(2) by the reference program of StiffProblems.
        StiffEquations equations = new StiffProblems.DenseEquations(2) {
            @Override
            public void derivatives(double time, double[] y, double[] slopes) {
                slopes[0] = y[1];
                slopes[1] = 1e6 * ((1 - y[0] * y[0]) * y[1] - y[0]);
            }

            @Override
            public void jacobian(double time, double[] y, double[] values) {
                values[0] = 0;
                values[1] = 1;
                values[2] = 1e6 * (-2 * y[0] * y[1] - 1);
                values[3] = 1e6 * (1 - y[0] * y[0]);
            }
        };
        RadauIntegrator integrator = integrator(equations, 1e-8);
        double[] end = integrator
                .integrate(equations, new ODEState(0, new double[] {2, 0}), 2)
                .getPrimaryState();
        assertThat(end[0]).isCloseTo(1.706167732170465, within(1e-7));
        assertThat(end[1]).isCloseTo(-0.8928097010248, within(1e-7));
        assertThat(integrator.statistics().steps()).isLessThan(250);
    }

    @Test
    void rootsStopTheIntegration() {
        StiffEquations equations = scalar((t, y) -> -1000 * (y - Math.cos(t)), (t, y) -> -1000);
        RadauIntegrator integrator = integrator(equations, 1e-9);
        integrator.addEventDetector(
                new Detector(state -> state.getPrimaryState()[0] - 0.5, (state, detector, increasing) -> Action.STOP));
        ODEStateAndDerivative stopped = integrator.integrate(equations, new ODEState(0, new double[] {1}), 10);
        // y = (cos t + w sin t) / (1 + w^2) + ... with w = 1/1000, the transient long gone.
        double w = 1e-3;
        double time = stopped.getTime();
        assertThat((Math.cos(time) + w * Math.sin(time)) / (1 + w * w)).isCloseTo(0.5, within(1e-8));
        assertThat(stopped.getPrimaryState()[0]).isCloseTo(0.5, within(1e-10));
    }

    @Test
    void changedEquationsAreTakenUpAtTheEvent() {
        double[] rate = {-1};
        StiffEquations equations = scalar((t, y) -> rate[0] * y, (t, y) -> rate[0]);
        RadauIntegrator integrator = integrator(equations, 1e-10);
        integrator.addEventDetector(
                new Detector(state -> state.getTime() - Math.sqrt(2), (state, detector, increasing) -> {
                    rate[0] = -1e5;
                    return Action.RESET_DERIVATIVES;
                }));
        double end = integrator.integrate(equations, new ODEState(0, new double[] {1}), Math.sqrt(2) + 1e-4)
                .getPrimaryState()[0];
        assertThat(end).isCloseTo(Math.exp(-Math.sqrt(2) - 10), within(1e-8 * end));
    }

    @Test
    void dampedSystemsOfUnequalScalesKeepTheirTolerances() {
        // A fast species of 1e-9 that follows a slow one of 1e3.
        StiffEquations equations = new StiffProblems.DenseEquations(2) {
            @Override
            public void derivatives(double time, double[] y, double[] slopes) {
                slopes[0] = -y[0];
                slopes[1] = 1e-12 * y[0] * 1e10 - 1e10 * y[1];
            }

            @Override
            public void jacobian(double time, double[] y, double[] values) {
                values[0] = -1;
                values[1] = 0;
                values[2] = 1e-12 * 1e10;
                values[3] = -1e10;
            }
        };
        RadauIntegrator integrator =
                RadauIntegrator.of(equations, new double[] {1e-8, 1e-20}, new double[] {1e-10, 1e-10});
        double[] end = integrator
                .integrate(equations, new ODEState(0, new double[] {1e3, 0}), 3)
                .getPrimaryState();
        assertThat(end[0]).isCloseTo(1e3 * Math.exp(-3), within(1e-9 * end[0]));
        assertThat(end[1]).isCloseTo(1e-9 * Math.exp(-3), within(1e-9 * end[1]));
    }

    @Test
    void tolerancesBelowRoundingAreMetAsFarAsRoundingAllows() {
        // Fast modes are differences of variables of size 1, so that their absolute tolerance of 1e-18 cannot be met.
        double[] rates = {-1, -1e4, -1e9, -1e13};
        double[][] modes = {{1, 1, 0, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}, {1, 2, 1, 1}};
        double[][] inverse = {{0, -1, 1, 0}, {0, 0, -1, 1}, {-1, 0, 1, 0}, {1, 1, 0, -1}};
        StiffProblem problem = StiffProblems.linear("Differences", rates, modes, inverse);
        RadauIntegrator integrator =
                RadauIntegrator.of(problem.equations(), tolerances(4, 1e-18), tolerances(4, 1e-12));
        double[] end = integrator
                .integrate(problem.equations(), new ODEState(0, problem.start()), problem.end())
                .getPrimaryState();
        assertThat(end[0]).isCloseTo(Math.exp(-problem.end()), within(1e-12));
        assertThat(integrator.statistics().steps()).isLessThan(2_000);
    }

    @Test
    void infiniteDerivativesSlowTheIterationOnly() {
        // y' = 1 - sqrt(y) from 0, where the Jacobian is infinite.
        StiffEquations equations = scalar((t, y) -> 1 - Math.sqrt(y), (t, y) -> -0.5 / Math.sqrt(y));
        double end = integrator(equations, 1e-8)
                .integrate(equations, new ODEState(0, new double[] {0}), 1)
                .getPrimaryState()[0];
        // t = -2 (sqrt y + ln(1 - sqrt y)).
        assertThat(-2 * (Math.sqrt(end) + Math.log(1 - Math.sqrt(end)))).isCloseTo(1, within(1e-7));
    }

    @Test
    void ratesUndefinedBeyondAPointAreAFailureThere() {
        StiffEquations equations = scalar((t, y) -> -1 / Math.sqrt(y), (t, y) -> 0.5 * Math.pow(y, -1.5));
        // y = (1 - 1.5 t)^(2/3) is gone at 2/3.
        assertThatExceptionOfType(StiffFailure.class)
                .isThrownBy(() ->
                        integrator(equations, 1e-6).integrate(equations, new ODEState(0, new double[] {1}), 1))
                .satisfies(failure -> {
                    assertThat(failure.reason()).isIn(Reason.UNDEFINED_RATE, Reason.STEP_TOO_SMALL);
                    assertThat(failure.time()).isCloseTo(2.0 / 3, within(1e-4));
                    assertThat(failure.getMessage()).contains(Double.toString(failure.time()));
                });
    }

    @Test
    void ratesUndefinedAtTheStartAreAFailure() {
        StiffEquations equations = scalar((t, y) -> Math.log(y), (t, y) -> 1 / y);
        assertThat(failure(integrator(equations, 1e-6), equations, -1).reason()).isEqualTo(Reason.UNDEFINED_RATE);
    }

    @Test
    void ratesUndefinedAfterTheStartAreAFailure() {
        StiffEquations equations = scalar((t, y) -> t > 0 ? Double.NaN : 1, (t, y) -> 0);
        assertThat(failure(integrator(equations, 1e-6), equations, 1).reason()).isEqualTo(Reason.UNDEFINED_RATE);
    }

    @Test
    void explosionIsAFailureAtItsTime() {
        StiffEquations equations = scalar((t, y) -> y * y, (t, y) -> 2 * y);
        StiffFailure failure = failure(integrator(equations, 1e-8), equations, 2);
        assertThat(failure.time()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void stepsAreCounted() {
        StiffProblem problem = StiffProblems.brusselator();
        RadauIntegrator integrator = integrator(problem.equations(), 1e-8);
        integrator.setMaxSteps(5);
        assertThatExceptionOfType(StiffFailure.class)
                .isThrownBy(() -> integrator.integrate(problem.equations(), new ODEState(0, problem.start()), 20))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY_STEPS));
        assertThat(integrator.statistics().steps()).isEqualTo(5);
        assertThat(integrator.getEvaluations())
                .isEqualTo(integrator.statistics().evaluations());
    }

    @Test
    void interruptionEndsTheIntegration() {
        StiffEquations equations = scalar((t, y) -> -y, (t, y) -> -1);
        Thread.currentThread().interrupt();
        StiffFailure failure = failure(integrator(equations, 1e-6), equations, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
    }

    @Test
    void shortestStepsAreRespected() {
        StiffProblem problem = StiffProblems.robertson();
        RadauIntegrator integrator = integrator(problem.equations(), 1e-8);
        integrator.setStepSizeControl(1, 1e10, tolerances(3, 1e-14), tolerances(3, 1e-8));
        assertThatExceptionOfType(StiffFailure.class)
                .isThrownBy(() -> integrator.integrate(problem.equations(), new ODEState(0, problem.start()), 40))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.STEP_TOO_SMALL));
    }

    @Test
    void otherEquationsAndDirectionsAreRefused() {
        StiffEquations equations = scalar((t, y) -> -y, (t, y) -> -1);
        RadauIntegrator integrator = integrator(equations, 1e-6);
        ODEState start = new ODEState(0, new double[] {1});
        StiffEquations others = scalar((t, y) -> y, (t, y) -> 1);
        assertThatIllegalArgumentException().isThrownBy(() -> integrator.integrate(others, start, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> integrator.integrate(equations, start, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadauIntegrator.of(equations, new double[2], new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadauIntegrator.of(equations, new double[] {-1}, new double[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> integrator.setMaxSteps(0));
    }

    @Test
    void restIsKept() {
        StiffEquations equations = scalar((t, y) -> 0, (t, y) -> 0);
        RadauIntegrator integrator = integrator(equations, 1e-6);
        assertThat(integrator
                        .integrate(equations, new ODEState(5, new double[] {3}), 1e6)
                        .getPrimaryState())
                .containsExactly(3);
        assertThat(integrator.statistics().steps()).isLessThan(5);
    }

    @Test
    void sameIntegrationGivesTheSameNumbers() {
        StiffProblem problem = StiffProblems.hires();
        List<double[]> ends = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            ends.add(integrator(problem.equations(), 1e-7)
                    .integrate(problem.equations(), new ODEState(0, problem.start()), problem.end())
                    .getPrimaryState());
        }
        assertThat(ends.get(1)).containsExactly(ends.get(0));
    }

    private static StiffFailure failure(RadauIntegrator integrator, StiffEquations equations, double start) {
        List<StiffFailure> caught = new ArrayList<>();
        assertThatExceptionOfType(StiffFailure.class)
                .isThrownBy(() -> integrator.integrate(equations, new ODEState(0, new double[] {start}), 1))
                .satisfies(caught::add);
        return caught.get(0);
    }

    private static double[] tolerances(int order, double tolerance) {
        double[] result = new double[order];
        Arrays.fill(result, tolerance);
        return result;
    }

    private static RadauIntegrator integrator(StiffEquations equations, double tolerance) {
        int order = equations.getDimension();
        return RadauIntegrator.of(equations, tolerances(order, 1e-6 * tolerance), tolerances(order, tolerance));
    }

    private static StiffEquations scalar(DoubleBinaryOperator slope, DoubleBinaryOperator derivative) {
        return new StiffProblems.DenseEquations(1) {
            @Override
            public void derivatives(double time, double[] state, double[] slopes) {
                slopes[0] = slope.applyAsDouble(time, state[0]);
            }

            @Override
            public void jacobian(double time, double[] state, double[] values) {
                values[0] = derivative.applyAsDouble(time, state[0]);
            }
        };
    }

    /** An event where a function of the state changes its sign. */
    private record Detector(ToDoubleFunction<ODEStateAndDerivative> function, ODEEventHandler handler)
            implements ODEEventDetector {
        @Override
        public AdaptableInterval getMaxCheckInterval() {
            return (state, forward) -> 0.1;
        }

        @Override
        public int getMaxIterationCount() {
            return 100;
        }

        @Override
        public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
            return new BracketingNthOrderBrentSolver(0, 1e-13, 0, 5);
        }

        @Override
        public ODEEventHandler getHandler() {
            return handler;
        }

        @Override
        public double g(ODEStateAndDerivative state) {
            return function.applyAsDouble(state);
        }
    }
}
