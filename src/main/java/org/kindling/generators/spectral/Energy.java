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
record Energy(double lowest, double highest, double scale, double margin) {

    /** Beyond this, softplus and its argument agree to the last digit. */
    private static final double LINEAR = 40;

    /**
     * The energy for a criterion.
     *
     * @param criterion the criterion
     * @param relativeScale the width relative to the bound, or to the width of a band where that is narrower
     * @param margin how many widths inside the bound the transition lies; in a band at most a quarter of it
     * @param usual a usual size of abscissae, which stands in for a bound of 0
     * @return the energy
     */
    static Energy of(Criterion criterion, double relativeScale, double margin, double usual) {
        double highest = criterion.highestAbscissa();
        double lowest = criterion.lowestAbscissa();
        double size = highest == 0 ? usual : Math.abs(highest);
        double scale = relativeScale * Math.min(size, highest - lowest);
        return new Energy(lowest, highest, scale, Math.min(margin, (highest - lowest) / scale / 4));
    }

    double value(double abscissa) {
        return side((abscissa - highest) / scale + margin) + side((lowest - abscissa) / scale + margin);
    }

    double slope(double abscissa) {
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
