package org.kindling.dynamics;

/**
 * The dynamics that a model must have to be kept: bounds on the real parts of its slowest and fastest mode, unit 1 / time of
 * the model.
 *
 * <p>A band of time constants is one of the slowest mode, since \( \tau = -1 / \lambda_{max} \).
 *
 * @param lowestAbscissa the spectral abscissa \( \lambda_{max} \) must not be below this; may be negative infinite
 * @param highestAbscissa the spectral abscissa must not exceed this
 * @param lowestReal no eigenvalue's real part may be below this; may be negative infinite
 */
public record Criterion(double lowestAbscissa, double highestAbscissa, double lowestReal) {

    /** Every mode decays. */
    public static final Criterion STABLE = new Criterion(Double.NEGATIVE_INFINITY, 0, Double.NEGATIVE_INFINITY);

    /**
     * Creates a criterion.
     *
     * @throws IllegalArgumentException if no spectrum could meet it
     */
    public Criterion {
        if (!(lowestAbscissa <= highestAbscissa && lowestReal <= highestAbscissa)) {
            throw new IllegalArgumentException("No spectrum has its slowest mode in [" + lowestAbscissa + ", "
                    + highestAbscissa + "] and none below " + lowestReal + ".");
        }
    }

    /**
     * A bound on the slowest mode.
     *
     * @param highest the largest spectral abscissa that is accepted, unit 1 / time
     * @return the criterion
     */
    public static Criterion abscissaBelow(double highest) {
        return new Criterion(Double.NEGATIVE_INFINITY, highest, Double.NEGATIVE_INFINITY);
    }

    /**
     * Whether a spectrum meets the criterion.
     *
     * @param abscissa its largest real part
     * @param smallestReal its smallest real part
     * @return whether all bounds hold
     */
    public boolean accepts(double abscissa, double smallestReal) {
        return abscissa <= highestAbscissa && abscissa >= lowestAbscissa && smallestReal >= lowestReal;
    }
}
