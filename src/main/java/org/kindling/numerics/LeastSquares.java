package org.kindling.numerics;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.BlockRealMatrix;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/** Least-squares solutions of smallest norm of overdetermined linear systems with one matrix, decomposed once. Immutable. */
public final class LeastSquares {

    private final RealMatrix matrix;
    private final DecompositionSolver solver;

    private LeastSquares(RealMatrix matrix) {
        this.matrix = matrix;
        this.solver = new SingularValueDecomposition(matrix).getSolver();
    }

    /**
     * The systems \( \sum_k c_k a_k \approx b \) with these vectors \( a_k \).
     *
     * @param columns the vectors \( a_k \), shape [coefficients, equations]
     * @return what solves for the coefficients; columns that depend on each other share theirs
     */
    public static LeastSquares ofColumns(double[][] columns) {
        return new LeastSquares(new BlockRealMatrix(columns).transpose());
    }

    /**
     * Solves \( \sum_k c_k a_k \approx b \).
     *
     * @param wanted the vector \( b \), shape [equations]
     * @return the solution
     */
    public Solution solve(double[] wanted) {
        RealVector right = new ArrayRealVector(wanted);
        RealVector coefficients = solver.solve(right);
        double residual = matrix.operate(coefficients).subtract(right).getNorm();
        double norm = right.getNorm();
        return new Solution(coefficients, norm == 0 ? residual : residual / norm);
    }

    /** The coefficients for one right-hand side. Immutable. */
    public static final class Solution {

        private final RealVector coefficients;
        private final double relativeResidual;

        private Solution(RealVector coefficients, double relativeResidual) {
            this.coefficients = coefficients;
            this.relativeResidual = relativeResidual;
        }

        /**
         * One coefficient of the solution.
         *
         * @param column the index of its column
         * @return the coefficient
         */
        public double coefficient(int column) {
            return coefficients.getEntry(column);
        }

        /**
         * How well the equations hold.
         *
         * @return the norm of the residual beside that of the right-hand side
         */
        public double relativeResidual() {
            return relativeResidual;
        }
    }
}
