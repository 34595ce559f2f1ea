package org.kindling.numerics;

import java.util.Arrays;

/**
 * Eigenvalues of a real square matrix, by decreasing real part.
 *
 * <p>The solver is made for Jacobians of stiff systems, whose eigenvalues spread over thirteen decades. It orders rows
 * and columns by falling magnitude of the diagonal, balances by powers of two, reduces to Hessenberg form and iterates
 * with implicit double shifts. The order matters: a matrix graded from large to small keeps its small eigenvalues
 * accurate through the reductions, a matrix graded the other way, or its transpose, does not.
 *
 * <p>An instance is a workspace of fixed order with one owner; it is not thread-safe.
 */
public final class Eigenvalues {
    private final int order;
    private final double[][] columns;
    private final double[][] reduced;
    private final int[] permutation;
    private final double[] work;
    private final double[] scale;
    private final double[] real;
    private final double[] imaginary;
    private final HessenbergReduction reduction;
    private final FrancisIteration iteration;
    private boolean converged;

    private Eigenvalues(int order) {
        this.order = order;
        columns = new double[order][order];
        reduced = new double[order][order];
        permutation = new int[order];
        work = new double[order];
        scale = new double[order];
        real = new double[order];
        imaginary = new double[order];
        reduction = new HessenbergReduction(order);
        iteration = new FrancisIteration(real, imaginary);
    }

    /**
     * Creates the workspace for matrices of one order.
     *
     * @param order number of rows and columns, at least 0
     * @return a workspace that has computed nothing yet
     * @throws IllegalArgumentException if {@code order} is negative
     */
    public static Eigenvalues ofOrder(int order) {
        if (order < 0) {
            throw new IllegalArgumentException("order is " + order + ", but must be at least 0");
        }
        return new Eigenvalues(order);
    }

    /**
     * Computes the eigenvalues of a matrix, O(n^3).
     *
     * @param rowMajor the matrix, shape [order, order]; it is left as it was
     * @throws IllegalArgumentException if the array has another length or holds a number that is not finite
     */
    public void compute(double[] rowMajor) {
        load(rowMajor);
        Balancing.balance(columns, scale);
        reduction.reduce(columns);
        keepReduced();
        converged = iteration.solve(columns);
        sort();
    }

    /**
     * The order of the matrices.
     *
     * @return number of rows and columns
     */
    public int order() {
        return order;
    }

    /**
     * Whether the last computation found every eigenvalue; if not, the values mean nothing.
     *
     * @return false if the iteration ran out of sweeps, or before the first computation
     */
    public boolean converged() {
        return converged;
    }

    /**
     * The real part of an eigenvalue.
     *
     * @param k rank of the eigenvalue by decreasing real part, from 0
     * @return the real part, unit of the matrix
     */
    public double real(int k) {
        return real[k];
    }

    /**
     * The imaginary part of an eigenvalue; of a conjugate pair the positive one comes first.
     *
     * @param k rank of the eigenvalue by decreasing real part, from 0
     * @return the imaginary part, unit of the matrix
     */
    public double imaginary(int k) {
        return imaginary[k];
    }

    /**
     * The spectral abscissa, the largest real part of all eigenvalues.
     *
     * @return the real part of the first eigenvalue, negative infinity for order 0
     */
    public double abscissa() {
        return order == 0 ? Double.NEGATIVE_INFINITY : real[0];
    }

    /**
     * The smallest real part of all eigenvalues.
     *
     * @return the real part of the last eigenvalue, positive infinity for order 0
     */
    public double smallestReal() {
        return order == 0 ? Double.POSITIVE_INFINITY : real[order - 1];
    }

    /** Keeps the Hessenberg matrix for eigenvectors, and clears the multipliers before the iteration. */
    private void keepReduced() {
        for (int j = 0; j < order; j++) {
            System.arraycopy(columns[j], 0, reduced[j], 0, order);
            Arrays.fill(columns[j], Math.min(j + 2, order), order, 0);
        }
    }

    /** The Hessenberg matrix as columns, with the multipliers that made it below the subdiagonal. */
    double[][] reduced() {
        return reduced;
    }

    /** Turns a right eigenvector of the Hessenberg matrix into one of the matrix itself, in place. */
    void restoreRight(double[] vector) {
        reduction.restoreRight(reduced, vector);
        for (int i = 0; i < order; i++) {
            work[permutation[i]] = vector[i] * scale[i];
        }
        System.arraycopy(work, 0, vector, 0, order);
    }

    /** Turns a left eigenvector of the Hessenberg matrix into one of the matrix itself, in place. */
    void restoreLeft(double[] vector) {
        reduction.restoreLeft(reduced, vector);
        for (int i = 0; i < order; i++) {
            work[permutation[i]] = vector[i] / scale[i];
        }
        System.arraycopy(work, 0, vector, 0, order);
    }

    private void load(double[] rowMajor) {
        DenseMatrices.requireSquare(rowMajor, order);
        orderByMagnitude(rowMajor);
        for (int i = 0; i < order; i++) {
            int row = permutation[i] * order;
            for (int j = 0; j < order; j++) {
                columns[j][i] = rowMajor[row + permutation[j]];
            }
        }
    }

    private void orderByMagnitude(double[] rowMajor) {
        for (int i = 0; i < order; i++) {
            double size = Math.abs(rowMajor[i * order + i]);
            int position = i;
            for (; position > 0 && work[position - 1] < size; position--) {
                work[position] = work[position - 1];
                permutation[position] = permutation[position - 1];
            }
            work[position] = size;
            permutation[position] = i;
        }
    }

    private void sort() {
        for (int i = 1; i < order; i++) {
            double re = real[i];
            double im = imaginary[i];
            int position = i;
            for (; position > 0 && real[position - 1] < re; position--) {
                real[position] = real[position - 1];
                imaginary[position] = imaginary[position - 1];
            }
            real[position] = re;
            imaginary[position] = im;
        }
    }
}
