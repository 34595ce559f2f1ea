package org.kindling.analysis;

import org.kindling.parameters.Coordinate;

/**
 * How differently a parameter is distributed in two populations.
 *
 * @param coordinate the parameter, with its prior in the first population
 * @param divergence the Kullback-Leibler divergence of the first from the second ({@link PopulationDivergence})
 * @param floor the divergence that noise alone makes
 * @param first its means in the first population
 * @param second its means in the second
 */
public record ParameterDifference(Coordinate coordinate, double divergence, double floor, Means first, Means second) {

    /**
     * Means of a parameter over the sets of a population, by their weights.
     *
     * @param saturation the mean of \( \sigma = 1/(1 + e^u) \); for a parameter whose prior is not a uniform saturation, of its
     *     quantile, counted from above
     * @param logarithm the mean of \( \ln K \), K in the model's units
     */
    public record Means(double saturation, double logarithm) {}

    /**
     * What is left of the divergence without the noise.
     *
     * @return the divergence less the floor; negative only by chance
     */
    public double excess() {
        return divergence - floor;
    }
}
