package org.kindling.generators.spectral;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindling.generators.NamedArrays;

/**
 * The draws of all proposals that can still matter: normal scores, excess and its gradient, and the prior's density beside that
 * of the proposal that a draw came from.
 *
 * <p>Proposals are pooled by their effective sizes: draw i of proposal g has the weight \( a_g r_i \) with its ratio of
 * densities r and \( a_g = n_g^{eff} / (n_g \sum_h n_h^{eff}) \), where \( n_g^{eff} \) counts the draws up to a threshold and
 * \( n_g \) all. Densities of later proposals are of no use here: they were fitted to the earlier draws, and are too high there.
 * Not thread-safe.
 */
final class KeptDraws {

    private final int dimension;
    private int size;
    private double[] scores = {};
    private double[] gradients = {};
    private double[] excess = {};
    private double[] ratio = {};
    private int[] proposal = {};
    private double[] setsOfProposal = {};
    private double[] factor = {};

    KeptDraws(int dimension) {
        this.dimension = dimension;
    }

    static KeptDraws from(int dimension, NamedArrays state) {
        KeptDraws draws = new KeptDraws(dimension);
        draws.scores = state.numbers("scores");
        draws.gradients = state.numbers("gradients");
        draws.excess = state.numbers("excess");
        draws.ratio = state.numbers("ratio");
        draws.proposal = Arrays.stream(state.numbers("proposal"))
                .mapToInt(index -> (int) index)
                .toArray();
        draws.setsOfProposal = state.numbers("setsOfProposal");
        draws.factor = new double[draws.setsOfProposal.length];
        draws.size = draws.excess.length;
        return draws;
    }

    NamedArrays addTo(NamedArrays state) {
        return state.with("scores", Arrays.copyOf(scores, size * dimension), size, dimension)
                .with("gradients", Arrays.copyOf(gradients, size * dimension), size, dimension)
                .with("excess", Arrays.copyOf(excess, size))
                .with("ratio", Arrays.copyOf(ratio, size))
                .with(
                        "proposal",
                        Arrays.stream(proposal, 0, size).asDoubleStream().toArray())
                .with("setsOfProposal", setsOfProposal);
    }

    int size() {
        return size;
    }

    int dimension() {
        return dimension;
    }

    double excess(int draw) {
        return excess[draw];
    }

    double score(int draw, int parameter) {
        return scores[draw * dimension + parameter];
    }

    /** The derivative of the excess by the normal score of a parameter. */
    double gradient(int draw, int parameter) {
        return gradients[draw * dimension + parameter];
    }

    /** Weights as last pooled; those of the draws up to that threshold add up to its mass. */
    double weight(int draw) {
        return factor[proposal[draw]] * ratio[draw];
    }

    /** Begins a new proposal. */
    void beginProposal() {
        setsOfProposal = Arrays.copyOf(setsOfProposal, setsOfProposal.length + 1);
        factor = Arrays.copyOf(factor, factor.length + 1);
    }

    /** Counts sets of the last proposal, kept or not. */
    void count(int sets) {
        setsOfProposal[setsOfProposal.length - 1] += sets;
    }

    double setsOfLastProposal() {
        return setsOfProposal[setsOfProposal.length - 1];
    }

    /** Adds a draw of the last proposal. */
    void add(double[] score, double[] gradient, int set, double excessOfSet, double ratioOfSet) {
        if (size == excess.length) {
            int larger = 2 * size + 64;
            scores = Arrays.copyOf(scores, larger * dimension);
            gradients = Arrays.copyOf(gradients, larger * dimension);
            excess = Arrays.copyOf(excess, larger);
            ratio = Arrays.copyOf(ratio, larger);
            proposal = Arrays.copyOf(proposal, larger);
        }
        System.arraycopy(score, set * dimension, scores, size * dimension, dimension);
        System.arraycopy(gradient, set * dimension, gradients, size * dimension, dimension);
        excess[size] = excessOfSet;
        ratio[size] = ratioOfSet;
        proposal[size] = setsOfProposal.length - 1;
        size++;
    }

    /** Forgets the draws beyond a limit. */
    void keepBelow(double limit) {
        int kept = 0;
        for (int draw = 0; draw < size; draw++) {
            if (excess[draw] <= limit) {
                System.arraycopy(scores, draw * dimension, scores, kept * dimension, dimension);
                System.arraycopy(gradients, draw * dimension, gradients, kept * dimension, dimension);
                excess[kept] = excess[draw];
                ratio[kept] = ratio[draw];
                proposal[kept] = proposal[draw];
                kept++;
            }
        }
        size = kept;
    }

    /** Pools the proposals by their effective numbers of draws up to a threshold. */
    void pool(double threshold) {
        double[] sums = sums(threshold, 1);
        double[] squares = sums(threshold, 2);
        double total = 0;
        for (int k = 0; k < factor.length; k++) {
            factor[k] = squares[k] > 0 ? sums[k] * sums[k] / squares[k] : 0;
            total += factor[k];
        }
        for (int k = 0; k < factor.length; k++) {
            factor[k] = factor[k] > 0 ? factor[k] / (setsOfProposal[k] * total) : 0;
        }
    }

    /** The sum of a power of the ratios over the draws of each proposal up to a threshold. */
    private double[] sums(double threshold, int power) {
        double[] sums = new double[factor.length];
        for (int draw = 0; draw < size; draw++) {
            sums[proposal[draw]] += excess[draw] <= threshold ? Math.pow(ratio[draw], power) : 0;
        }
        return sums;
    }

    /** The variance of the sum of weights up to the threshold at which they were pooled. */
    double massVariance(double threshold) {
        double[] sums = sums(threshold, 1);
        double[] squares = sums(threshold, 2);
        double variance = 0;
        for (int k = 0; k < factor.length; k++) {
            if (factor[k] > 0) {
                variance += factor[k] * factor[k] * (squares[k] - sums[k] * sums[k] / setsOfProposal[k]);
            }
        }
        return variance;
    }

    /** The effective number of the draws up to a threshold. */
    double effectiveSize(double threshold) {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < size; draw++) {
            if (excess[draw] <= threshold) {
                sum += weight(draw);
                squares += weight(draw) * weight(draw);
            }
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    /** The weighted mean distance of the draws up to a threshold from it; 0 if there is none. */
    double meanDepth(double threshold) {
        double sum = 0;
        double depth = 0;
        for (int draw = 0; draw < size; draw++) {
            if (excess[draw] <= threshold) {
                sum += weight(draw);
                depth += weight(draw) * (threshold - excess[draw]);
            }
        }
        return sum > 0 ? depth / sum : 0;
    }

    /** The lowest threshold, not below 0, up to which the draws have a wanted effective number; infinite if there is none. */
    double threshold(double wanted) {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Double.compare(excess[a], excess[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = 0;
        double squares = 0;
        for (int draw : order) {
            sum += weight(draw);
            squares += weight(draw) * weight(draw);
            if (sum * sum >= wanted * squares) {
                return Math.max(0, excess[draw]);
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
