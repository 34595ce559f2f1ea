package org.kindling.sampling;

/**
 * Consecutive parameter sets with what the screen found: one row a set. A plain carrier between the worker that fills it and
 * the one consumer that reads it; the arrays are the batch's own and are not copied.
 */
public final class ScreenedBatch {

    private final long first;
    private final int sets;
    private final double[] values;
    private final double[] abscissa;
    private final double[] smallestReal;
    private final Verdict[] verdict;
    private double largestSelfCheck;

    ScreenedBatch(long first, int sets, double[] values) {
        this.first = first;
        this.sets = sets;
        this.values = values;
        this.abscissa = new double[sets];
        this.smallestReal = new double[sets];
        this.verdict = new Verdict[sets];
    }

    void label(int set, double abscissa, double smallestReal, Verdict verdict) {
        this.abscissa[set] = abscissa;
        this.smallestReal[set] = smallestReal;
        this.verdict[set] = verdict;
    }

    void checked(double relativeError) {
        largestSelfCheck = Math.max(largestSelfCheck, relativeError);
    }

    /**
     * The index of the first set.
     *
     * @return its number in the sequence of the seed
     */
    public long first() {
        return first;
    }

    /**
     * The number of sets.
     *
     * @return how many rows there are
     */
    public int sets() {
        return sets;
    }

    /**
     * The parameter values.
     *
     * @return the array itself, row by row, shape [sets, parameters]
     */
    public double[] values() {
        return values;
    }

    /**
     * The spectral abscissa of a set.
     *
     * @param set the row
     * @return \( \lambda_{max} \), unit 1 / time; NaN if there is no spectrum
     */
    public double abscissa(int set) {
        return abscissa[set];
    }

    /**
     * The real part of a set's fastest mode.
     *
     * @param set the row
     * @return \( \lambda_{min} \), unit 1 / time; NaN if there is no spectrum
     */
    public double smallestReal(int set) {
        return smallestReal[set];
    }

    /**
     * The verdict on a set.
     *
     * @param set the row
     * @return the verdict
     */
    public Verdict verdict(int set) {
        return verdict[set];
    }

    /**
     * The largest relative error of an abscissa among the sets whose eigenpair was checked in extended precision.
     *
     * @return the error; 0 if none was checked
     */
    public double largestSelfCheck() {
        return largestSelfCheck;
    }
}
