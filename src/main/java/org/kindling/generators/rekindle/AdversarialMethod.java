package org.kindling.generators.rekindle;

import java.util.Locale;
import org.kindling.generators.ConditionalGenerator.Output;
import org.kindling.sampling.Population;

/** Ways of adversarial training; docs/decisions say why the default is not the published one. */
public enum AdversarialMethod {
    /**
     * As REKINDLE was published: normal latent numbers, coordinates scaled to [-1, 1], half of the generator's neurons dropped, and a
     * discriminator that is told the label.
     */
    AS_PUBLISHED(Output.SQUASHED, 0.5, 0.4, 0, 0.8),

    /**
     * The generator corrects draws from the prior, so that it begins with all of their diversity; features are the saturations; and
     * it is a network of its own that tells labels, and guides the generator, while the discriminator is not told them.
     *
     * <p>Source of the last: A. Odena, C. Olah, J. Shlens, Conditional image synthesis with auxiliary classifier GANs, ICML 2017,
     * arXiv:1610.09585.
     */
    GUIDED(Output.RESIDUAL, 0, 0.2, 30, 0.99);

    /** The published length of steps. */
    private static final double RATE = 2e-4;

    /** The published number of latent numbers. */
    private static final int LATENTS = 127;

    /**
     * The factor of corrections of draws from the prior. Adam's steps are of one length whatever the gradient, and all 512 neurons
     * before the last layer move together: with ten times as much, parameters that do not matter lose half of their spread.
     */
    private static final double CORRECTION = 0.2;

    private final Output output;
    private final double generatorDropout;
    private final double discriminatorDropout;
    private final float guidance;
    private final double momentum;

    AdversarialMethod(
            Output output, double generatorDropout, double discriminatorDropout, float guidance, double momentum) {
        this.output = output;
        this.generatorDropout = generatorDropout;
        this.discriminatorDropout = discriminatorDropout;
        this.guidance = guidance;
        this.momentum = momentum;
    }

    /**
     * The method that makes generators of a kind.
     *
     * @param output how coordinates are made of the generator's last layer
     * @return the method
     */
    public static AdversarialMethod of(Output output) {
        return output == Output.SQUASHED ? AS_PUBLISHED : GUIDED;
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
     * The factor of the generator's last layer.
     *
     * @param population what is learnt from
     * @return the largest |u| there, which tangents must reach; or that of corrections
     */
    public double width(Population population) {
        if (output == Output.RESIDUAL) {
            return CORRECTION;
        }
        double largest = 0;
        for (int set = 0; set < population.size(); set++) {
            for (int k = 0; k < population.space().dimension(); k++) {
                largest = Math.max(largest, Math.abs(population.coordinate(set, k)));
            }
        }
        return largest;
    }

    /** The feature of a coordinate: its share of the largest; or \( \tanh(u/2) = 1 - 2 \sigma \). */
    double feature(double u, double width) {
        return output == Output.RESIDUAL ? Math.tanh(u / 2) : u / width;
    }

    /**
     * The length of the steps of all networks. As published it stays; but a generator whose weights never come to rest adds noise of
     * their own to its sets, which costs incidence and directions.
     *
     * @param done the share of the training that is done
     */
    double rate(double done) {
        return guided() ? RATE * (1 - done) : RATE;
    }

    /** Whether a network of its own tells labels, instead of the discriminator. */
    boolean guided() {
        return guidance > 0;
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

    /** How much of the generator's running averages is kept at a step; the published share forgets all but the last few batches. */
    double momentum() {
        return momentum;
    }
}
