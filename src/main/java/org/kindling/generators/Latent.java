package org.kindling.generators;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** The distribution that the latent numbers of a generator are drawn from, each independently. */
public enum Latent {
    /** Standard normal. */
    NORMAL {
        @Override
        public void draw(UniformRandomProvider random, double[] latents, int from, int to) {
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            for (int k = from; k < to; k++) {
                latents[k] = normal.sample();
            }
        }
    },

    /** Standard logistic, the distribution of every coordinate under the prior. */
    LOGISTIC {
        @Override
        public void draw(UniformRandomProvider random, double[] latents, int from, int to) {
            for (int k = from; k < to; k++) {
                double share = ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
                latents[k] = Math.log(share / (1 - share));
            }
        }
    };

    /**
     * Draws latent numbers.
     *
     * @param random where randomness comes from
     * @param latents receives the numbers
     * @param from the first place to fill
     * @param to the place after the last one to fill
     */
    public abstract void draw(UniformRandomProvider random, double[] latents, int from, int to);
}
