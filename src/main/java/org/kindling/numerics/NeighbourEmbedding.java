package org.kindling.numerics;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A map of points in the plane that keeps neighbours together: t-distributed stochastic neighbour embedding. It lowers
 * \( \sum_{ij} p_{ij} \ln (p_{ij} / q_{ij}) \) between neighbourhoods in space, Gaussian with a width for each point that gives
 * it a number of neighbours, and on the map, \( q_{ij} \propto 1 / (1 + |y_i - y_j|^2) \). Distances between groups on the map
 * mean little. Cost O(points^2) in memory and for each of the steps.
 *
 * <p>Source: L. van der Maaten, G. Hinton, Visualizing data using t-SNE, Journal of Machine Learning Research 9 (2008) 2579,
 * https://jmlr.org/papers/v9/vandermaaten08a.html; the constants are those of its section 3.4.
 */
public final class NeighbourEmbedding {

    /** More points than this would take gigabytes and hours. */
    public static final int MOST_POINTS = 5_000;

    private static final int STEPS = 1000;

    /** For so many steps neighbours attract each other more, so that groups find together. */
    private static final int EXAGGERATED_STEPS = 100;

    private static final double EXAGGERATION = 4;

    /** When the momentum rises. */
    private static final int MOMENTUM_STEP = 250;

    /** The source's; fewer points than this take their number instead, or the map flies apart. */
    private static final double RATE = 100;

    private static final double START = 1e-2;

    /** Bisections of the width of a neighbourhood: to 1e-12, relative. */
    private static final int BISECTIONS = 60;

    private final double[][] map;
    private final double divergence;

    private NeighbourEmbedding(double[][] map, double divergence) {
        this.map = map;
        this.divergence = divergence;
    }

    /**
     * A map of points.
     *
     * @param points coordinates, shape [points, dimensions], at most 5,000
     * @param neighbours the effective number of neighbours of a point, greater than 1; lowered to a third of the points
     *     where these are few
     * @param random where the map begins
     * @return the map
     * @throws IllegalArgumentException if there are fewer than four points or too many, or the number of neighbours is too low
     */
    public static NeighbourEmbedding of(double[][] points, double neighbours, UniformRandomProvider random) {
        if (points.length < 4 || points.length > MOST_POINTS || !(neighbours > 1)) {
            throw new IllegalArgumentException("There are " + points.length + " points with " + neighbours
                    + " neighbours; there must be 4 to " + MOST_POINTS + " with more than one.");
        }
        double[][] near = joint(squares(points), Math.min(neighbours, (points.length - 1) / 3.0));
        double[][] map = new double[points.length][2];
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (double[] place : map) {
            place[0] = START * normal.sample();
            place[1] = START * normal.sample();
        }
        descend(near, map);
        return new NeighbourEmbedding(map, divergence(near, map));
    }

    /**
     * Where a point lies on the map.
     *
     * @param point its index
     * @return its place, shape [2]; the mean of all is 0
     */
    public double[] place(int point) {
        return map[point].clone();
    }

    /**
     * How well the map keeps the neighbourhoods.
     *
     * @return the Kullback-Leibler divergence, 0 for a perfect map
     */
    public double divergence() {
        return divergence;
    }

    /** Squared distances in units of the largest. */
    private static double[][] squares(double[][] points) {
        double[][] squares = new double[points.length][points.length];
        double largest = 0;
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < points[i].length; k++) {
                    double difference = points[i][k] - points[j][k];
                    sum += difference * difference;
                }
                squares[i][j] = sum;
                squares[j][i] = sum;
                largest = Math.max(largest, sum);
            }
        }
        if (largest > 0) {
            for (double[] row : squares) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= largest;
                }
            }
        }
        return squares;
    }

    /** The probabilities of pairs; the sum over all is 1. */
    private static double[][] joint(double[][] squares, double neighbours) {
        int count = squares.length;
        double[][] conditional = new double[count][];
        for (int i = 0; i < count; i++) {
            conditional[i] = conditional(squares[i], i, Math.log(Math.max(neighbours, 1.01)));
        }
        double[][] joint = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                joint[i][j] = (conditional[i][j] + conditional[j][i]) / (2 * count);
            }
        }
        return joint;
    }

    /** Bisects for the width at which the neighbourhood of a point has the wanted entropy. */
    private static double[] conditional(double[] squares, int self, double entropy) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < squares.length; j++) {
            nearest = j == self ? nearest : Math.min(nearest, squares[j]);
        }
        double[] probability = new double[squares.length];
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = 1;
        for (int k = 0; k < BISECTIONS; k++) {
            double sum = 0;
            double mean = 0;
            for (int j = 0; j < squares.length; j++) {
                double distance = squares[j] - nearest;
                probability[j] = j == self ? 0 : Math.exp(-precision * distance);
                sum += probability[j];
                mean += j == self ? 0 : probability[j] * distance;
            }
            for (int j = 0; j < squares.length; j++) {
                probability[j] /= sum;
            }
            if (Math.log(sum) + precision * mean / sum > entropy) {
                low = precision;
            } else {
                high = precision;
            }
            precision = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
        }
        return probability;
    }

    private static void descend(double[][] near, double[][] map) {
        double[][] velocity = new double[map.length][2];
        double[][] gain = new double[map.length][2];
        double rate = Math.min(RATE, map.length);
        for (double[] row : gain) {
            Arrays.fill(row, 1);
        }
        for (int step = 0; step < STEPS; step++) {
            double[][] slope = slope(near, map, step < EXAGGERATED_STEPS ? EXAGGERATION : 1);
            double momentum = step < MOMENTUM_STEP ? 0.5 : 0.8;
            for (int i = 0; i < map.length; i++) {
                for (int k = 0; k < 2; k++) {
                    boolean turned = slope[i][k] * velocity[i][k] > 0;
                    gain[i][k] = turned ? Math.max(0.01, gain[i][k] * 0.8) : gain[i][k] + 0.2;
                    velocity[i][k] = momentum * velocity[i][k] - rate * gain[i][k] * slope[i][k];
                    map[i][k] += velocity[i][k];
                }
            }
            centre(map);
        }
    }

    private static double[][] slope(double[][] near, double[][] map, double exaggeration) {
        double total = closeness(map);
        double[][] slope = new double[map.length][2];
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map.length; j++) {
                double closeness = closeness(map[i], map[j]);
                double force = i == j ? 0 : 4 * (exaggeration * near[i][j] - closeness / total) * closeness;
                slope[i][0] += force * (map[i][0] - map[j][0]);
                slope[i][1] += force * (map[i][1] - map[j][1]);
            }
        }
        return slope;
    }

    private static double closeness(double[] a, double[] b) {
        double right = a[0] - b[0];
        double up = a[1] - b[1];
        return 1 / (1 + right * right + up * up);
    }

    /** The sum over all ordered pairs of different points. */
    private static double closeness(double[][] map) {
        double sum = 0;
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * closeness(map[i], map[j]);
            }
        }
        return sum;
    }

    private static void centre(double[][] map) {
        for (int k = 0; k < 2; k++) {
            double mean = 0;
            for (double[] place : map) {
                mean += place[k] / map.length;
            }
            for (double[] place : map) {
                place[k] -= mean;
            }
        }
    }

    private static double divergence(double[][] near, double[][] map) {
        double total = closeness(map);
        double sum = 0;
        for (int i = 0; i < map.length; i++) {
            for (int j = 0; j < map.length; j++) {
                if (near[i][j] > 0) {
                    sum += near[i][j] * Math.log(near[i][j] / (closeness(map[i], map[j]) / total));
                }
            }
        }
        return sum;
    }
}
