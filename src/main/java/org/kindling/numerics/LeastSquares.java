package org.kindling.numerics;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.BlockRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/** The least-squares solution of smallest norm of an overdetermined linear system. Immutable. */
public final class LeastSquares {

    private final RealVector coefficients;
    private final double relativeResidual;

    private LeastSquares(RealVector coefficients, double relativeResidual) {
        this.coefficients = coefficients;
        this.relativeResidual = relativeResidual;
    }

    /**
     * Solves \( \sum_k c_k a_k \approx b \).
     *
     * @param columns the vectors \( a_k \), shape [coefficients, equations]
     * @param wanted the vector \( b \), shape [equations]
     * @return the solution; columns that depend on each other share their coefficient
     */
    public static LeastSquares ofColumns(double[][] columns, double[] wanted) {
        RealMatrix matrix = new BlockRealMatrix(columns).transpose();
        RealVector right = new ArrayRealVector(wanted);
        RealVector coefficients =
                new SingularValueDecomposition(matrix).getSolver().solve(right);
        double residual = matrix.operate(coefficients).subtract(right).getNorm();
        double norm = right.getNorm();
        return new LeastSquares(coefficients, norm == 0 ? residual : residual / norm);
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
