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

    /** A network given a label, with gains near 1, and averages that are far from 0 and 1. */
    public static ConditionalGenerator conditional(
            PerceptronShape shape, ConditionalGenerator.Output output, long seed) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random(seed));
        int hidden = shape.sizes().subList(1, shape.layers()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        float[] weights = new float[shape.count() + 2 * hidden];
        int place = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            double scale = Math.sqrt(1.0 / shape.inputs(layer));
            int end = place + shape.inputs(layer) * shape.outputs(layer);
            while (place < end) {
                weights[place++] = (float) (scale * normal.sample());
            }
            // Biases; and but for the last layer gains and shifts.
            int neurons = shape.outputs(layer);
            int more = layer < shape.layers() - 1 ? 3 * neurons : neurons;
            for (int k = 0; k < more; k++) {
                weights[place++] = (float) ((k / neurons == 1 ? 1 : 0) + 0.1 * normal.sample());
            }
        }
        float[] averages = new float[2 * hidden];
        for (int k = 0; k < averages.length; k++) {
            averages[k] = (float) (0.5 + 0.2 * Math.abs(normal.sample()));
        }
        return ConditionalGenerator.of(shape, weights, averages, 1.5, output);
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
