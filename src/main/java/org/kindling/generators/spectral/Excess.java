package org.kindling.generators.spectral;

import org.kindling.dynamics.Criterion;

/**
 * How far a spectral abscissa lies outside the bounds of a criterion; negative inside.
 *
 * @param lowest the lower bound, unit 1 / time; may be negative infinite
 * @param highest the upper bound
 */
record Excess(double lowest, double highest) {

    /** A valid set is stable, whatever else is wanted of it. */
    static Excess of(Criterion criterion) {
        return new Excess(criterion.lowestAbscissa(), Math.min(criterion.highestAbscissa(), 0));
    }

    double value(double abscissa) {
        return Math.max(abscissa - highest, lowest - abscissa);
    }

    /** The derivative of the excess by the abscissa. */
    double slope(double abscissa) {
        return abscissa - highest >= lowest - abscissa ? 1 : -1;
    }
}
