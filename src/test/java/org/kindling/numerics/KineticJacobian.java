package org.kindling.numerics;

import java.util.SplittableRandom;

/** Jacobians \(S\,\mathrm{diag}(v)\,E\) of random reaction networks with fluxes over many decades. */
public final class KineticJacobian {
    private KineticJacobian() {}

    /** Shape [order, order]; fluxes are log-uniform over the decades, and every species is diluted. */
    public static double[] random(int order, double decades, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] matrix = new double[order * order];
        for (int reaction = 0; reaction < 2 * order; reaction++) {
            addReaction(matrix, order, Math.pow(10, decades * random.nextDouble()), random);
        }
        for (int i = 0; i < order; i++) {
            matrix[i * order + i] -= 0.5 + 5 * random.nextDouble();
        }
        return matrix;
    }

    /** Substrates accelerate a reaction, products slow it down; both by a random elasticity. */
    private static void addReaction(double[] matrix, int order, double flux, SplittableRandom random) {
        int participants = 2 + random.nextInt(3);
        int[] species = new int[participants];
        double[] direction = new double[participants];
        double[] elasticity = new double[participants];
        for (int p = 0; p < participants; p++) {
            species[p] = random.nextInt(order);
            direction[p] = p < (participants + 1) / 2 ? -1 : 1;
            elasticity[p] = -direction[p] * random.nextDouble();
        }
        for (int p = 0; p < participants; p++) {
            for (int q = 0; q < participants; q++) {
                matrix[species[p] * order + species[q]] += direction[p] * flux * elasticity[q];
            }
        }
    }
}
