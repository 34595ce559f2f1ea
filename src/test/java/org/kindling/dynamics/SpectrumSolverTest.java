package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra that are known in closed form, stiff ones and ones near a threshold among them. */
class SpectrumSolverTest {

    /** The slow eigenvalue of {@link #stiff}, without cancellation. */
    private static double slow(double fast, double drain) {
        double trace = 2 * fast + drain;
        return -2 * fast * drain / (trace + Math.sqrt(trace * trace - 4 * fast * drain));
    }

    /** A fast exchange with a slow drain. */
    private static double[] stiff(double fast, double drain) {
        return new double[] {-fast, fast, fast, -(fast + drain)};
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 28, 36, 40, 42, 45, 48, 51})
    void slowModeIsAccurateBesideItsStiffness(int exponent) {
        double fast = Math.scalb(1.0, exponent);
        SpectrumSolver solver = SpectrumSolver.ofOrder(2);

        assertThat(solver.solve(stiff(fast, 0.5))).isTrue();

        double expected = slow(fast, 0.5);
        assertThat(solver.abscissa() / expected - 1).isCloseTo(0, within(1e-15));
    }

    @Test
    void decisionNearAThresholdIsExact() {
        double fast = Math.scalb(1.0, 30);
        double expected = slow(fast, 0.5);
        SpectrumSolver solver = SpectrumSolver.ofOrder(2);

        for (double away : new double[] {1e-15, 1e-12, 1e-9}) {
            Criterion below = Criterion.abscissaBelow(expected * (1 - away));
            Criterion above = Criterion.abscissaBelow(expected * (1 + away));

            solver.solve(stiff(fast, 0.5));
            assertThat(below.accepts(solver.abscissa(), solver.smallestReal())).isTrue();
            assertThat(above.accepts(solver.abscissa(), solver.smallestReal())).isFalse();
        }
    }

    @Test
    void growingModeBesideAFastOneIsSeen() {
        SpectrumSolver solver = SpectrumSolver.ofOrder(2);

        solver.solve(stiff(Math.scalb(1.0, 44), -0.5));

        assertThat(solver.abscissa()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void exactZeroIsUndecided() {
        SpectrumSolver solver = SpectrumSolver.ofOrder(2);

        solver.solve(stiff(1e6, 0));

        assertThat(solver.spectrum().stability()).isEqualTo(Stability.UNDECIDED);
    }

    @Test
    void slowPairKeepsItsImaginaryPart() {
        // Two species in a cycle of three, whose eigenvalues are those of test-models/two_compartment_moiety.xml.
        double[] matrix = {-0.05 - 0.2, -0.05, 0.2, -0.4};
        SpectrumSolver solver = SpectrumSolver.ofOrder(2);

        solver.solve(matrix);

        assertThat(solver.spectrum().real(0)).isCloseTo(-0.325, within(1e-15));
        assertThat(solver.spectrum().imaginary(0)).isCloseTo(Math.sqrt(0.0175) / 2, within(1e-14));
        assertThat(solver.spectrum().real(1)).isEqualTo(solver.spectrum().real(0));
        assertThat(solver.spectrum().imaginary(1)).isEqualTo(-solver.spectrum().imaginary(0));
    }

    @Test
    void triangularMatricesGiveTheirDiagonal() {
        int order = 12;
        SplittableRandom random = new SplittableRandom(3);
        double[] matrix = new double[order * order];
        for (int row = 0; row < order; row++) {
            for (int column = 0; column < row; column++) {
                matrix[row * order + column] = random.nextDouble(-1, 1);
            }
            matrix[row * order + row] = -Math.pow(10, row);
        }
        SpectrumSolver solver = SpectrumSolver.ofOrder(order);

        solver.solve(matrix);

        for (int row = 0; row < order; row++) {
            assertThat(solver.spectrum().real(row)).isCloseTo(-Math.pow(10, row), within(1e-12 * Math.pow(10, row)));
        }
    }

    @Test
    void multipleEigenvaluesSurviveRefinement() {
        double[] matrix = {-1, 1, 0, 0, -1, 1, 0, 0, -1};
        SpectrumSolver solver = SpectrumSolver.ofOrder(3);

        assertThat(solver.solve(matrix)).isTrue();

        // A triple eigenvalue with one eigenvector is determined to the third root of rounding only.
        assertThat(solver.abscissa()).isCloseTo(-1, within(1e-4));
    }

    @Test
    void matrixIsLeftAsItWas() {
        double[] matrix = stiff(1e12, 0.5);
        double[] copy = matrix.clone();

        SpectrumSolver.ofOrder(2).solve(matrix);

        assertThat(matrix).containsExactly(copy);
    }

    @Test
    void errorIsEstimatedFromTheResidual() {
        SpectrumSolver solver = SpectrumSolver.ofOrder(2);
        double[] matrix = stiff(1e6, 0.5);
        solver.solve(matrix);

        Optional<Double> error = solver.relativeError(matrix);

        assertThat(error).hasValueSatisfying(value -> assertThat(value).isLessThan(1e-9));
    }

    @Test
    void errorOfAnotherMatrixIsNoticed() {
        SpectrumSolver solver = SpectrumSolver.ofOrder(2);
        solver.solve(stiff(1e6, 0.5));

        Optional<Double> error = solver.relativeError(stiff(1e6, 0.5 * (1 + 1e-6)));

        assertThat(error).hasValueSatisfying(value -> assertThat(value).isBetween(0.9e-6, 1.1e-6));
    }

    @Test
    void emptyMatrixHasAnEmptySpectrum() {
        SpectrumSolver solver = SpectrumSolver.ofOrder(0);

        assertThat(solver.solve(new double[0])).isTrue();
        assertThat(solver.spectrum().size()).isZero();
        assertThat(solver.relativeError(new double[0])).isEmpty();
    }
}
