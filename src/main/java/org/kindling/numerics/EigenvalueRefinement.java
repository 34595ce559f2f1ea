package org.kindling.numerics;

import java.util.Arrays;

/**
 * Newton refinement of one eigenvalue and its eigenvectors with residuals in double-double arithmetic.
 *
 * <p>With \(B = D^{-1} J D\), the matrix balanced by powers of two, and two fixed vectors b, c, the bordered matrix
 *
 * <p>\[ M = \begin{pmatrix} B - \lambda_0 I &amp; b \\ c^T &amp; 0 \end{pmatrix} \]
 *
 * <p>is well conditioned for a simple eigenvalue however close \(\lambda_0\) is. It is factored once. Solving
 * \(M (r, s) = (0, 1)\) starts the right eigenvector with \(c^T r = 1\); each step computes \(\rho = B r - \lambda r\)
 * in double-double, solves \(M (z, \sigma) = (-\rho, 0)\), and corrects \(\lambda\) by \(-\sigma / \tau\) and r by
 * \(z + y\,\delta\lambda\), where \(M (y, \tau) = (r, 0)\). Since \(\lambda\) and r are kept in double-double, the
 * eigenvalue becomes accurate to a rounding error even when it is 1e13 times smaller than the largest one.
 *
 * <p>An instance is a workspace of fixed order with one owner; it is not thread-safe. One call costs one LU
 * decomposition and a few solves.
 *
 * <p>Sources: W. Govaerts, Numerical Methods for Bifurcations of Dynamical Equilibria, chapter 3,
 * doi:10.1137/1.9780898719543; J. J. Dongarra, C. B. Moler, J. H. Wilkinson, Improving the accuracy of computed
 * eigenvalues and eigenvectors, SIAM Journal on Numerical Analysis 20 (1983) 23, doi:10.1137/0720002.
 */
public final class EigenvalueRefinement {
    /** Corrections smaller than this, relative, change no digit of a double. */
    private static final double TOLERANCE = Math.ulp(1.0);

    /** Each step gains at least some digits when it converges at all; three steps are usual. */
    private static final int MAXIMUM_STEPS = 12;

    /** Eigenvalues this much smaller than the largest entry are zero as far as double-double arithmetic can tell. */
    private static final double ZERO = 0x1p-90;

    private final int order;
    private final double[][] columns;
    private final double[] scale;
    private final ComplexLu lu;
    private final double[] border;
    private final ComplexVector right;
    private final ComplexVector rightLow;
    private final ComplexVector left;
    private final ComplexVector response;
    private final ComplexVector correction;
    private final double[] residualHigh;
    private final double[] residualLow;
    private final DoubleDouble sum = new DoubleDouble();
    private final DoubleDouble lambdaReal = new DoubleDouble();
    private final DoubleDouble lambdaImaginary = new DoubleDouble();
    private double stepReal;
    private double stepImaginary;
    private double smallest;
    private boolean complex;

    private EigenvalueRefinement(int order) {
        this.order = order;
        columns = new double[order][order];
        residualHigh = new double[order];
        residualLow = new double[order];
        scale = new double[order];
        lu = new ComplexLu(order + 1);
        right = new ComplexVector(order + 1);
        rightLow = new ComplexVector(order + 1);
        left = new ComplexVector(order + 1);
        response = new ComplexVector(order + 1);
        correction = new ComplexVector(order + 1);
        border = border(order);
    }

    /**
     * Creates the workspace for matrices of one order.
     *
     * @param order number of rows and columns, at least 1
     * @return a workspace that has refined nothing yet
     * @throws IllegalArgumentException if {@code order} is less than 1
     */
    public static EigenvalueRefinement ofOrder(int order) {
        if (order < 1) {
            throw new IllegalArgumentException("order is " + order + ", but must be at least 1");
        }
        return new EigenvalueRefinement(order);
    }

    /** Numbers between 1/2 and 1 of either sign without a pattern: no eigenvector is orthogonal to them by design. */
    private static double[] border(int order) {
        double[] border = new double[order];
        double golden = 0.6180339887498949;
        for (int i = 0; i < order; i++) {
            double fraction = (i + 1) * golden % 1;
            border[i] = fraction < 0.5 ? fraction - 1 : fraction;
        }
        return border;
    }

