package org.kindling.ensemble;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kindling.numerics.Medoids;

/**
 * Which valid sets are written as SBML models.
 *
 * @param kind how they are chosen
 * @param most how many at most; not used for {@link Kind#ALL} and {@link Kind#NONE}
 */
public record MemberSelection(Kind kind, int most) {

    /** How members are chosen. */
    public enum Kind {
        /** All valid sets. */
        ALL,
        /** Those with the fastest slowest mode. */
        TOP,
        /** One for each cluster of the valid sets in log-space, that nearest to the centre. */
        REPRESENTATIVE,
        /** None. */
        NONE
    }

    /** A few members that differ: enough to look at, quick to write. */
    public static final MemberSelection DEFAULT = new MemberSelection(Kind.REPRESENTATIVE, 10);

    /** Clustering takes this many evenly spaced ranks at most: its cost grows with sets times clusters times parameters. */
    private static final int CLUSTERED = 2_000;

    /**
     * Reads a selection.
     *
     * @param text {@code all}, {@code none}, {@code top:K} or {@code representative:K}
     * @return the selection
     * @throws IllegalArgumentException if the text is none of these
     */
    public static MemberSelection parse(String text) {
        String[] parts = text.split(":", 2);
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(parts[0])) {
                boolean counted = kind == Kind.TOP || kind == Kind.REPRESENTATIVE;
                if (counted && parts.length == 2 && parts[1].matches("[1-9][0-9]{0,6}")) {
                    return new MemberSelection(kind, Integer.parseInt(parts[1]));
                }
                if (!counted && parts.length == 1) {
                    return new MemberSelection(kind, Integer.MAX_VALUE);
                }
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no selection; write all, none, top:K or representative:K");
    }

    /** Gives the parameter values of a rank. */
    @FunctionalInterface
    public interface Values {

        /**
         * The values of a set.
         *
         * @param rank its rank, from 0
         * @return its values, shape [parameters]
         * @throws IOException if they cannot be read
         */
        double[] of(int rank) throws IOException;
    }

    /**
     * Chooses among ranked sets.
     *
     * @param size how many there are
     * @param values their parameter values
     * @param seed decides where clusters start
     * @return the chosen ranks in ascending order
     * @throws IOException if values cannot be read
     */
    public int[] ranks(int size, Values values, long seed) throws IOException {
        return switch (kind) {
            case NONE -> new int[0];
            case ALL -> IntStream.range(0, size).toArray();
            case TOP -> IntStream.range(0, Math.min(size, most)).toArray();
            case REPRESENTATIVE ->
                size <= most ? IntStream.range(0, size).toArray() : representatives(size, values, seed);
        };
    }

    /** The ranks that clustering looks at, in ascending order. */
    int[] candidates(int size) {
        int taken = Math.max(Math.min(most, size), Math.min(size, CLUSTERED));
        return IntStream.range(0, taken)
                .map(k -> (int) ((long) k * size / taken))
                .toArray();
    }

    private int[] representatives(int size, Values values, long seed) throws IOException {
        int[] ranks = candidates(size);
        double[][] points = new double[ranks.length][];
        for (int k = 0; k < ranks.length; k++) {
            points[k] = Arrays.stream(values.of(ranks[k])).map(Math::log).toArray();
        }
        return Arrays.stream(Medoids.select(points, most, seed))
                .map(k -> ranks[k])
                .toArray();
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.TOP || kind == Kind.REPRESENTATIVE ? name + ":" + most : name;
    }
}
