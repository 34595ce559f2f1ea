package org.kindling.numerics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A random network of reversible saturable reactions A + B = C + D or A = C, with rate constants over many decades.
 *
 * <p>The rate is \(k (a b - c d / q) / (1 + a + b + c + d)\) with concentrations in units of their initial values, so that
 * each reaction keeps the number of molecules: the sum over all species is constant. Some reactions turn a pair of carriers,
 * whose sum is constant as well.
 */
final class RandomKinetics implements StiffEquations {
    private final int[][] left;
    private final int[][] right;
    private final double[] constants;
    private final double[] equilibria;
    private final SparsityPattern pattern;
    private final int[] entryOf;

    private RandomKinetics(int species, int[][] left, int[][] right, double[] constants, double[] equilibria) {
        this.left = left;
        this.right = right;
        this.constants = constants;
        this.equilibria = equilibria;
        TreeMap<Integer, Integer> entries = new TreeMap<>();
        for (int r = 0; r < left.length; r++) {
            for (int i : members(r)) {
                for (int j : members(r)) {
                    entries.put(i * species + j, 0);
                }
            }
        }
        int next = 0;
        int[] rows = new int[entries.size()];
        int[] columns = new int[entries.size()];
        entryOf = new int[species * species];
        for (int key : entries.keySet()) {
            rows[next] = key / species;
            columns[next] = key % species;
            entryOf[key] = next++;
        }
        pattern = SparsityPattern.of(species, rows, columns);
    }

    private int[] members(int reaction) {
        int[] result = Arrays.copyOf(left[reaction], left[reaction].length + right[reaction].length);
        System.arraycopy(right[reaction], 0, result, left[reaction].length, right[reaction].length);
        return result;
    }

    /** Draws a network; its last two species are the carriers, rate constants span the given number of decades. */
    static RandomKinetics of(int species, int reactions, double decades, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] left = new int[reactions][];
        int[][] right = new int[reactions][];
        double[] constants = new double[reactions];
        double[] equilibria = new double[reactions];
        for (int r = 0; r < reactions; r++) {
            int a = r < species - 2 ? r : random.nextInt(species - 2);
            int c = other(a, a, species, random);
            if (random.nextInt(5) == 0) {
                left[r] = new int[] {a, species - 2};
                right[r] = new int[] {c, species - 1};
            } else if (random.nextInt(2) == 0) {
                int b = other(a, c, species, random);
                int d = other(a, c, species, random);
                left[r] = b == d ? new int[] {a} : new int[] {a, b};
                right[r] = b == d ? new int[] {c} : new int[] {c, d};
            } else {
                left[r] = new int[] {a};
                right[r] = new int[] {c};
            }
            constants[r] = Math.pow(10, decades * (random.nextDouble() - 0.5));
            equilibria[r] = Math.pow(10, 4 * (random.nextDouble() - 0.5));
        }
        return new RandomKinetics(species, left, right, constants, equilibria);
    }

    private static int other(int a, int c, int species, SplittableRandom random) {
        int draw = a;
        while (draw == a || draw == c) {
            draw = random.nextInt(species - 2);
        }
        return draw;
    }

    @Override
    public SparsityPattern pattern() {
        return pattern;
    }

    private static double product(int[] species, double[] y) {
        double product = 1;
        for (int i : species) {
            product *= y[i];
        }
        return product;
    }

    private static double sum(int[] species, double[] y) {
        double sum = 0;
        for (int i : species) {
            sum += y[i];
        }
        return sum;
    }

    @Override
    public void derivatives(double time, double[] y, double[] slopes) {
        Arrays.fill(slopes, 0);
        for (int r = 0; r < left.length; r++) {
            double net = product(left[r], y) - product(right[r], y) / equilibria[r];
            double rate = constants[r] * net / (1 + sum(left[r], y) + sum(right[r], y));
            for (int i : left[r]) {
                slopes[i] -= rate;
            }
            for (int i : right[r]) {
                slopes[i] += rate;
            }
        }
    }

    @Override
    public void jacobian(double time, double[] y, double[] values) {
        Arrays.fill(values, 0);
        for (int r = 0; r < left.length; r++) {
            double net = product(left[r], y) - product(right[r], y) / equilibria[r];
            double saturation = 1 + sum(left[r], y) + sum(right[r], y);
            for (int j : left[r]) {
                add(r, j, partner(left[r], j, y), net, saturation, values);
            }
            for (int j : right[r]) {
                add(r, j, -partner(right[r], j, y) / equilibria[r], net, saturation, values);
            }
        }
    }

    private static double partner(int[] species, int j, double[] y) {
        return species.length == 1 ? 1 : y[species[0] == j ? species[1] : species[0]];
    }

    private void add(int r, int j, double slope, double net, double saturation, double[] values) {
        double derivative = constants[r] * (slope - net / saturation) / saturation;
        int species = pattern.order();
        for (int i : left[r]) {
            values[entryOf[i * species + j]] -= derivative;
        }
        for (int i : right[r]) {
            values[entryOf[i * species + j]] += derivative;
        }
    }
}
