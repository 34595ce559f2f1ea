package org.kindling.report;

/** How values are laid out along an axis, in decades. */
sealed interface Scale permits LogarithmicScale, SymmetricLogarithmicScale {

    /** Where a value lies. */
    double position(double value);

    /** What lies at a position. */
    double value(double position);

    /** Whether 0 and negative values have a place. */
    boolean hasZero();
}
