package org.kindling.generators;

import java.util.Optional;
import org.kindling.numerics.MultivariateNormal;
import org.kindling.numerics.NormalScore;

/**
 * Draws coordinates whose normal scores are jointly normal: \( y = \mu + L z \) with standard normal z, and each u is the
 * logistic number at the quantile of its y ({@link NormalScore}). With \( \mu = 0 \) and L the identity it is the prior.
 */
public final class NormalScoreGenerator implements Generator {

    /** The name of the family. */
    public static final String FAMILY = "normalScore";

    private final MultivariateNormal scores;

    private NormalScoreGenerator(MultivariateNormal scores) {
        this.scores = scores;
    }

    /**
     * A generator.
     *
     * @param scores the distribution of the normal scores
     * @return the generator
     */
    public static NormalScoreGenerator of(MultivariateNormal scores) {
        return new NormalScoreGenerator(scores);
    }

    /**
     * A generator from its arrays.
     *
     * @param arrays what {@link #arrays} gave
     * @return the generator
     * @throws IllegalArgumentException if an array is missing or has another shape
     */
    public static NormalScoreGenerator of(NamedArrays arrays) {
        return of(MultivariateNormal.ofFactor(arrays.numbers("mean"), arrays.numbers("factor")));
    }

    /**
     * The distribution of the normal scores.
     *
     * @return what y is drawn from
     */
    public MultivariateNormal scores() {
        return scores;
    }

    @Override
    public Latent latent() {
        return Latent.NORMAL;
    }

    @Override
    public int latents() {
        return scores.dimension();
    }

    @Override
    public int dimension() {
        return scores.dimension();
    }

    @Override
    public Decoder decoder() {
        return (latents, coordinates, sets) -> {
            for (int set = 0; set < sets; set++) {
                scores.map(latents, coordinates, set);
            }
            for (int place = 0; place < sets * scores.dimension(); place++) {
                coordinates[place] = NormalScore.logit(coordinates[place]);
            }
        };
    }

    /** The density of u beside the prior's is that of y beside the standard normal one. */
    @Override
    public Optional<Density> density() {
        PriorDensity prior = PriorDensity.ofDimension(dimension());
        return Optional.of((coordinates, set) -> {
            double[] y = new double[dimension()];
            for (int k = 0; k < y.length; k++) {
                y[k] = NormalScore.ofLogit(coordinates[set * y.length + k]);
            }
            return prior.ln(coordinates, set) + scores.lnRatio(y, 0);
        });
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public NamedArrays arrays() {
        return NamedArrays.EMPTY.with("mean", scores.mean()).with("factor", scores.factor());
    }
}
