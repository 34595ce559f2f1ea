package org.kindling.numerics;

import java.util.Arrays;

/**
 * A matrix whose entries are kept as unevaluated pairs of doubles, about 32 significant digits, for sums that cancel.
 *
 * <p>A workspace of fixed shape [rows, columns] with one owner; it is not thread-safe. Its operations are those on whole
 * rows, whose loops vectorise.
 *
 * <p>Source: T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM Journal on Scientific Computing 26 (2005)
 * 1955, doi:10.1137/030601818.
 */
public final class DoubleDoubleMatrix {
    private final double[][] high;
    private final double[][] low;

    private DoubleDoubleMatrix(int rows, int columns) {
        high = new double[rows][columns];
        low = new double[rows][columns];
    }

    /**
     * A matrix of zeros.
     *
     * @param rows number of rows, at least 0
     * @param columns number of columns, at least 0
     * @return the matrix
     */
    public static DoubleDoubleMatrix zeros(int rows, int columns) {
        return new DoubleDoubleMatrix(rows, columns);
    }

    /** Sets all entries to zero. */
    public void clear() {
        for (int row = 0; row < high.length; row++) {
            Arrays.fill(high[row], 0);
            Arrays.fill(low[row], 0);
        }
    }

    /**
     * Adds a number to an entry.
     *
     * @param row its row
     * @param column its column
     * @param value what is added
     */
    public void add(int row, int column, double value) {
        double before = high[row][column];
        double sum = before + value;
        double part = sum - before;
        low[row][column] += (before - (sum - part)) + (value - part);
        high[row][column] = sum;
    }

    /**
     * Adds a multiple of another matrix' row to a row.
     *
     * @param row the row that changes
     * @param factor the factor
     * @param source the other matrix, with as many columns
     * @param sourceRow its row
     */
    public void addMultiple(int row, double factor, DoubleDoubleMatrix source, int sourceRow) {
        DoubleDouble.addMultiple(high[row], low[row], factor, source.high[sourceRow], source.low[sourceRow]);
    }

    /**
     * An entry, rounded.
     *
     * @param row its row
     * @param column its column
     * @return the double nearest to it
     */
    public double value(int row, int column) {
        return high[row][column] + low[row][column];
    }

    /**
     * The product of a row and a vector, rounded once.
     *
     * @param row the row
     * @param vector the vector, shape [columns]
     * @return their product
     */
    public double timesRow(int row, double... vector) {
        DoubleDouble sum = new DoubleDouble();
        for (int column = 0; column < vector.length; column++) {
            sum.addProduct(vector[column], high[row][column], low[row][column]);
        }
        return sum.high();
    }
}
