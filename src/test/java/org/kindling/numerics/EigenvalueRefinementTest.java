package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvalueRefinementTest {
    @ParameterizedTest
    @CsvSource({"8, 4", "12, 8", "16, 12", "20, 13"})
    void stiffJacobiansKeepEveryDigitOfTheirRealEigenvalues(int order, double decades) {
        double[] matrix = KineticJacobian.random(order, decades, order);
        Eigenvalues eigenvalues = compute(matrix, order);
        EigenvalueRefinement refinement = EigenvalueRefinement.ofOrder(order);

        for (int k = 0; k < order; k++) {
            if (eigenvalues.imaginary(k) == 0) {
                RefinedEigenvalue refined = refinement.refine(matrix, eigenvalues.real(k), 0);
                double expected = PreciseEigenvalues.near(matrix, order, refined.real());
                assertThat(refined.status()).isEqualTo(RefinedEigenvalue.Status.CONVERGED);
                assertThat(refined.real()).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
                assertThat(refinement.relativeError(matrix, expected, 0)).isLessThan(2e-16);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 12", "20, 13", "30, 10"})
    void estimatedErrorOfTheQrIsTheDistanceToTheRefinedEigenvalue(int order, double decades) {
        double[] matrix = KineticJacobian.random(order, decades, order + 1);
        Eigenvalues eigenvalues = compute(matrix, order);
        EigenvalueRefinement refinement = EigenvalueRefinement.ofOrder(order);
        double off = eigenvalues.abscissa() * (1 + 1e-9);
        double imaginary = eigenvalues.imaginary(0);

        double estimate = refinement.relativeError(matrix, off, imaginary);
        RefinedEigenvalue refined = refinement.refine(matrix, off, imaginary);

        double distance = Math.hypot(off - refined.real(), imaginary - refined.imaginary());
        assertThat(estimate)
                .isCloseTo(distance / Math.hypot(refined.real(), refined.imaginary()), within(1e-3 * estimate));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 40})
    void vectorsBelongToTheEigenvalueAndMultiplyToOne(int order) {
        double[] matrix = KineticJacobian.random(order, 3, 7L * order);
        Eigenvalues eigenvalues = compute(matrix, order);
        EigenvalueRefinement refinement = EigenvalueRefinement.ofOrder(order);

        RefinedEigenvalue lambda = refinement.refine(matrix, eigenvalues.real(0), eigenvalues.imaginary(0));

        double productReal = 0;
        double productImaginary = 0;
        for (int i = 0; i < order; i++) {
            double right = 0;
            double left = 0;
            double rightSize = 0;
            double leftSize = 0;
            for (int j = 0; j < order; j++) {
                right += matrix[i * order + j] * refinement.rightReal(j);
                left += matrix[j * order + i] * refinement.leftReal(j);
                rightSize += Math.abs(matrix[i * order + j] * refinement.rightReal(j));
                leftSize += Math.abs(matrix[j * order + i] * refinement.leftReal(j));
            }
            double re = lambda.real();
            double im = lambda.imaginary();
            assertThat(right)
                    .isCloseTo(
                            re * refinement.rightReal(i) - im * refinement.rightImaginary(i),
                            within(1e-12 * rightSize));
            assertThat(left)
                    .isCloseTo(re * refinement.leftReal(i) - im * refinement.leftImaginary(i), within(1e-6 * leftSize));
            productReal += refinement.leftReal(i) * refinement.rightReal(i)
                    - refinement.leftImaginary(i) * refinement.rightImaginary(i);
            productImaginary += refinement.leftReal(i) * refinement.rightImaginary(i)
                    + refinement.leftImaginary(i) * refinement.rightReal(i);
        }
        assertThat(productReal).isCloseTo(1, within(1e-10));
        assertThat(productImaginary).isCloseTo(0, within(1e-10));
    }

    @Test
    void complexEigenvalueOfABlockIsExact() {
        double[] matrix = {-1, 3e10, 0, -1e-10, -1, 0, 0, 0, -1e13};

        RefinedEigenvalue refined = EigenvalueRefinement.ofOrder(3).refine(matrix, -1.0001, 1.7319);

        assertThat(refined.converged()).isTrue();
        assertThat(refined.real()).isEqualTo(-1);
        assertThat(refined.imaginary()).isCloseTo(Math.sqrt(3), within(1e-15));
    }

    @Test
    void gradientFromTheVectorsAgreesWithADifferenceQuotient() {
        int order = 10;
        double[] matrix = KineticJacobian.random(order, 4, 3);
        SplittableRandom random = new SplittableRandom(1);
        double[] direction = random.doubles((long) order * order, -1, 1).toArray();
        Eigenvalues eigenvalues = compute(matrix, order);
        EigenvalueRefinement refinement = EigenvalueRefinement.ofOrder(order);
        RefinedEigenvalue lambda = refinement.refine(matrix, eigenvalues.real(0), eigenvalues.imaginary(0));
        double derivative = 0;
        double step = 1e-6;
        double[] moved = matrix.clone();
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                double d = direction[i * order + j];
                derivative += d
                        * (refinement.leftReal(i) * refinement.rightReal(j)
                                - refinement.leftImaginary(i) * refinement.rightImaginary(j));
                moved[i * order + j] += step * d;
            }
        }

        RefinedEigenvalue other = refinement.refine(moved, lambda.real(), lambda.imaginary());

        double quotient = (other.real() - lambda.real()) / step;
        assertThat(quotient).isCloseTo(derivative, within(1e-4 * Math.abs(derivative)));
    }

    @Test
    void jordanBlockIsNotTrusted() {
        double[] matrix = {2, 1, 0, 2};

        RefinedEigenvalue refined = EigenvalueRefinement.ofOrder(2).refine(matrix, 2.00001, 0);

        assertThat(refined.converged()).isFalse();
        assertThat(refined.status().remedy()).isNotBlank();
    }

    @Test
    void semisimpleDoubleEigenvalueIsNotTrusted() {
        double[] matrix = {2, 0, 0, 2};

        RefinedEigenvalue refined = EigenvalueRefinement.ofOrder(2).refine(matrix, 2, 0);

        assertThat(refined.status()).isEqualTo(RefinedEigenvalue.Status.SINGULAR);
    }

    @Test
    void zeroEigenvalueIsFoundAsZero() {
        double[] matrix = {-1e10, 1, 1e10, -1};

        RefinedEigenvalue refined = EigenvalueRefinement.ofOrder(2).refine(matrix, 1e-7, 0);

        assertThat(refined.converged()).isTrue();
        assertThat(refined.real()).isCloseTo(0, within(1e-17));
    }

    @Test
    void orderOneIsItsEntry() {
        RefinedEigenvalue refined = EigenvalueRefinement.ofOrder(1).refine(new double[] {-7.5}, -7, 0);

        assertThat(refined.real()).isEqualTo(-7.5);
        assertThat(refined.converged()).isTrue();
    }

    @Test
    void startThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> EigenvalueRefinement.ofOrder(1).refine(new double[] {1}, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    private static Eigenvalues compute(double[] matrix, int order) {
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(order);
        eigenvalues.compute(matrix);
        return eigenvalues;
    }
}
