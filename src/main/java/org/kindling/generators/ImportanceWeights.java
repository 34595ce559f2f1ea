package org.kindling.generators;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * The weights by which sets of a generator stand for sets of the prior: \( p(u) \, [valid] / q(u) \), with the density p of the
 * prior and q of the generator.
 */
public final class ImportanceWeights {

    /** Sets whose coordinates are held at a time. */
    private static final int BATCH = 256;

    private final GeneratorSource source;
    private final Generator.Density density;
    private final PriorDensity prior;

    private ImportanceWeights(GeneratorSource source, Generator.Density density) {
        this.source = source;
        this.density = density;
        this.prior = PriorDensity.ofDimension(source.generator().dimension());
    }

    /**
     * The weights of a source's sets.
     *
     * @param source the sets
     * @return the weights; empty if the generator has no density
     */
    public static Optional<ImportanceWeights> of(GeneratorSource source) {
        return source.generator().density().map(density -> new ImportanceWeights(source, density));
    }

    /**
     * What the weights of many sets say together.
     *
     * @param effectiveSampleSize \( (\sum w)^2 / \sum w^2 \); 0 if no set is valid
     * @param mass the mean weight of all sets: the share of the prior that is valid
     * @param lnMeanOfValid the logarithm of the mean weight of the valid sets; negative infinity if there is none
     */
    public record Summary(double effectiveSampleSize, double mass, double lnMeanOfValid) {}

    /**
     * The logarithms of consecutive weights, as if all sets were valid.
     *
     * @param first the index of the first set
     * @param lnWeights receives \( \ln p(u) - \ln q(u) \), shape [sets]
     * @param sets how many to give
     */
    public void ln(long first, double[] lnWeights, int sets) {
        double[] coordinates = new double[sets * source.generator().dimension()];
        source.coordinates(first, coordinates, sets);
        for (int set = 0; set < sets; set++) {
            lnWeights[set] = prior.ln(coordinates, set) - density.ln(coordinates, set);
        }
    }

    /**
     * The weights of the first sets, such that those of the valid ones have the mean 1.
     *
     * @param valid the valid sets
     * @param sets how many sets there are
     * @return the weight of each set, shape [sets]; 0 for those that are not valid
     */
    public double[] normalised(BitSet valid, int sets) {
        double lnMean = summary(set -> valid.get((int) set), sets).lnMeanOfValid();
        double[] weights = new double[sets];
        double[] lnWeights = new double[BATCH];
        for (int first = 0; first < sets; first += BATCH) {
            int rows = Math.min(BATCH, sets - first);
            ln(first, lnWeights, rows);
            for (int row = 0; row < rows; row++) {
                weights[first + row] = valid.get(first + row) ? Math.exp(lnWeights[row] - lnMean) : 0;
            }
        }
        return weights;
    }

    /**
     * Sums the weights of the first sets up. Weights are summed relative to the largest, for they may exceed the range of numbers.
     *
     * @param valid whether a set is valid, by its index
     * @param sets how many sets there are
     * @return what they say together
     */
    public Summary summary(LongPredicate valid, long sets) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        long count = 0;
        double[] lnWeights = new double[BATCH];
        for (long first = 0; first < sets; first += BATCH) {
            int rows = (int) Math.min(BATCH, sets - first);
            ln(first, lnWeights, rows);
            for (int row = 0; row < rows; row++) {
                if (!valid.test(first + row)) {
                    continue;
                }
                count++;
                if (lnWeights[row] > largest) {
                    double shrink = Math.exp(largest - lnWeights[row]);
                    largest = lnWeights[row];
                    sum *= shrink;
                    squares *= shrink * shrink;
                }
                double weight = Math.exp(lnWeights[row] - largest);
                sum += weight;
                squares += weight * weight;
            }
        }
        if (count == 0) {
            return new Summary(0, 0, Double.NEGATIVE_INFINITY);
        }
        return new Summary(
                sum * sum / squares, Math.exp(largest + Math.log(sum / sets)), largest + Math.log(sum / count));
    }
}
