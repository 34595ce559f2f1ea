package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuDecompositionTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 64})
    void solutionsOfBothSystemsAreRecovered(int order) {
        SplittableRandom random = new SplittableRandom(order);
        double[] matrix = random.doubles((long) order * order, -1, 1).toArray();
        double[] x = random.doubles(order, -1, 1).toArray();
        double[] b = new double[order];
        double[] bTransposed = new double[order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                b[i] += matrix[i * order + j] * x[j];
                bTransposed[j] += matrix[i * order + j] * x[i];
            }
        }
        LuDecomposition lu = LuDecomposition.ofOrder(order);

        assertThat(lu.factor(matrix)).isTrue();
        lu.solve(b);
        lu.solveTransposed(bTransposed);

        assertThat(b).containsExactly(x, within(1e-11)); // observed 5e-13
        assertThat(bTransposed).containsExactly(x, within(1e-11));
    }

    @Test
    void determinantOfAPermutationIsItsSign() {
        LuDecomposition lu = LuDecomposition.ofOrder(3);

        lu.factor(new double[] {0, 1, 0, 1, 0, 0, 0, 0, 1});
        assertThat(lu.determinantSign()).isEqualTo(-1);
        assertThat(lu.logDeterminant()).isZero();

        lu.factor(new double[] {0, 1, 0, 0, 0, 1, 1, 0, 0});
        assertThat(lu.determinantSign()).isEqualTo(1);
    }

    @Test
    void determinantThatOverflowsHasALogarithm() {
        LuDecomposition lu = LuDecomposition.ofOrder(2);

        lu.factor(new double[] {1e300, 0, 0, -1e300});

        assertThat(lu.determinantSign()).isEqualTo(-1);
        assertThat(lu.logDeterminant()).isCloseTo(600 * Math.log(10), within(1e-12));
    }

    @Test
    void singularMatrixIsReportedAndNotSolved() {
        LuDecomposition lu = LuDecomposition.ofOrder(2);

        assertThat(lu.factor(new double[] {1, 2, 2, 4})).isFalse();
        assertThat(lu.determinantSign()).isZero();
        assertThat(lu.logDeterminant()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> lu.solve(new double[2])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void emptyMatrixHasDeterminantOne() {
        LuDecomposition lu = LuDecomposition.ofOrder(0);

        assertThat(lu.factor(new double[0])).isTrue();
        assertThat(lu.determinantSign()).isEqualTo(1);
    }

    @Test
    void entriesThatAreNotFiniteAreRefused() {
        assertThatThrownBy(() -> LuDecomposition.ofOrder(1).factor(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
