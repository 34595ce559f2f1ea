package org.kindling.numerics;

/**
 * Sums of which each has a control variate: a sum that is known to be zero on average, and whose noise is taken off. With
 * terms a and controls c, the sum is estimated by
 *
 * <p>\[ \sum a - \beta \sum c, \qquad \beta = \frac{\sum a c}{\sum c^2} . \]
 *
 * <p>Source: A. B. Owen, Monte Carlo theory, methods and examples, 2013, chapter 8.9, artowen.su.domains/mc. Not thread-safe.
 */
public final class ControlVariates {

    private final double[] terms;
    private final double[] controls;
    private final double[] squaredTerms;
    private final double[] squaredControls;
    private final double[] products;

    private ControlVariates(int sums) {
        this.terms = new double[sums];
        this.controls = new double[sums];
        this.squaredTerms = new double[sums];
        this.squaredControls = new double[sums];
        this.products = new double[sums];
    }

    /**
     * Empty sums.
     *
     * @param sums how many there are
     * @return the sums
     */
    public static ControlVariates ofSums(int sums) {
        return new ControlVariates(sums);
    }

    /**
     * Adds a term to a sum.
     *
     * @param sum the index of the sum
     * @param term the term
     * @param control its control variate
     */
    public void add(int sum, double term, double control) {
        terms[sum] += term;
        controls[sum] += control;
        squaredTerms[sum] += term * term;
        squaredControls[sum] += control * control;
        products[sum] += term * control;
    }

    /**
     * The estimate of a sum.
     *
     * @param sum the index of the sum
     * @return the sum of the terms, with the noise of the controls taken off
     */
    public double estimate(int sum) {
        return terms[sum] - coefficient(sum) * controls[sum];
    }

    /**
     * The standard error of an estimate, if the terms are independent and their sum is small beside its noise.
     *
     * @param sum the index of the sum
     * @return the root of the sum of squares that the controls leave
     */
    public double error(int sum) {
        return Math.sqrt(Math.max(0, squaredTerms[sum] - coefficient(sum) * products[sum]));
    }

    private double coefficient(int sum) {
        return squaredControls[sum] > 0 ? products[sum] / squaredControls[sum] : 0;
    }
}
