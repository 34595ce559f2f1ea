package org.kindling.generators.rekindle;

/**
 * The cross-entropy between what a score says and what is so, where the score is the logit of the first of two answers.
 *
 * <p>For generators, which want the discriminator to be wrong, it is the loss that does not saturate: I. Goodfellow et al.,
 * Generative adversarial nets, NIPS 2014, arXiv:1406.2661.
 */
final class CrossEntropy {

    private CrossEntropy() {}

    /** The loss at a score: \( \ln(1 + e^{-y}) \) where the first answer is right, \( \ln(1 + e^y) \) where it is not. */
    static double loss(double score, boolean first) {
        double against = first ? -score : score;
        return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
    }

    /** The derivative of the loss by the score. */
    static float slope(double score, boolean first) {
        return (float) (first ? -1 / (1 + Math.exp(score)) : 1 / (1 + Math.exp(-score)));
    }
}
