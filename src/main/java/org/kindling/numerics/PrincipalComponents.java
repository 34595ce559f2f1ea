package org.kindling.numerics;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The directions in which points spread most: eigenvectors \( w_k \) of their covariance matrix, by falling variance.
 * Immutable.
 *
 * <p>Source: I. T. Jolliffe, Principal Component Analysis, 2nd edition, Springer 2002, ISBN 978-0-387-95442-4.
 */
public final class PrincipalComponents {

    private final double[][] directions;
    private final double[] variances;
    private final double total;

    private PrincipalComponents(double[][] directions, double[] variances, double total) {
        this.directions = directions;
        this.variances = variances;
        this.total = total;
    }

    /**
     * The components of points. Cost O(points dimensions^2 + dimensions^3).
     *
     * @param points finite coordinates, shape [points, dimensions], at least one of each
     * @return all components
     * @throws IllegalArgumentException if there is no point or no dimension
     */
    public static PrincipalComponents of(double[][] points) {
        if (points.length == 0 || points[0].length == 0) {
            throw new IllegalArgumentException("There are no points, or they have no dimension.");
        }
        RealMatrix covariance = covariance(points);
        double[] variances;
        RealMatrix columns;
        try {
            EigenDecompositionSymmetric decomposition = new EigenDecompositionSymmetric(covariance);
            variances = decomposition.getEigenvalues();
            columns = decomposition.getV();
        } catch (MathIllegalStateException stalled) {
            // Its iteration can stall on zero variances, of which there are many where points are fewer than
            // dimensions. Singular
            // values are the same for a covariance, and are always found, but take ten times as long.
            SingularValueDecomposition decomposition = new SingularValueDecomposition(covariance);
            variances = decomposition.getSingularValues();
            columns = decomposition.getV();
        }
        double[][] directions = new double[variances.length][];
        for (int component = 0; component < variances.length; component++) {
            directions[component] = oriented(columns.getColumn(component));
        }
        return new PrincipalComponents(directions, variances, covariance.getTrace());
    }

    private static RealMatrix covariance(double[][] points) {
        int dimensions = points[0].length;
        double[] mean = new double[dimensions];
        for (double[] point : points) {
            for (int i = 0; i < dimensions; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        double[][] covariance = new double[dimensions][dimensions];
        for (double[] point : points) {
            for (int i = 0; i < dimensions; i++) {
                double deviation = (point[i] - mean[i]) / points.length;
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += deviation * (point[j] - mean[j]);
                }
            }
        }
        for (int i = 0; i < dimensions; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return MatrixUtils.createRealMatrix(covariance);
    }

    /** A direction and its opposite are equally good: the one whose largest entry is positive is taken. */
    private static double[] oriented(double[] direction) {
        double largest = 0;
        for (double entry : direction) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(direction).map(entry -> sign * entry).toArray();
    }

    /**
     * The number of components.
     *
     * @return the number of dimensions
     */
    public int size() {
        return directions.length;
    }

    /**
     * How much of the spread lies along a component.
     *
     * @param component its index, 0 for the largest
     * @return its variance divided by the sum of all, from 0 to 1; 0 if the points do not differ
     */
    public double explained(int component) {
        return total > 0 ? Math.max(0, variances[component] / total) : 0;
    }

    /**
     * How many directions the points spread in: the exponential of the entropy of the explained shares.
     *
     * <p>Source: O. Roy, M. Vetterli, The effective rank: a measure of effective dimensionality, EUSIPCO 2007, 606.
     *
     * @return from 1 to the number of dimensions; 1 if the points do not differ
     */
    public double effectiveRank() {
        double entropy = 0;
        for (int component = 0; component < size(); component++) {
            double share = explained(component);
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    /**
     * The direction of a component.
     *
     * @param component its index, 0 for the largest
     * @return a unit vector, shape [dimensions]
     */
    public double[] direction(int component) {
        return directions[component].clone();
    }

    /**
     * How far a point lies along a component.
     *
     * @param component its index, 0 for the largest
     * @param point the coordinates, shape [dimensions]
     * @return the scalar product with the direction; the mean of the points is not taken off
     */
    public double score(int component, double[] point) {
        double score = 0;
        for (int i = 0; i < point.length; i++) {
            score += directions[component][i] * point[i];
        }
        return score;
    }
}
