package org.kindling.numerics;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/** The eigenvalues and eigenvectors of a symmetric matrix. Immutable. */
public final class SymmetricSpectrum {

    private final double[] values;
    private final double[][] vectors;

    private SymmetricSpectrum(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * The spectrum of a matrix, at a cost of O(order^3).
     *
     * @param matrix a symmetric matrix, shape [order, order]
     * @return its spectrum
     */
    public static SymmetricSpectrum of(double[][] matrix) {
        EigenDecompositionSymmetric decomposition =
                new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(matrix));
        return new SymmetricSpectrum(
                decomposition.getEigenvalues(), decomposition.getVT().getData());
    }

    /**
     * A function of the matrix.
     *
     * @param function what becomes of each eigenvalue
     * @return the matrix with the same eigenvectors and these eigenvalues, shape [order, order]
     */
    public double[][] map(DoubleUnaryOperator function) {
        int order = values.length;
        double[][] matrix = new double[order][order];
        for (int component = 0; component < order; component++) {
            double value = function.applyAsDouble(values[component]);
            double[] vector = vectors[component];
            for (int i = 0; i < order; i++) {
                DenseMatrices.addMultiple(matrix[i], value * vector[i], vector, 0, order);
            }
        }
        return matrix;
    }
}
