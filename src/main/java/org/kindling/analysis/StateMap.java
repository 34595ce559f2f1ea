package org.kindling.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindling.numerics.NeighbourEmbedding;
import org.kindling.numerics.PrincipalComponents;
import org.kindling.sampling.RandomStreams;

/**
 * Two maps of the same states in the plane: by principal components, on which distances keep their meaning, and by
 * {@link NeighbourEmbedding}, on which groups are to be seen.
 *
 * @param components the places by the first two principal components, one a state
 * @param explained the shares of the variance that the first two components explain
 * @param neighbours the places that keep neighbours together, one a state
 */
public record StateMap(List<Place> components, Place explained, List<Place> neighbours) {

    private static final long PURPOSE = 0x4D4150L; // "MAP" in ASCII

    /** Fewer states have no neighbourhoods. */
    private static final int FEWEST = 4;

    /** The usual number for some tens to thousands of points; fewer points lower it. */
    private static final double NEIGHBOURS = 30;

    /** Copies the lists. */
    public StateMap {
        components = List.copyOf(components);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * A point of the plane.
     *
     * @param right its distance to the right
     * @param up its distance upwards
     */
    public record Place(double right, double up) {

        private static Place of(double... coordinates) {
            return new Place(coordinates[0], coordinates[1]);
        }
    }

    /**
     * Maps states.
     *
     * @param features what describes each, shape [states, features]
     * @param seed the seed of the second map
     * @return the maps; empty if there are fewer than four states, more than {@link NeighbourEmbedding#MOST_POINTS}, or less
     *     than two features
     */
    public static Optional<StateMap> of(List<double[]> features, long seed) {
        int count = features.size();
        if (count < FEWEST || count > NeighbourEmbedding.MOST_POINTS || features.get(0).length < 2) {
            return Optional.empty();
        }
        double[][] points = centred(features);
        PrincipalComponents spread = PrincipalComponents.of(points);
        NeighbourEmbedding embedding =
                NeighbourEmbedding.of(points, NEIGHBOURS, RandomStreams.of(seed, PURPOSE).stream(0));
        List<Place> components = new ArrayList<>();
        List<Place> neighbours = new ArrayList<>();
        for (int state = 0; state < points.length; state++) {
            components.add(Place.of(spread.score(0, points[state]), spread.score(1, points[state])));
            neighbours.add(Place.of(embedding.place(state)));
        }
        return Optional.of(new StateMap(components, Place.of(spread.explained(0), spread.explained(1)), neighbours));
    }

    private static double[][] centred(List<double[]> features) {
        double[][] points = features.stream().map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < points[0].length; k++) {
            int feature = k;
            double mean = Arrays.stream(points)
                    .mapToDouble(point -> point[feature])
                    .average()
                    .orElse(0);
            for (double[] point : points) {
                point[feature] -= mean;
            }
        }
        return points;
    }
}
