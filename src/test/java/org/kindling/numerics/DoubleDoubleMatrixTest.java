package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sums whose leading digits cancel. */
class DoubleDoubleMatrixTest {

    @Test
    void cancellationLeavesTheSmallTerms() {
        DoubleDoubleMatrix matrix = DoubleDoubleMatrix.zeros(2, 3);
        matrix.add(0, 1, 1e20);
        matrix.add(0, 1, 1);
        matrix.add(0, 1, -1e20);

        assertThat(matrix.value(0, 1)).isEqualTo(1);
        assertThat(matrix.value(0, 0)).isZero();
    }

    @Test
    void multiplesOfRowsAreExactToTwiceTheDigits() {
        double third = 1.0 / 3;
        DoubleDoubleMatrix source = DoubleDoubleMatrix.zeros(1, 1);
        source.add(0, 0, third);
        source.add(0, 0, 1e-20);
        DoubleDoubleMatrix sum = DoubleDoubleMatrix.zeros(1, 1);
        sum.addMultiple(0, third, source, 0);
        sum.add(0, 0, -third * third);

        // The rounding error of the product, which the fused operation gives exactly, and the small part.
        assertThat(sum.value(0, 0)).isEqualTo(Math.fma(third, third, -third * third) + third * 1e-20);
    }

    @Test
    void productOfARowAndAVectorIsRoundedOnce() {
        DoubleDoubleMatrix matrix = DoubleDoubleMatrix.zeros(1, 3);
        matrix.add(0, 0, 1e16);
        matrix.add(0, 1, 1);
        matrix.add(0, 2, -1e16);

        assertThat(matrix.timesRow(0, 3, 1, 3)).isEqualTo(1);
    }

    @Test
    void clearingForgets() {
        DoubleDoubleMatrix matrix = DoubleDoubleMatrix.zeros(1, 1);
        matrix.add(0, 0, 0.1);
        matrix.add(0, 0, 1e20);
        matrix.clear();

        assertThat(matrix.value(0, 0)).isZero();
    }
}
