package org.kindling.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.KMeansPlusPlusClusterer.EmptyClusterStrategy;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.MathArrays;

/**
 * Selection of representative points: of each cluster found by k-means++, the member nearest to the centroid.
 *
 * <p>Source: D. Arthur, S. Vassilvitskii, k-means++: the advantages of careful seeding, Proceedings of the 18th ACM-SIAM
 * Symposium on Discrete Algorithms (2007) 1027, ISBN 978-0-89871-624-5.
 */
public final class Medoids {
    /** Lloyd's iteration settles in some ten rounds; the limit guards against endless exchange of ties. */
    private static final int MAXIMUM_ITERATIONS = 200;

    private Medoids() {}

    /**
     * Selects representatives, O(points k dimensions) a round.
     *
     * @param points shape [points, dimensions], finite numbers
     * @param k number of representatives, from 0 to the number of points
     * @param seed the selection is a function of points, k and this seed
     * @return k indices of points, ascending, without repetition
     * @throws IllegalArgumentException if k is out of range, rows differ in length, or a number is not finite
     */
    public static int[] select(double[][] points, int k, long seed) {
        if (k < 0 || k > points.length) {
            throw new IllegalArgumentException(
                    k + " representatives of " + points.length + " points, but need 0 to " + points.length);
        }
        List<Point> distinct = distinct(points);
        List<Integer> selected = new ArrayList<>();
        if (distinct.size() <= k) {
            distinct.forEach(point -> selected.add(point.index));
            for (int i = 0; i < points.length && selected.size() < k; i++) {
                if (!selected.contains(i)) {
                    selected.add(i);
                }
            }
        } else if (k > 0) {
            clusters(distinct, k, seed).forEach(cluster -> selected.add(nearest(cluster)));
        }
        return selected.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static List<CentroidCluster<Point>> clusters(List<Point> points, int k, long seed) {
        return new KMeansPlusPlusClusterer<Point>(
                        k,
                        MAXIMUM_ITERATIONS,
                        new EuclideanDistance(),
                        new Well19937c(seed),
                        EmptyClusterStrategy.FARTHEST_POINT)
                .cluster(points);
    }

    private static int nearest(CentroidCluster<Point> cluster) {
        double[] centre = cluster.getCenter().getPoint();
        List<Point> members = cluster.getPoints();
        Point best = members.get(0);
        for (Point member : members) {
            if (MathArrays.distance(member.coordinates, centre) < MathArrays.distance(best.coordinates, centre)) {
                best = member;
            }
        }
        return best.index;
    }

    /** The first point of each set of equal ones: k-means cannot separate equal points. */
    private static List<Point> distinct(double[][] points) {
        Map<List<Double>, Point> distinct = new LinkedHashMap<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != points[0].length) {
                throw new IllegalArgumentException(
                        "point " + i + " has " + points[i].length + " coordinates, but point 0 " + points[0].length);
            }
            DenseMatrices.requireFinite(points[i]);
            distinct.putIfAbsent(Arrays.stream(points[i]).boxed().toList(), new Point(i, points[i].clone()));
        }
        return List.copyOf(distinct.values());
    }

    private static final class Point implements Clusterable {
        private final int index;
        private final double[] coordinates;

        private Point(int index, double[] coordinates) {
            this.index = index;
            this.coordinates = coordinates;
        }

        @Override
        public double[] getPoint() {
            return coordinates;
        }
    }
}
