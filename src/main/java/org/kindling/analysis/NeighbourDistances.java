package org.kindling.analysis;

import java.util.Arrays;

/**
 * Mean distances from sets to the nearest other set, Euclidean in the saturations \( \sigma = 1/(1 + e^u) \). They tell a
 * population that has collapsed, whose sets are nearer to each other than those of the other, and one that repeats the other,
 * whose sets are nearer to it than its own are to each other.
 *
 * <p>Distances fall with the number of sets; so equally many of each population are taken.
 *
 * @param sets how many sets of each
 * @param firstWithin from a set of the first population to the nearest other of the first
 * @param secondWithin from a set of the second population to the nearest other of the second
 * @param firstToSecond from a set of the first population to the nearest of the second
 * @param secondToFirst from a set of the second population to the nearest of the first
 */
public record NeighbourDistances(
        int sets, double firstWithin, double secondWithin, double firstToSecond, double secondToFirst) {

    /**
     * The distances between points, at a cost of O(sets^2 parameters).
     *
     * @param first coordinates u of the first, shape [sets, parameters], at least two sets
     * @param second coordinates u of the second, of the same shape
     * @return the distances
     */
    static NeighbourDistances of(double[][] first, double[][] second) {
        double[][] own = saturations(first);
        double[][] other = saturations(second);
        return new NeighbourDistances(
                own.length, mean(own, own), mean(other, other), mean(own, other), mean(other, own));
    }

    private static double[][] saturations(double[][] points) {
        return Arrays.stream(points)
                .map(point ->
                        Arrays.stream(point).map(u -> 1 / (1 + Math.exp(u))).toArray())
                .toArray(double[][]::new);
    }

    private static double mean(double[][] from, double[][] to) {
        return Arrays.stream(from)
                .mapToDouble(point -> nearest(point, to))
                .average()
                .orElseThrow();
    }

    private static double nearest(double[] point, double[]... to) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] other : to) {
            if (other != point) {
                nearest = Math.min(nearest, square(point, other, nearest));
            }
        }
        return Math.sqrt(nearest);
    }

    /** The square of a distance; of one beyond a limit, any number beyond it. */
    private static double square(double[] point, double[] other, double limit) {
        double square = 0;
        for (int k = 0; k < point.length && square < limit; k++) {
            double difference = point[k] - other[k];
            square += difference * difference;
        }
        return square;
    }
}
