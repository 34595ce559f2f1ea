package org.kindling.dynamics;

/**
 * The eigenvalues of a Jacobian by decreasing real part, unit 1 / time of the model. Immutable.
 */
public final class Spectrum {

    private final double[] real;
    private final double[] imaginary;

    private Spectrum(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /**
     * A spectrum from its eigenvalues.
     *
     * @param real the real parts, in decreasing order, shape [eigenvalues]; copied
     * @param imaginary the imaginary parts, shape [eigenvalues]; copied
     * @return the spectrum
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static Spectrum of(double[] real, double[] imaginary) {
        if (real.length != imaginary.length) {
            throw new IllegalArgumentException(
                    "There are " + real.length + " real and " + imaginary.length + " imaginary parts.");
        }
        return new Spectrum(real.clone(), imaginary.clone());
    }

    /**
     * The number of eigenvalues.
     *
     * @return the order of the Jacobian
     */
    public int size() {
        return real.length;
    }

    /**
     * The real part of an eigenvalue.
     *
     * @param index which, the slowest mode first
     * @return the real part
     */
    public double real(int index) {
        return real[index];
    }

    /**
     * The imaginary part of an eigenvalue.
     *
     * @param index which, the slowest mode first
     * @return the imaginary part
     */
    public double imaginary(int index) {
        return imaginary[index];
    }

    /**
     * The spectral abscissa: the largest real part.
     *
     * @return \( \lambda_{max} \); negative infinite if nothing can change
     */
    public double abscissa() {
        return real.length == 0 ? Double.NEGATIVE_INFINITY : real[0];
    }

    /**
     * The real part of the fastest mode.
     *
     * @return \( \lambda_{min} \); negative infinite if nothing can change
     */
    public double smallestReal() {
        return real.length == 0 ? Double.NEGATIVE_INFINITY : real[real.length - 1];
    }

    /**
     * The dominant time constant \( \tau = -1 / \lambda_{max} \).
     *
     * @return the time constant in the model's unit of time; infinite if the state is not stable
     */
    public double timeConstant() {
        return timeConstant(abscissa());
    }

    /**
     * The time constant of a mode.
     *
     * @param abscissa the real part of its eigenvalue
     * @return \( -1 / \lambda \); infinite if the mode does not decay
     */
    public static double timeConstant(double abscissa) {
        return abscissa < 0 ? -1 / abscissa : Double.POSITIVE_INFINITY;
    }

    /**
     * Whether the state is stable.
     *
     * @return the stability
     */
    public Stability stability() {
        return Stability.of(abscissa(), smallestReal());
    }
}
