package org.kindling.numerics;

/**
 * Factors \(P A = L U\) of a dense real matrix by Gaussian elimination with partial pivoting.
 *
 * <p>An instance is a workspace of fixed order with one owner; it is not thread-safe.
 *
 * <p>Source: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th edition, section 3.4, ISBN 978-1-4214-0794-4.
 */
public final class LuDecomposition {
    private final int order;
    private final double[][] rows;
    private final int[] permutation;
    private final double[] work;
    private final double[] factors = new double[4];
    private boolean even = true;
    private boolean singular;

    private LuDecomposition(int order) {
        this.order = order;
        rows = new double[order][order];
        permutation = new int[order];
        work = new double[order];
        singular = order > 0;
    }

    /**
     * Creates the workspace for matrices of one order.
     *
     * @param order number of rows and columns, at least 0
     * @return a workspace that holds no factors yet
     * @throws IllegalArgumentException if {@code order} is negative
     */
    public static LuDecomposition ofOrder(int order) {
        if (order < 0) {
            throw new IllegalArgumentException("order is " + order + ", but must be at least 0");
        }
        return new LuDecomposition(order);
    }

    /**
     * Factors a matrix, O(2/3 n^3).
     *
     * @param rowMajor the matrix, shape [order, order]; it is left as it was
     * @return whether all pivots differ from zero, so that systems can be solved
     * @throws IllegalArgumentException if the array has another length or holds a number that is not finite
     */
    public boolean factor(double[] rowMajor) {
        DenseMatrices.requireSquare(rowMajor, order);
        for (int i = 0; i < order; i++) {
            System.arraycopy(rowMajor, i * order, rows[i], 0, order);
            permutation[i] = i;
        }
        even = true;
        singular = false;
        for (int k = 0; k < order; k++) {
            exchange(k, pivotRow(k));
            if (rows[k][k] == 0) {
                singular = true;
            } else {
                eliminate(k);
            }
        }
        return !singular;
    }

    private int pivotRow(int k) {
        int pivot = k;
        for (int i = k + 1; i < order; i++) {
            if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) {
                pivot = i;
            }
        }
        return pivot;
    }

    private void exchange(int i, int k) {
        if (i != k) {
            double[] row = rows[i];
            rows[i] = rows[k];
            rows[k] = row;
            int index = permutation[i];
            permutation[i] = permutation[k];
            permutation[k] = index;
            even = !even;
        }
    }

    private void eliminate(int k) {
        double[] pivot = rows[k];
        double inverse = 1 / pivot[k];
        int i = k + 1;
        for (; i < order - 3; i += 4) {
            for (int r = 0; r < 4; r++) {
                rows[i + r][k] *= inverse;
                factors[r] = -rows[i + r][k];
            }
            DenseMatrices.addMultiples(rows, i, factors, pivot, k + 1, order);
        }
        for (; i < order; i++) {
            rows[i][k] *= inverse;
            DenseMatrices.addMultiple(rows[i], -rows[i][k], pivot, k + 1, order);
        }
    }

    /**
     * Solves \(A x = b\) in place, O(2 n^2).
     *
     * @param b right-hand side, length order; overwritten by x
     * @throws IllegalStateException if the matrix is singular or no matrix has been factored
     */
    public void solve(double[] b) {
        requireFactors();
        for (int i = 0; i < order; i++) {
            work[i] = b[permutation[i]];
        }
        for (int i = 1; i < order; i++) {
            work[i] -= DenseMatrices.dot(rows[i], work, 0, i);
        }
        for (int i = order - 1; i >= 0; i--) {
            work[i] = (work[i] - DenseMatrices.dot(rows[i], work, i + 1, order)) / rows[i][i];
        }
        System.arraycopy(work, 0, b, 0, order);
    }

    /**
     * Solves \(A^T x = b\) in place, O(2 n^2).
     *
     * @param b right-hand side, length order; overwritten by x
     * @throws IllegalStateException if the matrix is singular or no matrix has been factored
     */
    public void solveTransposed(double[] b) {
        requireFactors();
        System.arraycopy(b, 0, work, 0, order);
        for (int i = 0; i < order; i++) {
            work[i] /= rows[i][i];
            DenseMatrices.addMultiple(work, -work[i], rows[i], i + 1, order);
        }
        for (int i = order - 1; i > 0; i--) {
            DenseMatrices.addMultiple(work, -work[i], rows[i], 0, i);
        }
        for (int i = 0; i < order; i++) {
            b[permutation[i]] = work[i];
        }
    }

    /**
     * The sign of the determinant.
     *
     * @return -1, 0 (singular) or 1
     */
    public int determinantSign() {
        if (singular) {
            return 0;
        }
        boolean positive = even;
        for (int i = 0; i < order; i++) {
            positive ^= rows[i][i] < 0;
        }
        return positive ? 1 : -1;
    }

    /**
     * The natural logarithm of the magnitude of the determinant, which itself may overflow.
     *
     * @return sum of the logarithms of the pivots, negative infinity if singular
     */
    public double logDeterminant() {
        if (singular) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < order; i++) {
            sum += Math.log(Math.abs(rows[i][i]));
        }
        return sum;
    }

    private void requireFactors() {
        if (singular) {
            throw new IllegalStateException("matrix is singular or not factored; ask factor(...) before solving");
        }
    }
}
