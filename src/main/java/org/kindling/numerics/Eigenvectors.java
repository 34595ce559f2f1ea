package org.kindling.numerics;

import java.util.Arrays;

/**
 * Both eigenvectors of single eigenvalues, by inverse iteration on the Hessenberg matrix that the eigenvalues were found from,
 * so that an eigenpair costs O(n^2) beyond them, whether real or complex.
 *
 * <p>Each vector takes two steps: the first from a vector of ones, the second from its result, which removes what the error
 * of the eigenvalue left of the other modes. A mode that is tied with another has no vectors of its own; what is found is
 * then some vector of their common space, so the caller has to look at the distance to the next eigenvalue.
 *
 * <p>An instance is a workspace with one owner; it is not thread-safe.
 *
 * <p>Source: G. Peters, J. H. Wilkinson, Inverse iteration, ill-conditioned equations and Newton's method, SIAM Review 21
 * (1979) 339, doi:10.1137/1021052.
 */
public final class Eigenvectors {

    private final Eigenvalues eigenvalues;
    private final int order;
    private final HessenbergLu lu;
    private final ComplexVector right;
    private final ComplexVector left;
    private boolean complex;

    private Eigenvectors(Eigenvalues eigenvalues) {
        this.eigenvalues = eigenvalues;
        this.order = eigenvalues.order();
        this.lu = new HessenbergLu(order);
        this.right = new ComplexVector(order);
        this.left = new ComplexVector(order);
    }

    /**
     * Creates the workspace for the eigenvectors of whatever matrix some eigenvalues were computed for last.
     *
     * @param eigenvalues the eigenvalues
     * @return a workspace that has found no vector yet
     */
    public static Eigenvectors of(Eigenvalues eigenvalues) {
        return new Eigenvectors(eigenvalues);
    }

    /**
     * Finds both eigenvectors of an eigenvalue of the last matrix, O(n^2).
     *
     * @param k rank of the eigenvalue by decreasing real part, from 0
     * @return the condition number of the eigenvalue, \(\|l\| \|r\| / |l^T r|\) for the balanced matrix in Hessenberg form:
     *     by how much an error of the matrix is amplified; without meaning where the eigenvalue is tied
     */
    public double find(int k) {
        complex = eigenvalues.imaginary(k) != 0;
        lu.factor(eigenvalues.reduced(), eigenvalues.real(k), eigenvalues.imaginary(k));
        start(right);
        lu.solveUpper(right);
        right.normalise();
        lu.solve(right);
        right.normalise();
        start(left);
        lu.solveTransposed(left);
        left.normalise();
        lu.solveTransposed(left);
        left.normalise();
        double product = divideByProduct();
        eigenvalues.restoreRight(right.real);
        eigenvalues.restoreLeft(left.real);
        if (complex) {
            eigenvalues.restoreRight(right.imaginary);
            eigenvalues.restoreLeft(left.imaginary);
        }
        return 1 / product;
    }

    private static void start(ComplexVector vector) {
        Arrays.fill(vector.real, 1);
        Arrays.fill(vector.imaginary, 0);
    }

    /** Divides the left vector by its scalar product with the right one, and returns the magnitude of that product. */
    private double divideByProduct() {
        double re = DenseMatrices.dot(left.real, right.real, 0, order)
                - DenseMatrices.dot(left.imaginary, right.imaginary, 0, order);
        double im = DenseMatrices.dot(left.real, right.imaginary, 0, order)
                + DenseMatrices.dot(left.imaginary, right.real, 0, order);
        double square = re * re + im * im;
        for (int i = 0; i < order; i++) {
            double x = left.real[i];
            double y = left.imaginary[i];
            left.set(i, (x * re + y * im) / square, (y * re - x * im) / square);
        }
        return Math.sqrt(square);
    }

    /**
     * Whether the vectors found last are complex.
     *
     * @return false if their imaginary parts are 0
     */
    public boolean complex() {
        return complex;
    }

    /**
     * The real part of the right eigenvector found last, \(J r = \lambda r\).
     *
     * @return the vector itself with \(l^T r = 1\), shape [order]; it must not be written to
     */
    public double[] rightReal() {
        return right.real;
    }

    /**
     * The imaginary part of the right eigenvector found last.
     *
     * @return the vector itself, shape [order]; it must not be written to
     */
    public double[] rightImaginary() {
        return right.imaginary;
    }

    /**
     * The real part of the left eigenvector found last, \(l^T J = \lambda l^T\), not conjugated.
     *
     * @return the vector itself with \(l^T r = 1\), shape [order]; it must not be written to
     */
    public double[] leftReal() {
        return left.real;
    }

    /**
     * The imaginary part of the left eigenvector found last.
     *
     * @return the vector itself, shape [order]; it must not be written to
     */
    public double[] leftImaginary() {
        return left.imaginary;
    }
}
