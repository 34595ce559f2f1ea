package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RadauMethodTest {

    static List<RadauMethod> methods() {
        return RadauMethod.ALL;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nodesIntegratePolynomialsUpToTheOrder(RadauMethod method) {
        int s = method.stages();
        // The weights of the quadrature are the integrals that the first s powers leave open: A^-1 b = last unit
        // vector.
        for (int power = 1; power < method.order(); power++) {
            double sum = 0;
            double[] weights = quadrature(method);
            for (int i = 0; i < s; i++) {
                sum += weights[i] * Math.pow(method.nodes[i], power - 1);
            }
            assertThat(sum).as("integral of power %d", power - 1).isCloseTo(1.0 / power, within(2e-14));
        }
    }

    private static double[] quadrature(RadauMethod method) {
        int s = method.stages();
        double[] powers = new double[s * s];
        double[] integrals = new double[s];
        for (int power = 0; power < s; power++) {
            integrals[power] = 1.0 / (power + 1);
            for (int i = 0; i < s; i++) {
                powers[power * s + i] = Math.pow(method.nodes[i], power);
            }
        }
        LuDecomposition lu = LuDecomposition.ofOrder(s);
        lu.factor(powers);
        lu.solve(integrals);
        return integrals;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void transformationSplitsTheSlopesIntoBlocks(RadauMethod method) {
        int s = method.stages();
        double[] slopes = new double[s];
        for (int column = 0; column < s; column++) {
            double[] expected = new double[s];
            int first = (column + 1) / 2 * 2 - 1;
            if (column == 0) {
                expected[0] = method.eigenvalues[0];
            } else {
                expected[first] = column == first ? method.eigenvalues[first] : -method.eigenvalues[first + 1];
                expected[first + 1] = column == first ? method.eigenvalues[first + 1] : method.eigenvalues[first];
            }
            double[] vector = new double[s];
            for (int i = 0; i < s; i++) {
                method.basisSlopes(method.nodes[i], slopes);
                for (int j = 0; j < s; j++) {
                    vector[i] += slopes[j] * method.transformation[j][column];
                }
            }
            for (int i = 0; i < s; i++) {
                double actual = 0;
                double size = 0;
                for (int j = 0; j < s; j++) {
                    actual += method.inverse[i][j] * vector[j];
                    size += Math.abs(method.inverse[i][j] * vector[j]);
                }
                assertThat(actual).isCloseTo(expected[i], within(1e-13 * Math.max(1, size)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shapesOfTheErrorVanishWhereTheSolutionIsRight(RadauMethod method) {
        assertThat(method.defect(0)).isCloseTo(0, within(1e-15));
        assertThat(method.defect(1)).isCloseTo(0, within(1e-15));
        assertThat(method.defectSlope(0)).isEqualTo(1);
        assertThat(method.wave(0)).isZero();
        for (double node : method.nodes) {
            assertThat(method.wave(node)).isCloseTo(0, within(1e-15));
            assertThat(method.defectSlope(node)).isCloseTo(0, within(1e-15));
        }
        assertThat(method.waveSlope(method.between))
                .isCloseTo(method.eigenvalues[0] * method.wave(method.between), within(1e-13));
        double step = 1e-6;
        for (double theta = 0.05; theta < 1; theta += 0.1) {
            assertThat((method.defect(theta + step) - method.defect(theta - step)) / (2 * step))
                    .isCloseTo(method.defectSlope(theta), within(1e-8));
            assertThat((method.wave(theta + step) - method.wave(theta - step)) / (2 * step))
                    .isCloseTo(method.waveSlope(theta), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void denseOutputGainsAnOrderFromTheDefects(RadauMethod method) {
        // With 13th order, shorter steps are lost in rounding.
        double step = method.stages() == 7 ? 0.2 : 0.1;
        double ratio = errorWithin(method, step) / errorWithin(method, step / 2);
        // Measured: 4.8, 6.7 and 8.3; the collocation polynomial itself has s + 1.
        assertThat(Math.log(ratio) / Math.log(2)).isGreaterThan(method.stages() + 1.25);
    }

    /** The largest error within one step of y' = -y^2 from 1. */
    private static double errorWithin(RadauMethod method, double step) {
        StiffEquations equations = new StiffProblems.DenseEquations(1) {
            @Override
            public void derivatives(double time, double[] state, double[] slopes) {
                slopes[0] = -state[0] * state[0];
            }

            @Override
            public void jacobian(double time, double[] state, double[] values) {
                values[0] = -2 * state[0];
            }
        };
        StageIteration iteration = new StageIteration(equations);
        double[] start = {1};
        double[] jacobian = {-2};
        iteration.factor(method, step, jacobian);
        iteration.predictNothing();
        assertThat(iteration.solve(0, start, new double[] {1e13})).isEqualTo(StageIteration.Outcome.CONVERGED);
        double[] error = new double[1];
        double[] wave = new double[1];
        iteration.estimateError(new double[] {-1}, error);
        iteration.estimateBetween(0, start, wave);
        CollocationPolynomial polynomial =
                new CollocationPolynomial(method, 0, step, start, iteration.increments(), new double[][] {error, wave});
        double largest = 0;
        for (double theta = 0; theta <= 1; theta += 0.01) {
            double time = theta * step;
            largest = Math.max(largest, Math.abs(polynomial.value(time)[0] - 1 / (1 + time)));
        }
        return largest;
    }
}
