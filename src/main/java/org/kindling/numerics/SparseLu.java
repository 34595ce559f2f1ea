package org.kindling.numerics;

import java.util.Arrays;

/**
 * LU factors of the matrices \(\sigma I - A\), where A is sparse and real and the shift \(\sigma\) real or complex. Where
 * the pattern of A is bordered by auxiliary unknowns, these are not shifted.
 *
 * <p>Pivots lie on the diagonal, in an order that depends on the pattern alone. That is safe for most matrices of
 * shifted stiff equations but not for all, so the first solution with new factors is put back into the equations, and
 * when they are not met the matrix is factored again with partial pivoting, as a dense one.
 *
 * <p>Not thread-safe: a workspace with one owner.
 */
final class SparseLu {
    /** A residual of so many roundings of its terms is as small as elimination can make it. */
    private static final double ROUNDINGS = 64;

    /**
     * A residual of this share of the shift's own term is harmless. More would be dangerous: factors that err by more than
     * the shift make the slowest modes look as if there were nothing to correct, and an iteration ends too early.
     */
    private static final double SHARE_OF_SHIFT = 1e-3;

    private final SparsityPattern pattern;
    private final Elimination elimination;
    private final double[] real;
    private final double[] imaginary;
    private final double[] rightReal;
    private final double[] rightImaginary;
    private final double[] solutionReal;
    private final double[] solutionImaginary;
    private final double[] residualReal;
    private final double[] residualImaginary;
    private final double[] sizes;
    private final double[] entries;
    private double shiftReal;
    private double shiftImaginary;
    private boolean complex;
    private boolean proven;
    private boolean dense;
    private ComplexLu fallback = new ComplexLu(0);

    /** Creates the workspace for matrices of one pattern. */
    SparseLu(SparsityPattern pattern) {
        this.pattern = pattern;
        elimination = pattern.elimination();
        real = new double[elimination.values()];
        imaginary = new double[elimination.values()];
        rightReal = new double[pattern.size()];
        rightImaginary = new double[pattern.size()];
        solutionReal = new double[pattern.size()];
        solutionImaginary = new double[pattern.size()];
        residualReal = new double[pattern.size()];
        residualImaginary = new double[pattern.size()];
        sizes = new double[pattern.size()];
        entries = new double[pattern.entries()];
    }

    /**
     * Factors a matrix.
     *
     * @return whether it is regular as far as doubles can tell
     */
    boolean factor(double shiftReal, double shiftImaginary, double[] values) {
        this.shiftReal = shiftReal;
        this.shiftImaginary = shiftImaginary;
        complex = shiftImaginary != 0;
        System.arraycopy(values, 0, entries, 0, entries.length);
        proven = false;
        dense = false;
        load();
        return (complex ? eliminateComplex() : eliminateReal()) || factorDense();
    }

    private void load() {
        Arrays.fill(real, 0);
        shift(real, shiftReal);
        int[] positions = elimination.positions;
        for (int entry = 0; entry < entries.length; entry++) {
            real[positions[entry]] -= entries[entry];
        }
        if (complex) {
            Arrays.fill(imaginary, 0);
            shift(imaginary, shiftImaginary);
        }
    }

    /** The values of the pivots come first. */
    private void shift(double[] values, double shift) {
        for (int step = 0; step < elimination.pivots.length; step++) {
            values[step] = elimination.pivots[step] < pattern.order() ? shift : 0;
        }
    }

    private boolean eliminateReal() {
        double[] value = real;
        int[] target = elimination.targets;
        int[] belowStart = elimination.belowStart;
        int[] rightStart = elimination.rightStart;
        int next = 0;
        for (int step = 0; step < pattern.size(); step++) {
            double inverse = 1 / value[step];
            if (inverse == 0 || !Double.isFinite(inverse)) {
                return false;
            }
            value[step] = inverse;
            int from = elimination.rightValues + rightStart[step];
            int to = elimination.rightValues + rightStart[step + 1];
            for (int below = belowStart[step]; below < belowStart[step + 1]; below++) {
                double factor = value[elimination.belowValues + below] * inverse;
                value[elimination.belowValues + below] = factor;
                for (int k = from; k < to; k++) {
                    value[target[next++]] -= factor * value[k];
                }
            }
        }
        return true;
    }

