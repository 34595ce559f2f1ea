package org.kindling.generators.spectral;

import org.kindling.dynamics.Criterion;

/**
 * How far a spectral abscissa is from meeting a criterion, as a smooth function: about 0 well inside, growing with the
 * logarithm of the distance outside, so that a set with an enormous positive eigenvalue does not drown all others.
 *
 * <p>For an upper bound \( \lambda^* \), \( E = \ln(1 + \ln(1 + e^y)) \) with \( y = (\lambda - \lambda^*) / s + a \); a lower
 * bound adds the mirror image.
 *
 * @param lowest the lower bound on the abscissa, unit 1 / time; may be negative infinite
 * @param highest the upper bound; may be positive infinite
 * @param scale the width s of the transition, unit 1 / time
 * @param margin how many widths inside the bound the transition lies
 */
public record Energy(double lowest, double highest, double scale, double margin) {

    /** Beyond this, softplus and its argument agree to the last digit. */
    private static final double LINEAR = 40;

    /**
     * The energy for a criterion.
     *
     * @param criterion the criterion
     * @param relativeScale the width relative to the bound, or to the width of a band where that is narrower
     * @param margin how many widths inside the bound the transition lies
     */
    public static Energy of(Criterion criterion, double relativeScale, double margin) {
        double highest = criterion.highestAbscissa();
        double lowest = criterion.lowestAbscissa();
        double size = Math.min(Math.max(Math.abs(highest), Double.MIN_NORMAL), highest - lowest);
        return new Energy(lowest, highest, relativeScale * size, margin);
    }

    public double value(double abscissa) {
        return side((abscissa - highest) / scale + margin) + side((lowest - abscissa) / scale + margin);
    }

    public double slope(double abscissa) {
        return (sideSlope((abscissa - highest) / scale + margin) - sideSlope((lowest - abscissa) / scale + margin))
                / scale;
    }

    private static double side(double y) {
        return Math.log1p(softplus(y));
    }

    private static double sideSlope(double y) {
        return 1 / (1 + Math.exp(-y)) / (1 + softplus(y));
    }

    private static double softplus(double y) {
        return y > LINEAR ? y : Math.log1p(Math.exp(y));
    }
}
