package org.kindling.generators.rekindle;

import java.util.Locale;
import org.kindling.generators.ConditionalGenerator.Output;
import org.kindling.sampling.Population;

/** Ways of adversarial training; docs/decisions say why the default is not the published one. */
public enum AdversarialMethod {
    /**
     * As REKINDLE was published: normal latent numbers, half of the generator's neurons dropped, and nothing but the discriminator
     * to learn from.
     */
    AS_PUBLISHED(Output.SQUASHED, 0.5, 0.4, 0),

    /**
     * The generator corrects draws from the prior, so that it begins with all of their diversity, and learns besides from a network
     * that tells the label of a set.
     *
     * <p>Source of the second: A. Odena, C. Olah, J. Shlens, Conditional image synthesis with auxiliary classifier GANs, ICML 2017,
     * arXiv:1610.09585.
     */
    GUIDED(Output.RESIDUAL, 0, 0.2, 20);

    /** The published number of latent numbers. */
    private static final int LATENTS = 127;

    private static final double STANDARD_WIDTH = 2;

    private final Output output;
    private final double generatorDropout;
    private final double discriminatorDropout;
    private final float guidance;

    AdversarialMethod(Output output, double generatorDropout, double discriminatorDropout, float guidance) {
        this.output = output;
        this.generatorDropout = generatorDropout;
        this.discriminatorDropout = discriminatorDropout;
        this.guidance = guidance;
    }

    /**
     * The word for it.
     *
     * @return the name in lower case, with hyphens
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How coordinates are made of the generator's last layer. */
    Output output() {
        return output;
    }

    /**
     * What coordinates are divided by to be features: the largest, so that tangents reach it; or a round number near their standard
     * deviation, 1.8 in the prior.
     *
     * @param population what is learnt from
     * @return the width
     */
    public double width(Population population) {
        return output == Output.SQUASHED ? LabelledFeatures.widthOf(population) : STANDARD_WIDTH;
    }

    /** How many latent numbers make a set. */
    int latents(int dimension) {
        return output == Output.RESIDUAL ? dimension : LATENTS;
    }

    /** The share of the generator's neurons that are left out at random in training. */
    double generatorDropout() {
        return generatorDropout;
    }

    /** The share of the discriminator's. */
    double discriminatorDropout() {
        return discriminatorDropout;
    }

    /** How much the guide's word counts beside the discriminator's; 0 where there is no guide. */
    float guidance() {
        return guidance;
    }
}