    private boolean eliminateComplex() {
        double[] re = real;
        double[] im = imaginary;
        int[] target = elimination.targets;
        int[] belowStart = elimination.belowStart;
        int[] rightStart = elimination.rightStart;
        int next = 0;
        for (int step = 0; step < pattern.size(); step++) {
            if (!invertPivot(step)) {
                return false;
            }
            double inverseRe = re[step];
            double inverseIm = im[step];
            int from = elimination.rightValues + rightStart[step];
            int to = elimination.rightValues + rightStart[step + 1];
            for (int below = belowStart[step]; below < belowStart[step + 1]; below++) {
                int at = elimination.belowValues + below;
                double factorRe = re[at] * inverseRe - im[at] * inverseIm;
                double factorIm = re[at] * inverseIm + im[at] * inverseRe;
                re[at] = factorRe;
                im[at] = factorIm;
                for (int k = from; k < to; k++) {
                    int to1 = target[next++];
                    re[to1] -= factorRe * re[k] - factorIm * im[k];
                    im[to1] -= factorRe * im[k] + factorIm * re[k];
                }
            }
        }
        return true;
    }

    private boolean invertPivot(int step) {
        double scale = Math.abs(real[step]) + Math.abs(imaginary[step]);
        double re = real[step] / scale;
        double im = imaginary[step] / scale;
        double inverse = 1 / (re * re + im * im) / scale;
        real[step] = re * inverse;
        imaginary[step] = -im * inverse;
        return inverse > 0 && Double.isFinite(inverse);
    }

    private boolean factorDense() {
        dense = true;
        proven = true;
        fallback = new ComplexLu(pattern.size());
        for (int i = 0; i < pattern.order(); i++) {
            fallback.realRow(i)[i] = shiftReal;
            fallback.imaginaryRow(i)[i] = shiftImaginary;
        }
        for (int entry = 0; entry < entries.length; entry++) {
            fallback.realRow(pattern.row(entry))[pattern.column(entry)] -= entries[entry];
        }
        return fallback.factor(complex);
    }

    /**
     * Solves for x in place; of a real matrix, for the real part only. Auxiliary unknowns are no part of x.
     *
     * @return whether a solution was found; false if the factors prove useless and there are no better ones
     */
    boolean solve(double[] re, double[] im) {
        load(re, im);
        substitute(solutionReal, solutionImaginary);
        if (!proven) {
            System.arraycopy(re, 0, rightReal, 0, re.length);
            System.arraycopy(im, 0, rightImaginary, 0, im.length);
            proven = met(solutionReal, solutionImaginary);
            if (!proven) {
                if (!factorDense()) {
                    return false;
                }
                load(re, im);
                substitute(solutionReal, solutionImaginary);
            }
        }
        System.arraycopy(solutionReal, 0, re, 0, re.length);
        System.arraycopy(solutionImaginary, 0, im, 0, im.length);
        return true;
    }

    private void load(double[] re, double[] im) {
        Arrays.fill(solutionReal, 0);
        Arrays.fill(solutionImaginary, 0);
        System.arraycopy(re, 0, solutionReal, 0, re.length);
        System.arraycopy(im, 0, solutionImaginary, 0, im.length);
    }

    private void substitute(double[] re, double[] im) {
        if (dense) {
            fallback.solve(new ComplexVector(re, im));
        } else if (complex) {
            substituteComplex(re, im);
        } else {
            substituteReal(re);
        }
    }

