package org.kindling.generators;

import java.util.Arrays;
import org.kindling.numerics.PrincipalComponents;
import org.kindling.sampling.RandomStreams;

/** Sets of generators, and what studies ask of them. */
final class Populations {

    private Populations() {}

    static double[] drawn(Generator generator, int sets, long seed) {
        double[] z = new double[sets * generator.latents()];
        double[] u = new double[sets * generator.dimension()];
        generator.latent().draw(RandomStreams.of(seed, 0x4652455348L).stream(0), z, 0, z.length);
        generator.decoder().decode(z, u, sets);
        return u;
    }

    static double[] equalWeights(int sets) {
        double[] weights = new double[sets];
        Arrays.fill(weights, 1);
        return weights;
    }

    static double effectiveRank(double[] u, int dimension) {
        double[][] points = new double[u.length / dimension][];
        for (int set = 0; set < points.length; set++) {
            points[set] = Arrays.copyOfRange(u, set * dimension, (set + 1) * dimension);
        }
        return PrincipalComponents.of(points).effectiveRank();
    }
}
