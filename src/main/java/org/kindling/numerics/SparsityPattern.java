package org.kindling.numerics;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where a square matrix may differ from zero. It may be bordered by auxiliary unknowns: where many variables act on many
 * others through few quantities \( q = E x \) only, a matrix \( A_0 + S E \) with a dense part has the sparse form
 *
 * <p>\[ \begin{pmatrix} A_0 &amp; S \\ E &amp; -I \end{pmatrix} \begin{pmatrix} x \\ q \end{pmatrix}. \]
 *
 * <p>Immutable; the order of elimination that suits it is found once, when it is
 * first asked for, and shared by all who factor matrices of this pattern, in any thread.
 */
public final class SparsityPattern {
    private final int order;
    private final int auxiliaries;
    private final int[] rows;
    private final int[] columns;
    private Optional<Elimination> elimination = Optional.empty();

    private SparsityPattern(int order, int auxiliaries, int[] rows, int[] columns) {
        this.order = order;
        this.auxiliaries = auxiliaries;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Creates a pattern.
     *
     * @param order number of rows and columns, at least 0
     * @param rows the row of each entry, from 0
     * @param columns the column of each entry, from 0
     * @return the pattern with its entries in the order given
     * @throws IllegalArgumentException if the arrays differ in length, an index is out of range or an entry occurs twice
     */
    public static SparsityPattern of(int order, int[] rows, int[] columns) {
        return bordered(order, 0, rows, columns);
    }

    /**
     * Creates the pattern of a matrix that is bordered by auxiliary unknowns.
     *
     * @param order number of variables, at least 0
     * @param auxiliaries number of auxiliary unknowns, at least 0, whose rows and columns follow those of the variables
     * @param rows the row of each entry, from 0
     * @param columns the column of each entry, from 0
     * @return the pattern with its entries in the order given
     * @throws IllegalArgumentException if the arrays differ in length, an index is out of range or an entry occurs twice
     */
    public static SparsityPattern bordered(int order, int auxiliaries, int[] rows, int[] columns) {
        if (order < 0 || auxiliaries < 0) {
            throw new IllegalArgumentException(
                    "order is " + order + " and " + auxiliaries + " auxiliary, but must be at least 0");
        }
        int size = order + auxiliaries;
        if (rows.length != columns.length) {
            throw new IllegalArgumentException(rows.length + " rows do not match " + columns.length + " columns");
        }
        Set<Long> seen = new HashSet<>();
        for (int entry = 0; entry < rows.length; entry++) {
            int row = rows[entry];
            int column = columns[entry];
            if (row < 0 || row >= size || column < 0 || column >= size) {
                throw new IllegalArgumentException(
                        "entry " + entry + " at (" + row + ", " + column + ") is outside a matrix of order " + size);
            }
            if (!seen.add((long) row * size + column)) {
                throw new IllegalArgumentException("entry (" + row + ", " + column + ") occurs twice");
            }
        }
        return new SparsityPattern(order, auxiliaries, rows.clone(), columns.clone());
    }

    /**
     * The pattern of a matrix without zeros, row by row.
     *
     * @param order number of rows and columns, at least 0
     * @return the pattern, entry (i, j) at index i * order + j
     * @throws IllegalArgumentException if {@code order} is negative
     */
    public static SparsityPattern dense(int order) {
        int entries = Math.max(0, order * order);
        int[] rows = new int[entries];
        int[] columns = new int[entries];
        for (int entry = 0; entry < entries; entry++) {
            rows[entry] = entry / order;
            columns[entry] = entry % order;
        }
        return of(order, rows, columns);
    }

    /**
     * The number of variables.
     *
     * @return number of rows and of columns without the border
     */
    public int order() {
        return order;
    }

    /**
     * The number of variables and auxiliary unknowns.
     *
     * @return number of rows and of columns
     */
    public int size() {
        return order + auxiliaries;
    }

    /**
     * The number of entries.
     *
     * @return how many entries may differ from zero
     */
    public int entries() {
        return rows.length;
    }

    /**
     * The row of an entry.
     *
     * @param entry index of the entry, from 0
     * @return its row, from 0
     */
    public int row(int entry) {
        return rows[entry];
    }

    /**
     * The column of an entry.
     *
     * @param entry index of the entry, from 0
     * @return its column, from 0
     */
    public int column(int entry) {
        return columns[entry];
    }

    /**
     * Adds the sizes of the terms of a product \( A x \), row by row; those of auxiliary unknowns go to the rows they act on.
     *
     * @param values the entries of A, shape [entries]
     * @param x the variables, shape [order]
     * @param sums receives \( \sum_j |A_{ij} x_j| \), shape [order]
     */
    void addMagnitudes(double[] values, double[] x, double[] sums) {
        double[] inner = new double[auxiliaries];
        for (int entry = 0; auxiliaries > 0 && entry < values.length; entry++) {
            if (rows[entry] >= order && columns[entry] < order) {
                inner[rows[entry] - order] += Math.abs(values[entry] * x[columns[entry]]);
            }
        }
        for (int entry = 0; entry < values.length; entry++) {
            if (rows[entry] < order) {
                int column = columns[entry];
                double variable = column < order ? x[column] : inner[column - order];
                sums[rows[entry]] += Math.abs(values[entry] * variable);
            }
        }
    }

    /** The elimination of matrices of this pattern with a full diagonal. */
    synchronized Elimination elimination() {
        if (elimination.isEmpty()) {
            elimination = Optional.of(Elimination.of(this));
        }
        return elimination.get();
    }
}
