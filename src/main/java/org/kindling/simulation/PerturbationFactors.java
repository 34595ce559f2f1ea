package org.kindling.simulation;

import java.util.function.DoubleUnaryOperator;

/**
 * The factors by which a study perturbs the independent species, uniform between two limits.
 *
 * @param lowest the smallest factor, at least 0
 * @param highest the largest factor
 */
public record PerturbationFactors(double lowest, double highest) implements DoubleUnaryOperator {

    /** Those of S. Choudhury et al., Nature Catalysis 7 (2024) 1086, doi:10.1038/s41929-024-01220-6. */
    public static final PerturbationFactors RENAISSANCE = new PerturbationFactors(0.5, 1.5);

    /** Those of S. Choudhury et al., Nature Machine Intelligence 4 (2022) 710, doi:10.1038/s42256-022-00519-y. */
    public static final PerturbationFactors REKINDLE = new PerturbationFactors(0.5, 2);

    /**
     * Creates factors.
     *
     * @throws IllegalArgumentException unless 0 &le; lowest &le; highest, both finite
     */
    public PerturbationFactors {
        if (!(0 <= lowest && lowest <= highest && Double.isFinite(highest))) {
            throw new IllegalArgumentException("Factors from " + lowest + " to " + highest
                    + " are none: they are finite, from 0 on, and the first does not exceed the second.");
        }
    }

    /**
     * The factor of a uniform number.
     *
     * @param uniform a number between 0 and 1
     * @return the factor
     */
    @Override
    public double applyAsDouble(double uniform) {
        return lowest + (highest - lowest) * uniform;
    }
}
