package org.kindling.generators.spectral;

import org.kindling.numerics.ControlVariates;
import org.kindling.numerics.MultivariateNormal;
import org.kindling.numerics.SymmetricSpectrum;

/**
 * Mean and covariance of the normal scores y under the prior's conditional, from weighted draws. Under the prior y is standard
 * normal, so that for every smooth f of bounded growth
 *
 * <p>\[ \mathrm{E}[y_k f(y)] = \mathrm{E}[\partial f / \partial y_k] , \]
 *
 * <p>and with the {@link SmoothStep} s of the excess as f, or \( y_j s \), the exact gradient of the spectrum gives a control
 * variate for every moment. It leaves the noise of those draws only that lie within the width of the step, which for the many
 * parameters that hardly matter is next to nothing.
 *
 * <p>Source: C. M. Stein, Estimation of the mean of a multivariate normal distribution, Ann. Stat. 9 (1981) 1135,
 * doi:10.1214/aos/1176345632.
 */
final class ConditionalMoments {

    private final KeptDraws draws;
    private final SmoothStep step;
    private final int dimension;
    private final double total;
    private final double[] mean;
    private final double[] meanError;
    private final ControlVariates products;

    private ConditionalMoments(KeptDraws draws, SmoothStep step) {
        this.draws = draws;
        this.step = step;
        this.dimension = draws.dimension();
        this.mean = new double[dimension];
        this.meanError = new double[dimension];
        this.products = ControlVariates.ofSums(dimension * (dimension + 1) / 2);
        double sum = 0;
        for (int draw = 0; draw < draws.size(); draw++) {
            sum += inside(draw);
        }
        this.total = sum;
    }

    /** The moments of the draws up to the threshold of a step; costs O(draws parameters^2). */
    static ConditionalMoments of(KeptDraws draws, SmoothStep step) {
        ConditionalMoments moments = new ConditionalMoments(draws, step);
        moments.estimateMean();
        for (int draw = 0; draw < draws.size(); draw++) {
            moments.addProducts(draw);
        }
        return moments;
    }

    /** The weight of a draw inside the threshold, 0 of one outside. */
    private double inside(int draw) {
        return draws.excess(draw) <= step.threshold() ? draws.weight(draw) : 0;
    }

    private void estimateMean() {
        for (int k = 0; k < dimension; k++) {
            for (int draw = 0; draw < draws.size(); draw++) {
                mean[k] += inside(draw) * draws.score(draw, k) / total;
            }
        }
        ControlVariates sums = ControlVariates.ofSums(dimension);
        for (int draw = 0; draw < draws.size(); draw++) {
            double inside = inside(draw);
            double smooth = draws.weight(draw) * step.value(draws.excess(draw));
            double slope = draws.weight(draw) * step.slope(draws.excess(draw));
            for (int k = 0; k < dimension; k++) {
                double score = draws.score(draw, k);
                sums.add(k, inside * (score - mean[k]), smooth * score - slope * draws.gradient(draw, k));
            }
        }
        for (int k = 0; k < dimension; k++) {
            mean[k] += sums.estimate(k) / total;
            meanError[k] = sums.error(k) / total;
        }
    }

    /** Adds the products of centred scores, less 1 on the diagonal, which the prior has there. */
    private void addProducts(int draw) {
        double inside = inside(draw);
        double smooth = draws.weight(draw) * step.value(draws.excess(draw));
        double slope = draws.weight(draw) * step.slope(draws.excess(draw));
        double[] centred = new double[dimension];
        double[] shifted = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            centred[k] = draws.score(draw, k) - mean[k];
            shifted[k] = smooth * mean[k] - slope * draws.gradient(draw, k);
        }
        for (int j = 0, place = 0; j < dimension; j++) {
            for (int k = 0; k <= j; k++, place++) {
                double product = centred[j] * centred[k] - (j == k ? 1 : 0);
                double boundary = (shifted[j] * centred[k] + shifted[k] * centred[j]) / 2;
                products.add(place, inside * product, smooth * product + boundary);
            }
        }
    }

    /**
     * The normal distribution with these moments, where those that are smaller than their noise are the prior's, and all have
     * gone part of the way from the prior only, so that the tails of the conditional are covered.
     *
     * @param options thresholds, in standard errors, and the parts of the way
     */
    MultivariateNormal normal(FaithfulTraining.Options options) {
        double[] centre = new double[dimension];
        double[][] covariance = new double[dimension][dimension];
        for (int j = 0, place = 0; j < dimension; j++) {
            centre[j] = options.meanPart() * shrunk(mean[j], options.meanErrors() * meanError[j]);
            for (int k = 0; k <= j; k++, place++) {
                double estimate = products.estimate(place) / total;
                double error = products.error(place) / total;
                covariance[j][k] = shrunk(estimate, options.covarianceErrors() * error) + (j == k ? 1 : 0);
                covariance[k][j] = covariance[j][k];
            }
        }
        double part = options.precisionPart();
        return MultivariateNormal.ofCovariance(
                centre,
                SymmetricSpectrum.of(covariance)
                        .map(variance -> 1 / (1 - part + part / Math.max(variance, SMALLEST_VARIANCE))));
    }

    /** Noise can make a covariance indefinite; the conditional is never much narrower than this in any direction. */
    private static final double SMALLEST_VARIANCE = 0.05;

    private static double shrunk(double value, double threshold) {
        return Math.copySign(Math.max(0, Math.abs(value) - threshold), value);
    }
}
