package org.kindling.numerics;

import java.util.Arrays;

/**
 * Counts of a sample between given edges.
 *
 * <p>Bin k holds the values from edge k (included) to edge k + 1 (excluded); the last bin includes its upper edge.
 */
public final class Histogram {
    private final double[] edges;
    private final long[] counts;
    private final long below;
    private final long above;

    private Histogram(double[] edges, long[] counts, long below, long above) {
        this.edges = edges;
        this.counts = counts;
        this.below = below;
        this.above = above;
    }

    /**
     * Counts a sample, O(n log bins).
     *
     * @param sample values, none of them NaN
     * @param edges at least two finite edges in rising order
     * @return the counts
     * @throws IllegalArgumentException if there are fewer than two edges, they do not rise, or a value is NaN
     */
    public static Histogram of(double[] sample, double[] edges) {
        requireRising(edges);
        int bins = edges.length - 1;
        long[] counts = new long[bins];
        long below = 0;
        long above = 0;
        for (double value : sample) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("sample has a value NaN, but all must be numbers");
            }
            if (value < edges[0]) {
                below++;
            } else if (value > edges[bins]) {
                above++;
            } else {
                counts[bin(value, edges)]++;
            }
        }
        return new Histogram(edges.clone(), counts, below, above);
    }

    /**
     * Edges of bins of equal width.
     *
     * @param from first edge
     * @param to last edge, larger than the first
     * @param bins number of bins, at least 1
     * @return bins + 1 edges
     * @throws IllegalArgumentException if the range is empty or there is no bin
     */
    public static double[] evenEdges(double from, double to, int bins) {
        if (bins < 1 || !(from < to)) {
            throw new IllegalArgumentException(
                    bins + " bins from " + from + " to " + to + ", but need one bin or more and a range");
        }
        double[] edges = new double[bins + 1];
        for (int k = 0; k < bins; k++) {
            edges[k] = from + (to - from) * k / bins;
        }
        edges[bins] = to;
        return edges;
    }

    private static int bin(double value, double[] edges) {
        int found = Arrays.binarySearch(edges, value == 0 ? 0.0 : value);
        int bin = found >= 0 ? found : -found - 2;
        return Math.min(bin, edges.length - 2);
    }

    private static void requireRising(double[] edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException(edges.length + " edges, but a histogram needs at least 2");
        }
        DenseMatrices.requireFinite(edges);
        for (int k = 1; k < edges.length; k++) {
            if (edges[k] <= edges[k - 1]) {
                throw new IllegalArgumentException("edge " + edges[k] + " follows " + edges[k - 1] + ", but must rise");
            }
        }
    }

    /**
     * The number of bins.
     *
     * @return one less than the number of edges
     */
    public int bins() {
        return counts.length;
    }

    /**
     * An edge.
     *
     * @param k from 0 to the number of bins
     * @return lower edge of bin k, upper edge of bin k - 1
     */
    public double edge(int k) {
        return edges[k];
    }

    /**
     * The count of a bin.
     *
     * @param k bin, from 0
     * @return number of values in it
     */
    public long count(int k) {
        return counts[k];
    }

    /**
     * The count left of the first edge.
     *
     * @return number of values
     */
    public long below() {
        return below;
    }

    /**
     * The count right of the last edge.
     *
     * @return number of values
     */
    public long above() {
        return above;
    }
}
