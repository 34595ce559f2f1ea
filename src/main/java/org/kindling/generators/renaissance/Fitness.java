package org.kindling.generators.renaissance;

import org.kindling.dynamics.Criterion;

/**
 * How well a spectral abscissa meets a criterion, as a smooth number: about 0 well inside, and falling with the logarithm of
 * the distance outside, so that neither the sets that are valid nor those that are hopeless decide alone. For an upper bound
 *
 * <p>\[ F = -\ln(1 + \ln(1 + e^y)), \quad y = (\lambda - \lambda^*) / s + a ; \]
 *
 * <p>a lower bound adds its mirror image.
 *
 * @param criterion the bounds
 * @param width the width s of the transition, unit 1 / time
 */
record Fitness(Criterion criterion, double width) {

    /** The transition lies this many widths a inside a bound, so that what meets it does so with a margin. */
    private static final double MARGIN = 0.5;

    /** Sets without a spectrum count as this far outside. */
    private static final double FARTHEST = 1e12;

    /** Beyond this, softplus and its argument agree to the last digit. */
    private static final double LINEAR = 40;

    /**
     * The fitness for a criterion.
     *
     * @param criterion the criterion
     * @param relativeWidth the width beside the upper bound, or beside the width of a band where that is narrower; of 1 / time
     *     where the bound is 0
     */
    static Fitness of(Criterion criterion, double relativeWidth) {
        double highest = criterion.highestAbscissa();
        double size = highest == 0 ? 1 : Math.abs(highest);
        return new Fitness(criterion, relativeWidth * Math.min(size, highest - criterion.lowestAbscissa()));
    }

    double of(double abscissa) {
        return side((abscissa - criterion.highestAbscissa()) / width)
                + side((criterion.lowestAbscissa() - abscissa) / width);
    }

    private static double side(double distance) {
        double y = Math.min(distance, FARTHEST) + MARGIN;
        return -Math.log1p(y > LINEAR ? y : Math.log1p(Math.exp(y)));
    }
}
