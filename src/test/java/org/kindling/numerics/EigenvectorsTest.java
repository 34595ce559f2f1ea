package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EigenvectorsTest {

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "5, 3", "12, 6", "40, 3", "44, 10"})
    void vectorsOfEveryModeBelongToItAndMultiplyToOne(int order, double decades) {
        double[] matrix = KineticJacobian.random(order, decades, 7L * order);
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(order);
        eigenvalues.compute(matrix);
        Eigenvectors vectors = Eigenvectors.of(eigenvalues);
        for (int k = 0; k < order; k++) {
            double condition = vectors.find(k);

            assertThat(condition).isBetween(1 - 1e-12, 1e7);
            assertThat(vectors.complex()).isEqualTo(eigenvalues.imaginary(k) != 0);
            assertThat(residual(matrix, vectors, eigenvalues.real(k), eigenvalues.imaginary(k)))
                    .isLessThan(1e-11);
            double re = 0;
            double im = 0;
            for (int i = 0; i < order; i++) {
                re += vectors.leftReal()[i] * vectors.rightReal()[i]
                        - vectors.leftImaginary()[i] * vectors.rightImaginary()[i];
                im += vectors.leftReal()[i] * vectors.rightImaginary()[i]
                        + vectors.leftImaginary()[i] * vectors.rightReal()[i];
            }
            assertThat(re).isCloseTo(1, within(1e-9));
            assertThat(im).isCloseTo(0, within(1e-9));
        }
    }

    /** The largest entry of J r - lambda r and of its left counterpart, beside the largest summand of all rows. */
    private static double residual(double[] matrix, Eigenvectors vectors, double re, double im) {
        int order = vectors.rightReal().length;
        double worst = 0;
        double rightSize = 0;
        double leftSize = 0;
        double worstLeft = 0;
        for (int i = 0; i < order; i++) {
            double right = im * vectors.rightImaginary()[i] - re * vectors.rightReal()[i];
            double left = im * vectors.leftImaginary()[i] - re * vectors.leftReal()[i];
            for (int j = 0; j < order; j++) {
                double rightPart = matrix[i * order + j] * vectors.rightReal()[j];
                double leftPart = matrix[j * order + i] * vectors.leftReal()[j];
                right += rightPart;
                left += leftPart;
                rightSize = Math.max(rightSize, Math.abs(rightPart));
                leftSize = Math.max(leftSize, Math.abs(leftPart));
            }
            worst = Math.max(worst, Math.abs(right));
            worstLeft = Math.max(worstLeft, Math.abs(left));
        }
        return Math.max(worst / rightSize, worstLeft / leftSize);
    }

    @Test
    void almostDefectiveEigenvalueIsIllConditioned() {
        // A Jordan block turned by 45 degrees, so that balancing cannot part its eigenvectors, and off by 1e-12.
        double[] turned = {-0.5, 0.5, -0.5 + 1e-12, -1.5};
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(2);
        eigenvalues.compute(turned);

        assertThat(Eigenvectors.of(eigenvalues).find(0)).isBetween(1e5, 1e7);
    }
}
