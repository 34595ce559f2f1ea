package org.kindling.numerics;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The steps of a sparse Gaussian elimination with pivots on the diagonal, fixed before any number is known.
 *
 * <p>The next pivot is the one that touches the fewest entries: Markowitz' product (r - 1)(c - 1) of the entries left in its
 * row and column. All indices of rows and columns are those of the matrix itself, so that right-hand sides need not be
 * permuted. Immutable.
 *
 * <p>Source: H. M. Markowitz, The elimination form of the inverse and its application to linear programming, Management
 * Science 3, 255 (1957), doi:10.1287/mnsc.3.3.255; I. S. Duff, A. M. Erisman, J. K. Reid, Direct Methods for Sparse
 * Matrices, 2nd edition, chapters 5 and 7, ISBN 978-0-19-850838-0.
 */
final class Elimination {
    /** Index of the row and column that is eliminated in each step. */
    final int[] pivots;

    /** Where the entries below and right of each pivot start; one more than there are steps. */
    final int[] belowStart;

    final int[] rightStart;

    /** Row of each entry below a pivot, column of each entry right of one. */
    final int[] belowRow;

    final int[] rightColumn;

    /** Where the values of the entries below the pivots begin; those of the pivots, in order of steps, come first. */
    final int belowValues;

    /** Where the values of the entries right of the pivots begin. */
    final int rightValues;

    /** The value changed by each multiplication, in the order in which they are done. */
    final int[] targets;

    /** The value that holds each entry of the pattern. */
    final int[] positions;

    private Elimination(int[] pivots, BitSet[] right, BitSet[] below, SparsityPattern pattern) {
        int order = pivots.length;
        this.pivots = pivots;
        belowStart = starts(below);
        rightStart = starts(right);
        belowRow = flat(below);
        rightColumn = flat(right);
        belowValues = order;
        rightValues = order + belowRow.length;
        int[][] position = new int[order][order];
        for (int step = 0; step < order; step++) {
            int pivot = pivots[step];
            position[pivot][pivot] = step;
            for (int k = belowStart[step]; k < belowStart[step + 1]; k++) {
                position[belowRow[k]][pivot] = belowValues + k;
            }
            for (int k = rightStart[step]; k < rightStart[step + 1]; k++) {
                position[pivot][rightColumn[k]] = rightValues + k;
            }
        }
        targets = targets(position);
        positions = IntStream.range(0, pattern.entries())
                .map(entry -> position[pattern.row(entry)][pattern.column(entry)])
                .toArray();
    }

    /** Orders the pivots, O(n^3 / 64) at worst. */
    static Elimination of(SparsityPattern pattern) {
        int order = pattern.size();
        BitSet[] rows = sets(order);
        BitSet[] columns = sets(order);
        for (int entry = 0; entry < pattern.entries(); entry++) {
            if (pattern.row(entry) != pattern.column(entry)) {
                rows[pattern.row(entry)].set(pattern.column(entry));
                columns[pattern.column(entry)].set(pattern.row(entry));
            }
        }
        int[] pivots = new int[order];
        BitSet[] right = new BitSet[order];
        BitSet[] below = new BitSet[order];
        BitSet left = new BitSet(order);
        left.set(0, order);
        for (int step = 0; step < order; step++) {
            int pivot = cheapest(left, rows, columns);
            left.clear(pivot);
            pivots[step] = pivot;
            right[step] = rows[pivot];
            below[step] = columns[pivot];
            below[step].stream().forEach(row -> join(rows[row], rows[pivot], row, pivot));
            right[step].stream().forEach(column -> join(columns[column], columns[pivot], column, pivot));
        }
        return new Elimination(pivots, right, below, pattern);
    }

    private static BitSet[] sets(int order) {
        BitSet[] sets = new BitSet[order];
        Arrays.setAll(sets, i -> new BitSet(order));
        return sets;
    }

    private static int cheapest(BitSet left, BitSet[] rows, BitSet[] columns) {
        int best = -1;
        long lowest = Long.MAX_VALUE;
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            long cost = (long) rows[i].cardinality() * columns[i].cardinality();
            if (cost < lowest) {
                lowest = cost;
                best = i;
            }
        }
        return best;
    }

    /** Fills what elimination fills, and forgets the pivot. */
    private static void join(BitSet line, BitSet pivotLine, int self, int pivot) {
        line.or(pivotLine);
        line.clear(self);
        line.clear(pivot);
    }

    private static int[] starts(BitSet[] sets) {
        int[] starts = new int[sets.length + 1];
        for (int step = 0; step < sets.length; step++) {
            starts[step + 1] = starts[step] + sets[step].cardinality();
        }
        return starts;
    }

    private static int[] flat(BitSet[] sets) {
        return Arrays.stream(sets).flatMapToInt(BitSet::stream).toArray();
    }

    private int[] targets(int[][] position) {
        int multiplications = 0;
        for (int step = 0; step < pivots.length; step++) {
            multiplications = Math.addExact(
                    multiplications,
                    Math.multiplyExact(
                            belowStart[step + 1] - belowStart[step], rightStart[step + 1] - rightStart[step]));
        }
        int[] result = new int[multiplications];
        int next = 0;
        for (int step = 0; step < pivots.length; step++) {
            for (int below = belowStart[step]; below < belowStart[step + 1]; below++) {
                for (int right = rightStart[step]; right < rightStart[step + 1]; right++) {
                    result[next++] = position[belowRow[below]][rightColumn[right]];
                }
            }
        }
        return result;
    }

    /** The number of values that an elimination works on. */
    int values() {
        return rightValues + rightColumn.length;
    }
}