    private void substituteReal(double[] b) {
        double[] value = real;
        int[] pivots = elimination.pivots;
        int[] start = elimination.belowStart;
        int[] row = elimination.belowRow;
        for (int step = 0; step < pivots.length; step++) {
            double x = b[pivots[step]];
            for (int k = start[step]; k < start[step + 1]; k++) {
                b[row[k]] -= value[elimination.belowValues + k] * x;
            }
        }
        start = elimination.rightStart;
        int[] column = elimination.rightColumn;
        for (int step = pivots.length - 1; step >= 0; step--) {
            double x = b[pivots[step]];
            for (int k = start[step]; k < start[step + 1]; k++) {
                x -= value[elimination.rightValues + k] * b[column[k]];
            }
            b[pivots[step]] = x * value[step];
        }
    }

    private void substituteComplex(double[] bRe, double[] bIm) {
        int[] pivots = elimination.pivots;
        int[] start = elimination.belowStart;
        int[] row = elimination.belowRow;
        for (int step = 0; step < pivots.length; step++) {
            double xRe = bRe[pivots[step]];
            double xIm = bIm[pivots[step]];
            for (int k = start[step]; k < start[step + 1]; k++) {
                double re = real[elimination.belowValues + k];
                double im = imaginary[elimination.belowValues + k];
                bRe[row[k]] -= re * xRe - im * xIm;
                bIm[row[k]] -= re * xIm + im * xRe;
            }
        }
        start = elimination.rightStart;
        int[] column = elimination.rightColumn;
        for (int step = pivots.length - 1; step >= 0; step--) {
            double xRe = bRe[pivots[step]];
            double xIm = bIm[pivots[step]];
            for (int k = start[step]; k < start[step + 1]; k++) {
                double re = real[elimination.rightValues + k];
                double im = imaginary[elimination.rightValues + k];
                xRe -= re * bRe[column[k]] - im * bIm[column[k]];
                xIm -= re * bIm[column[k]] + im * bRe[column[k]];
            }
            bRe[pivots[step]] = xRe * real[step] - xIm * imaginary[step];
            bIm[pivots[step]] = xRe * imaginary[step] + xIm * real[step];
        }
    }

    /** Whether each row of b - A x is small, measured so that no scaling of rows or columns changes it. */
    private boolean met(double[] xRe, double[] xIm) {
        double shift = Math.abs(shiftReal) + Math.abs(shiftImaginary);
        Arrays.fill(residualReal, 0);
        Arrays.fill(residualImaginary, 0);
        Arrays.fill(sizes, 0);
        for (int i = 0; i < pattern.order(); i++) {
            residualReal[i] = rightReal[i] - shiftReal * xRe[i];
            sizes[i] = Math.abs(rightReal[i]) + shift * Math.abs(xRe[i]);
            if (complex) {
                residualReal[i] += shiftImaginary * xIm[i];
                residualImaginary[i] = rightImaginary[i] - shiftReal * xIm[i] - shiftImaginary * xRe[i];
                sizes[i] += Math.abs(rightImaginary[i]) + shift * Math.abs(xIm[i]);
            }
        }
        for (int entry = 0; entry < entries.length; entry++) {
            int row = pattern.row(entry);
            int column = pattern.column(entry);
            residualReal[row] += entries[entry] * xRe[column];
            sizes[row] += Math.abs(entries[entry] * xRe[column]);
            if (complex) {
                residualImaginary[row] += entries[entry] * xIm[column];
                sizes[row] += Math.abs(entries[entry] * xIm[column]);
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            double error = Math.abs(residualReal[i]) + (complex ? Math.abs(residualImaginary[i]) : 0);
            double x = Math.abs(xRe[i]) + (complex ? Math.abs(xIm[i]) : 0);
            double harmless = ROUNDINGS * Math.ulp(1.0) * sizes[i] + SHARE_OF_SHIFT * shift * x;
            // Products that underflow say nothing of the factors.
            if (!(error <= harmless + Double.MIN_NORMAL)) {
                return false;
            }
        }
        return true;
    }
}