    /**
     * Refines an eigenvalue.
     *
     * @param rowMajor the matrix, shape [order, order]; it is left as it was
     * @param real real part of the approximate eigenvalue
     * @param imaginary its imaginary part; 0 keeps the refinement real
     * @return the refined value, or the last one with a status that says why not to trust it
     * @throws IllegalArgumentException if the matrix has another order, or a number is not finite
     */
    public RefinedEigenvalue refine(double[] rowMajor, double real, double imaginary) {
        if (!start(rowMajor, real, imaginary)) {
            return new RefinedEigenvalue(real, imaginary, 1, RefinedEigenvalue.Status.SINGULAR);
        }
        startResponse();
        double error = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAXIMUM_STEPS && error > TOLERANCE; step++) {
            newtonStep();
            applyStep();
            double previous = error;
            error = relativeStep();
            if (!(error < previous)) {
                return new RefinedEigenvalue(real, imaginary, 1, RefinedEigenvalue.Status.NOT_CONVERGED);
            }
        }
        normalise();
        RefinedEigenvalue.Status status =
                error <= TOLERANCE ? RefinedEigenvalue.Status.CONVERGED : RefinedEigenvalue.Status.NOT_CONVERGED;
        return new RefinedEigenvalue(lambdaReal.high(), lambdaImaginary.high(), error, status);
    }

    /**
     * Estimates the relative error of an approximate eigenvalue from its residual in double-double.
     *
     * <p>The estimate is \(|l^T (J - \lambda I) r| / (|l^T r| |\lambda|)\) with right and left vectors of the nearest
     * eigenvalue, the first Newton step. It holds for simple eigenvalues and errors small beside the distance to the
     * next eigenvalue.
     *
     * @param rowMajor the matrix, shape [order, order]; it is left as it was
     * @param real real part of the eigenvalue
     * @param imaginary its imaginary part
     * @return the estimate; infinity if the eigenvalue has several eigenvectors
     * @throws IllegalArgumentException if the matrix has another order, or a number is not finite
     */
    public double relativeError(double[] rowMajor, double real, double imaginary) {
        if (!start(rowMajor, real, imaginary)) {
            return Double.POSITIVE_INFINITY;
        }
        startResponse();
        newtonStep();
        double error = relativeStep();
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    /**
     * The real part of an entry of the right eigenvector found last, \(J r = \lambda r\).
     *
     * @param i row of the matrix
     * @return the entry, with \(l^T r = 1\)
     */
    public double rightReal(int i) {
        return right.real[i];
    }

    /**
     * The imaginary part of an entry of the right eigenvector found last.
     *
     * @param i row of the matrix
     * @return the entry, with \(l^T r = 1\)
     */
    public double rightImaginary(int i) {
        return right.imaginary[i];
    }

    /**
     * The real part of an entry of the left eigenvector found last, \(l^T J = \lambda l^T\), not conjugated.
     *
     * @param i column of the matrix
     * @return the entry, with \(l^T r = 1\)
     */
    public double leftReal(int i) {
        return left.real[i];
    }

    /**
     * The imaginary part of an entry of the left eigenvector found last.
     *
     * @param i column of the matrix
     * @return the entry, with \(l^T r = 1\)
     */
    public double leftImaginary(int i) {
        return left.imaginary[i];
    }

    /** Factors the bordered matrix and starts both eigenvectors; returns false if it is singular. */
    private boolean start(double[] rowMajor, double real, double imaginary) {
        DenseMatrices.requireSquare(rowMajor, order);
        if (!Double.isFinite(real) || !Double.isFinite(imaginary)) {
            throw new IllegalArgumentException("eigenvalue is " + real + " + " + imaginary + " i, but must be finite");
        }
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                columns[j][i] = rowMajor[i * order + j];
            }
        }
        Balancing.balance(columns, scale);
        fillBordered(real, imaginary);
        complex = imaginary != 0;
        if (!lu.factor(complex)) {
            return false;
        }
        correction.clear();
        lambdaReal.set(real, 0);
        lambdaImaginary.set(imaginary, 0);
        rightLow.clear();
        right.clear();
        right.real[order] = 1;
        lu.solve(right);
        right.setZero(order);
        left.clear();
        left.real[order] = 1;
        lu.solveTransposed(left);
        return true;
    }

    /** How the right vector responds to a change of the eigenvalue. */
    private void startResponse() {
        response.copy(right);
        lu.solve(response);
    }

    private void fillBordered(double real, double imaginary) {
        double largest = 0;
        for (int i = 0; i < order; i++) {
            double[] row = lu.realRow(i);
            for (int j = 0; j < order; j++) {
                row[j] = columns[j][i];
            }
            row[i] -= real;
            double rowLargest = Math.max(Math.abs(imaginary), DenseMatrices.largestMagnitude(row, 0, order));
            row[order] = border[i] * (rowLargest == 0 ? 1 : rowLargest);
            double[] imaginaryRow = lu.imaginaryRow(i);
            Arrays.fill(imaginaryRow, 0);
            imaginaryRow[i] = -imaginary;
            largest = Math.max(largest, rowLargest);
        }
        System.arraycopy(border, 0, lu.realRow(order), 0, order);
        lu.realRow(order)[order] = 0;
        Arrays.fill(lu.imaginaryRow(order), 0);
        smallest = largest * ZERO;
    }

    /** Solves for the correction of the right vector without lambda, and for the correction of lambda. */
    private void newtonStep() {
        negativeResidual(correction.real, right.real, rightLow.real, right.imaginary, rightLow.imaginary, -1);
        if (complex) {
            negativeResidual(correction.imaginary, right.imaginary, rightLow.imaginary, right.real, rightLow.real, 1);
        }
        correction.setZero(order);
        lu.solve(correction);
        double re = correction.real[order];
        double im = correction.imaginary[order];
        double responseReal = response.real[order];
        double responseImaginary = response.imaginary[order];
        double size = Math.hypot(responseReal, responseImaginary);
        double unitReal = responseReal / size;
        double unitImaginary = responseImaginary / size;
        stepReal = -(re * unitReal + im * unitImaginary) / size;
        stepImaginary = -(im * unitReal - re * unitImaginary) / size;
    }

    /** The real or imaginary part of \(\lambda r - B r\), where x is that part of r and y the other one. */
    private void negativeResidual(double[] target, double[] x, double[] xLow, double[] y, double[] yLow, int sign) {
        Arrays.fill(residualHigh, 0);
        Arrays.fill(residualLow, 0);
        for (int j = 0; j < order; j++) {
            DoubleDouble.addMultiple(residualHigh, residualLow, x[j], xLow[j], columns[j]);
        }
        for (int i = 0; i < order; i++) {
            sum.set(residualHigh[i], residualLow[i]);
            sum.addProduct(-lambdaReal.high(), x[i], xLow[i]);
            sum.addProduct(-lambdaReal.low(), x[i], 0);
            sum.addProduct(-sign * lambdaImaginary.high(), y[i], yLow[i]);
            sum.addProduct(-sign * lambdaImaginary.low(), y[i], 0);
            target[i] = -sum.high();
        }
    }

    private void applyStep() {
        lambdaReal.add(stepReal);
        lambdaImaginary.add(stepImaginary);
        for (int i = 0; i < order; i++) {
            double re = response.real[i];
            double im = response.imaginary[i];
            sum.set(right.real[i], rightLow.real[i]);
            sum.add(correction.real[i] + (re * stepReal - im * stepImaginary));
            right.real[i] = sum.high();
            rightLow.real[i] = sum.low();
            sum.set(right.imaginary[i], rightLow.imaginary[i]);
            sum.add(correction.imaginary[i] + (re * stepImaginary + im * stepReal));
            right.imaginary[i] = sum.high();
            rightLow.imaginary[i] = sum.low();
        }
    }

    private double relativeStep() {
        double size = Math.hypot(lambdaReal.high(), lambdaImaginary.high());
        return Math.hypot(stepReal, stepImaginary) / Math.max(size, smallest);
    }

    /** Undoes the scaling of the vectors and divides the left one by the scalar product of both. */
    private void normalise() {
        double re = 0;
        double im = 0;
        for (int i = 0; i < order; i++) {
            re += left.real[i] * right.real[i] - left.imaginary[i] * right.imaginary[i];
            im += left.real[i] * right.imaginary[i] + left.imaginary[i] * right.real[i];
        }
        double square = re * re + im * im;
        for (int i = 0; i < order; i++) {
            double x = left.real[i];
            double y = left.imaginary[i];
            left.real[i] = (x * re + y * im) / square / scale[i];
            left.imaginary[i] = (y * re - x * im) / square / scale[i];
            right.real[i] *= scale[i];
            right.imaginary[i] *= scale[i];
        }
    }
}
