package org.kindling.numerics;

import java.util.Arrays;

/**
 * The linear dependence among the rows of a matrix: a basis of independent rows, and the others in terms of it.
 *
 * <p>Columns are first divided by their largest magnitude, so that one column of large numbers does not hide what the
 * others say. Rows are then taken in an order of preference and orthogonalised twice against the basis so far; a row
 * whose rest is longer than the tolerance times the row joins the basis. The basis is the first in the order of
 * preference, whatever rows follow. The matrix \(L_0\), shape [dependent, independent], satisfies
 *
 * <p>\[ S_\mathrm{dependent} = L_0 S_\mathrm{independent} \]
 *
 * <p>For a stoichiometric matrix \(L_0\) holds the conserved moieties, so entries next to a fraction of small
 * denominator are replaced by it.
 *
 * <p>Sources: C. Reder, Metabolic control theory: a structural approach, Journal of Theoretical Biology 135 (1988) 175,
 * doi:10.1016/S0022-5193(88)80073-0; L. Giraud, J. Langou, M. Rozloznik, The loss of orthogonality in the Gram-Schmidt
 * orthogonalization process, Computers and Mathematics with Applications 50 (2005) 1069,
 * doi:10.1016/j.camwa.2005.08.009.
 */
public final class LinearDependence {
    /** Rest of a row, relative to the row, below which it counts as dependent; decimal coefficients round at 1e-16. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

    private static final int LARGEST_DENOMINATOR = 12;

    /** Distance to a fraction below which an entry of L0 is that fraction. */
    private static final double SNAP = 1e-8;

    private final int[] independent;
    private final int[] dependent;
    private final double[] coefficients;

    private LinearDependence(int[] independent, int[] dependent, double[] coefficients) {
        this.independent = independent;
        this.dependent = dependent;
        this.coefficients = coefficients;
    }

    /**
     * Analyses a matrix with {@link #DEFAULT_TOLERANCE}.
     *
     * @param rowMajor the matrix, shape [rows, columns], finite numbers
     * @param columns number of columns
     * @param preference all rows, the ones to prefer as independent first
     * @return the basis and the dependent rows
     * @throws IllegalArgumentException as {@link #of(double[], int, int[], double)} does
     */
    public static LinearDependence of(double[] rowMajor, int columns, int[] preference) {
        return of(rowMajor, columns, preference, DEFAULT_TOLERANCE);
    }

    /**
     * Analyses a matrix, O(rows rank columns).
     *
     * @param rowMajor the matrix, shape [rows, columns], finite numbers; it is left as it was
     * @param columns number of columns
     * @param preference all rows, the ones to prefer as independent first
     * @param tolerance rest of a row, relative to the row, below which it counts as dependent
     * @return the basis and the dependent rows
     * @throws IllegalArgumentException if the shape does not fit, {@code preference} is not a permutation of the rows,
     *     the tolerance is not between 0 and 1, or a number is not finite
     */
    public static LinearDependence of(double[] rowMajor, int columns, int[] preference, double tolerance) {
        int rows = preference.length;
        if (columns < 0 || rowMajor.length != rows * columns) {
            throw new IllegalArgumentException("matrix has " + rowMajor.length + " entries, but " + rows + " rows of "
                    + columns + " columns need " + (long) rows * columns);
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", but must be between 0 and 1");
        }
        DenseMatrices.requireFinite(rowMajor);
        requirePermutation(preference);
        RowBasis basis = new RowBasis(columns, rows, tolerance);
        double[][] scaled = scaledRows(rowMajor, rows, columns);
        int[] independent = new int[rows];
        int[] dependent = new int[rows];
        double[][] combinations = new double[rows][];
        int rank = 0;
        int nullity = 0;
        for (int row : preference) {
            if (basis.add(scaled[row])) {
                independent[rank++] = row;
            } else {
                combinations[nullity] = basis.combination();
                dependent[nullity++] = row;
            }
        }
        double[] coefficients = new double[nullity * rank];
        for (int d = 0; d < nullity; d++) {
            for (int k = 0; k < combinations[d].length; k++) {
                coefficients[d * rank + k] = snap(combinations[d][k]);
            }
        }
        return new LinearDependence(Arrays.copyOf(independent, rank), Arrays.copyOf(dependent, nullity), coefficients);
    }

    private static double[][] scaledRows(double[] rowMajor, int rows, int columns) {
        double[][] scaled = new double[rows][columns];
        for (int j = 0; j < columns; j++) {
            double largest = 0;
            for (int i = 0; i < rows; i++) {
                largest = Math.max(largest, Math.abs(rowMajor[i * columns + j]));
            }
            for (int i = 0; i < rows && largest > 0; i++) {
                scaled[i][j] = rowMajor[i * columns + j] / largest;
            }
        }
        return scaled;
    }

    private static void requirePermutation(int[] preference) {
        boolean[] seen = new boolean[preference.length];
        for (int row : preference) {
            if (row < 0 || row >= seen.length || seen[row]) {
                throw new IllegalArgumentException(
                        "preference holds " + row + " twice or out of range, but must name each row once");
            }
            seen[row] = true;
        }
    }

    private static double snap(double x) {
        for (int denominator = 1; denominator <= LARGEST_DENOMINATOR; denominator++) {
            double fraction = Math.rint(x * denominator) / denominator;
            if (Math.abs(x - fraction) <= SNAP) {
                return fraction + 0.0;
            }
        }
        return x;
    }

    /**
     * The rank.
     *
     * @return number of independent rows
     */
    public int rank() {
        return independent.length;
    }

    /**
     * The independent rows.
     *
     * @return their indices in order of preference, a copy
     */
    public int[] independentRows() {
        return independent.clone();
    }

    /**
     * The dependent rows.
     *
     * @return their indices in order of preference, a copy
     */
    public int[] dependentRows() {
        return dependent.clone();
    }

    /**
     * An entry of L0.
     *
     * @param d position among {@link #dependentRows()}
     * @param k position among {@link #independentRows()}
     * @return how much of independent row k is in dependent row d
     */
    public double coefficient(int d, int k) {
        return coefficients[d * independent.length + k];
    }
}
