package org.kindling.generators.spectral;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindling.numerics.ControlVariates;
import org.kindling.numerics.NormalScore;

/**
 * Valid sets with weights, which stand for the prior's conditional, and what they say of it. Immutable.
 *
 * <p>The mean of each coordinate has the gradient of the spectrum as a control variate: with the prior's density p, a {@link
 * SmoothStep} s and \( \psi(u) = \int_u^\infty v \, p(v) \, \mathrm{d}v / p(u) \),
 *
 * <p>\[ \mathrm{E}[u_k \, s] = \mathrm{E}[\psi(u_k) \, \partial s / \partial u_k] \]
 *
 * <p>holds under the prior. The means are therefore known better than a sample of the same effective size would tell.
 */
public final class FaithfulSample {

    private final double[] coordinates;
    private final double[] weights;
    private final double[] means;
    private final double[] meanErrors;
    private final double mass;
    private final double massError;

    private FaithfulSample(
            double[] coordinates, double[] weights, double massError, double[] means, double[] meanErrors) {
        this.coordinates = coordinates;
        this.weights = weights;
        this.means = means;
        this.meanErrors = meanErrors;
        this.mass = Arrays.stream(weights).sum();
        this.massError = massError;
    }

    static FaithfulSample of(KeptDraws draws, SmoothStep step) {
        draws.pool(0);
        int dimension = draws.dimension();
        int[] valid = IntStream.range(0, draws.size())
                .filter(draw -> draws.excess(draw) <= 0)
                .toArray();
        double[] coordinates = new double[valid.length * dimension];
        double[] weights = new double[valid.length];
        double[] means = new double[dimension];
        double total = 0;
        for (int set = 0; set < valid.length; set++) {
            weights[set] = draws.weight(valid[set]);
            total += weights[set];
            for (int k = 0; k < dimension; k++) {
                double u = NormalScore.logit(draws.score(valid[set], k));
                coordinates[set * dimension + k] = u;
                means[k] += weights[set] * u;
            }
        }
        double[] errors = new double[dimension];
        for (int k = 0; k < dimension && total > 0; k++) {
            means[k] /= total;
            ControlVariates sum = ControlVariates.ofSums(1);
            for (int draw = 0; draw < draws.size(); draw++) {
                addTerm(sum, draws, draw, k, step, means[k]);
            }
            means[k] += sum.estimate(0) / total;
            errors[k] = sum.error(0) / total;
        }
        return new FaithfulSample(coordinates, weights, Math.sqrt(draws.massVariance(0)), means, errors);
    }

    private static void addTerm(ControlVariates sum, KeptDraws draws, int draw, int k, SmoothStep step, double mean) {
        double score = draws.score(draw, k);
        double u = NormalScore.logit(score);
        double weight = draws.weight(draw);
        double byCoordinate = draws.gradient(draw, k) / NormalScore.slope(score);
        double control = u * step.value(draws.excess(draw)) - kernel(u) * step.slope(draws.excess(draw)) * byCoordinate;
        sum.add(0, draws.excess(draw) <= 0 ? weight * (u - mean) : 0, weight * control);
    }

    /** The function \( \psi \) of the standard logistic distribution, which is even. */
    private static double kernel(double u) {
        double size = Math.abs(u);
        double tail = 1 / (1 + Math.exp(size));
        return (size * tail + Math.log1p(Math.exp(-size))) / (tail * (1 - tail));
    }

    /**
     * The number of sets.
     *
     * @return how many valid sets were drawn
     */
    public int sets() {
        return weights.length;
    }

    /**
     * The sets.
     *
     * @return a copy of the coordinates u row by row, shape [sets, parameters]
     */
    public double[] coordinates() {
        return coordinates.clone();
    }

    /**
     * The weights, which add up to the mass.
     *
     * @return a copy, shape [sets]
     */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The share of the prior that is valid.
     *
     * @return the estimated mass
     */
    public double mass() {
        return mass;
    }

    /**
     * The standard error of the mass.
     *
     * @return the error
     */
    public double massError() {
        return massError;
    }

    /**
     * How many sets of equal weight would say as much.
     *
     * @return \( (\sum w)^2 / \sum w^2 \); 0 if there are no sets
     */
    public double effectiveSize() {
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return squares > 0 ? mass * mass / squares : 0;
    }

    /**
     * The mean of each coordinate over valid sets of the prior.
     *
     * @return a copy, shape [parameters]
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * The standard error of each mean.
     *
     * @return a copy, shape [parameters]
     */
    public double[] meanErrors() {
        return meanErrors.clone();
    }
}
