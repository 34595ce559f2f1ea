package org.kindling.dynamics;

/** Whether a steady state is stable, judged from its spectral abscissa. */
public enum Stability {
    /** Every mode decays. */
    STABLE,
    /** A mode grows. */
    UNSTABLE,
    /** The slowest mode is too near to zero to tell. */
    UNDECIDED;

    /** Abscissas this small beside the fastest mode are rounding: ten times the unit roundoff. */
    static final double TOLERANCE = 2e-15;

    /**
     * Judges a spectrum.
     *
     * @param abscissa its largest real part; negative infinite if nothing can change, which is stable
     * @param smallestReal its smallest real part, which sets the scale of rounding errors
     * @return the stability
     */
    public static Stability of(double abscissa, double smallestReal) {
        if (abscissa == Double.NEGATIVE_INFINITY) {
            return STABLE;
        }
        if (Math.abs(abscissa) <= TOLERANCE * Math.abs(smallestReal)) {
            return UNDECIDED;
        }
        return abscissa < 0 ? STABLE : UNSTABLE;
    }
}
