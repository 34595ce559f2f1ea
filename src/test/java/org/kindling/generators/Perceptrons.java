package org.kindling.generators;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.kindling.sampling.RandomStreams;

/** Random perceptrons and latents for tests. */
public final class Perceptrons {

    private Perceptrons() {}

    /** Weights that keep the size of numbers through the layers, and biases of a tenth of it. */
    public static PerceptronGenerator random(PerceptronShape shape, long seed) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random(seed));
        float[] weights = new float[shape.count()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (int k = shape.weightsAt(layer); k < shape.weightsAt(layer + 1); k++) {
                double scale = k < shape.biasesAt(layer) ? Math.sqrt(2.0 / shape.inputs(layer)) : 0.1;
                weights[k] = (float) (scale * normal.sample());
            }
        }
        return PerceptronGenerator.of(shape, weights);
    }

    /** Latent numbers of some sets. */
    public static double[] latents(Generator generator, int sets, long seed) {
        double[] latents = new double[sets * generator.latents()];
        generator.latent().draw(random(seed), latents, 0, latents.length);
        return latents;
    }

    private static UniformRandomProvider random(long seed) {
        return RandomStreams.of(seed, 0).stream(0);
    }
}
