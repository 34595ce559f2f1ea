package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    /** Observed errors are below 1e-15. */
    private static final double TOLERANCE = 1e-14;

    @Test
    void oneDecompositionSolvesForSeveralRightHandSides() {
        LeastSquares system = LeastSquares.ofColumns(new double[][] {{1, 1, 1}, {0, 1, 2}});

        LeastSquares.Solution line = system.solve(new double[] {3, 5, 7});
        LeastSquares.Solution bend = system.solve(new double[] {0, 0, 6});

        assertThat(line.coefficient(0)).isCloseTo(3, within(TOLERANCE));
        assertThat(line.coefficient(1)).isCloseTo(2, within(TOLERANCE));
        assertThat(line.relativeResidual()).isLessThan(TOLERANCE);
        assertThat(bend.coefficient(0)).isCloseTo(-1, within(TOLERANCE));
        assertThat(bend.coefficient(1)).isCloseTo(3, within(TOLERANCE));
        assertThat(bend.relativeResidual()).isCloseTo(Math.sqrt(6) / 6, within(TOLERANCE));
    }

    @Test
    void columnsThatDependOnEachOtherShareTheirCoefficient() {
        LeastSquares.Solution solution =
                LeastSquares.ofColumns(new double[][] {{1, 2}, {1, 2}}).solve(new double[] {4, 8});

        assertThat(solution.coefficient(0)).isCloseTo(2, within(TOLERANCE));
        assertThat(solution.coefficient(1)).isCloseTo(2, within(TOLERANCE));
    }
}
