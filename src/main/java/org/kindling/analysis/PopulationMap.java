package org.kindling.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kindling.analysis.StateMap.Place;
import org.kindling.numerics.PrincipalComponents;

/**
 * Sets of two populations on one map: by the two principal components of the coordinates u of both together. Places are counted
 * from u = 0, the middle of the prior.
 *
 * @param first the places of sets of the first population
 * @param second the places of sets of the second
 * @param explained the shares of the variance that the two components explain
 */
public record PopulationMap(List<Place> first, List<Place> second, Place explained) {

    /** Copies the lists. */
    public PopulationMap {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /**
     * The map of points, at least two, of two dimensions or more.
     *
     * @param first coordinates u of the first, shape [sets, parameters]
     * @param second coordinates u of the second, shape [sets, parameters]
     */
    static PopulationMap of(double[][] first, double[][] second) {
        PrincipalComponents components = PrincipalComponents.of(
                Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(double[][]::new));
        return new PopulationMap(
                places(components, first),
                places(components, second),
                new Place(components.explained(0), components.explained(1)));
    }

    private static List<Place> places(PrincipalComponents components, double[]... points) {
        List<Place> places = new ArrayList<>();
        for (double[] point : points) {
            places.add(new Place(components.score(0, point), components.score(1, point)));
        }
        return places;
    }
}
