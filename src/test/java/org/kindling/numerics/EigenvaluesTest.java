package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvaluesTest {
    @Test
    void orderZeroHasNoEigenvalues() {
        Eigenvalues eigenvalues = compute();

        assertThat(eigenvalues.converged()).isTrue();
        assertThat(eigenvalues.abscissa()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(eigenvalues.smallestReal()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void orderOneIsItsEntry() {
        Eigenvalues eigenvalues = compute(-3.5);

        assertThat(eigenvalues.abscissa()).isEqualTo(-3.5);
        assertThat(eigenvalues.smallestReal()).isEqualTo(-3.5);
        assertThat(eigenvalues.imaginary(0)).isZero();
    }

    @Test
    void realPairOfOrderTwoIsSorted() {
        Eigenvalues eigenvalues = compute(-2, 1, 1, -2);

        assertThat(eigenvalues.real(0)).isCloseTo(-1, within(1e-15));
        assertThat(eigenvalues.real(1)).isCloseTo(-3, within(1e-15));
    }

    @Test
    void rotationHasAConjugatePairWithThePositiveImaginaryPartFirst() {
        Eigenvalues eigenvalues = compute(1, 2, -2, 1);

        assertThat(eigenvalues.real(0)).isCloseTo(1, within(1e-15));
        assertThat(eigenvalues.imaginary(0)).isCloseTo(2, within(1e-15));
        assertThat(eigenvalues.imaginary(1)).isCloseTo(-2, within(1e-15));
    }

    @Test
    void zeroMatrixHasZeroEigenvalues() {
        Eigenvalues eigenvalues = compute(new double[16]);

        assertThat(eigenvalues.converged()).isTrue();
        assertThat(eigenvalues.abscissa()).isZero();
        assertThat(eigenvalues.smallestReal()).isZero();
    }

    @Test
    void inputIsLeftAsItWas() {
        double[] matrix = {1, 2, 3, 4, 5, 6, 7, 8, 10};
        double[] copy = matrix.clone();

        Eigenvalues.ofOrder(3).compute(matrix);

        assertThat(matrix).isEqualTo(copy);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void entriesThatAreNotFiniteAreRefused(double entry) {
        assertThatThrownBy(() -> compute(1, 2, entry, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(entry));
    }

    @Test
    void wrongLengthIsRefused() {
        assertThatThrownBy(() -> Eigenvalues.ofOrder(2).compute(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 entries");
    }

    @Test
    void negativeOrderIsRefused() {
        assertThatThrownBy(() -> Eigenvalues.ofOrder(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void companionMatrixGivesTheRootsOfUnity() {
        int order = 12;
        double[] matrix = new double[order * order];
        for (int i = 0; i < order; i++) {
            matrix[i * order + (i + 1) % order] = 1;
        }

        Eigenvalues eigenvalues = compute(matrix);

        assertThat(eigenvalues.converged()).isTrue();
        for (int k = 0; k < order; k++) {
            double angle = Math.atan2(eigenvalues.imaginary(k), eigenvalues.real(k)) * order / (2 * Math.PI);
            assertThat(Math.hypot(eigenvalues.real(k), eigenvalues.imaginary(k)))
                    .isCloseTo(1, within(1e-14));
            assertThat(angle).isCloseTo(Math.rint(angle), within(1e-13));
        }
    }

    @Test
    void frankMatrixHasReciprocalPairs() {
        int order = 8;
        double[] matrix = new double[order * order];
        for (int i = 0; i < order; i++) {
            for (int j = Math.max(0, i - 1); j < order; j++) {
                matrix[i * order + j] = order - Math.max(i, j);
            }
        }

        Eigenvalues eigenvalues = compute(matrix);

        for (int k = 0; k < order; k++) {
            assertThat(eigenvalues.real(k) * eigenvalues.real(order - 1 - k))
                    .isCloseTo(1, within(2e-9)); // observed 2e-10
        }
    }

    @Test
    void jordanBlockSplitsByTheRootOfTheRoundingError() {
        int order = 3;
        double[] matrix = {2, 1, 0, 0, 2, 1, 0, 0, 2};
        double[] similar = new double[order * order];
        double[][] t = {{1, 2, 0}, {0, 1, 3}, {1, 0, 1}};
        double[][] inverse = {{1.0 / 7, -2.0 / 7, 6.0 / 7}, {3.0 / 7, 1.0 / 7, -3.0 / 7}, {-1.0 / 7, 2.0 / 7, 1.0 / 7}};
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                for (int k = 0; k < order; k++) {
                    for (int l = 0; l < order; l++) {
                        similar[i * order + j] += t[i][k] * matrix[k * order + l] * inverse[l][j];
                    }
                }
            }
        }

        Eigenvalues eigenvalues = compute(similar);

        assertThat(eigenvalues.converged()).isTrue();
        assertThat(eigenvalues.abscissa()).isCloseTo(2, within(1e-4));
        assertThat(eigenvalues.real(0) + eigenvalues.real(1) + eigenvalues.real(2))
                .isCloseTo(6, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 20, 44, 85, 130})
    void traceAndSumOfSquaresAreKept(int order) {
        SplittableRandom random = new SplittableRandom(order);
        double[] matrix = random.doubles((long) order * order, -1, 1).toArray();
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < order; i++) {
            trace += matrix[i * order + i];
            for (int j = 0; j < order; j++) {
                squares += matrix[i * order + j] * matrix[j * order + i];
            }
        }

        Eigenvalues eigenvalues = compute(matrix);

        double sum = 0;
        double sumOfSquares = 0;
        for (int k = 0; k < order; k++) {
            double re = eigenvalues.real(k);
            double im = eigenvalues.imaginary(k);
            sum += re;
            sumOfSquares += re * re - im * im;
        }
        assertThat(eigenvalues.converged()).isTrue();
        assertThat(sum).isCloseTo(trace, within(1e-13 * order));
        assertThat(sumOfSquares).isCloseTo(squares, within(1e-13 * order * order));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 60})
    void knownSpectrumIsFoundUnderAnOrthogonalSimilarity(int order) {
        double[] expected = new double[order];
        double[] matrix = new double[order * order];
        for (int i = 0; i < order; i++) {
            expected[i] = -i - 1;
            matrix[i * order + i] = expected[i];
        }
        reflect(matrix, order, new SplittableRandom(order).doubles(order, -1, 1).toArray());

        Eigenvalues eigenvalues = compute(matrix);

        double[] real = new double[order];
        Arrays.setAll(real, eigenvalues::real);
        for (int k = 0; k < order; k++) {
            assertThat(real[k]).isCloseTo(expected[k], within(1e-12));
        }
    }

    private static Eigenvalues compute(double... matrix) {
        Eigenvalues eigenvalues = Eigenvalues.ofOrder((int) Math.round(Math.sqrt(matrix.length)));
        eigenvalues.compute(matrix);
        return eigenvalues;
    }

    private static void reflect(double[] matrix, int order, double[] v) {
        double norm = 0;
        for (double x : v) {
            norm += x * x;
        }
        for (int side = 0; side < 2; side++) {
            int along = side == 0 ? order : 1;
            int across = side == 0 ? 1 : order;
            for (int j = 0; j < order; j++) {
                double s = 0;
                for (int i = 0; i < order; i++) {
                    s += v[i] * matrix[i * along + j * across];
                }
                for (int i = 0; i < order; i++) {
                    matrix[i * along + j * across] -= 2 * s / norm * v[i];
                }
            }
        }
    }
}
