package org.kindling.dynamics;

import java.util.Arrays;
import org.kindling.numerics.Eigenvalues;
import org.kindling.numerics.Eigenvectors;

/** The slow end of the spectrum of one Jacobian after the other. Not thread-safe: one instance, one thread. */
final class SlowModes {

    /**
     * Beyond this condition number an eigenvalue counts as defective. The rounding errors of the QR part the two of an exactly
     * defective pair by the root of the unit roundoff, which leaves each with a condition number of 1e8.
     */
    private static final double DEFECTIVE = 1e7;

    /** Eigenvalues nearer to each other than this, relative, cannot be told apart, for the same reason. */
    private static final double TIED = 1e-7;

    /** Modes farther to the left than this many times the softness have no weight worth their eigenvectors. */
    private static final double REACH = 6;

    /**
     * From this stiffness on the abscissa is refined. Below, the QR erred by more than 1e-6, relative, in 29 of 1,760 random
     * networks over 10 to 20 decades, and by 5e-12 at most in the sets of E. coli models; above, by up to 9e-3.
     */
    static final double STIFF = 5e11;

    private final SpectralGradient.Options options;
    private final SpectrumSolver solver;
    private final Eigenvalues eigenvalues;
    private final Eigenvectors eigenvectors;
    private final ModeInfluence influence;

    private SlowModes(
            SpectralGradient.Options options, SpectrumSolver solver, Eigenvectors eigenvectors, Assembly assembly) {
        this.options = options;
        this.solver = solver;
        this.eigenvalues = solver.eigenvalues();
        this.eigenvectors = eigenvectors;
        this.influence = ModeInfluence.of(assembly);
    }

    static SlowModes of(Assembly assembly, SpectralGradient.Options options) {
        SpectrumSolver solver = SpectrumSolver.refiningFrom(STIFF, assembly.order());
        return new SlowModes(options, solver, Eigenvectors.of(solver.eigenvalues()), assembly);
    }

    /** The same for Jacobians of the same order that are assembled otherwise; these must not be used any more. */
    SlowModes at(Assembly assembly) {
        return new SlowModes(options, solver, eigenvectors, assembly);
    }

    /** Finds the eigenvalues of a Jacobian; false if there are none. */
    boolean solve(double[] jacobian) {
        return eigenvalues.order() > 0 && solver.solve(jacobian);
    }

    double abscissa() {
        return solver.abscissa();
    }

    /** The soft maximum of the real parts; the abscissa itself where the softness is 0. */
    double softMaximum() {
        double sum = 0;
        for (int k = 0; k < counted(); k++) {
            sum += weight(k);
        }
        return solver.abscissa() + options.softness() * Math.log(sum);
    }

    /**
     * How the soft maximum changes with the derivatives of the rates.
     *
     * @param total receives the sum of the modes' influences by their weights, shape [derivatives]
     * @return false if one of the modes is tied or defective, so that it has no derivative of its own
     */
    boolean influence(double[] total) {
        Arrays.fill(total, 0);
        int count = counted();
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weight(k);
        }
        for (int k = 0; k < count; k += multiplicity(k)) {
            if (!differentiable(k)) {
                Arrays.fill(total, 0);
                return false;
            }
            influence.add(eigenvectors, multiplicity(k) * weight(k) / sum, total);
        }
        return true;
    }

    /** Finds the vectors of a mode; false if the options want none of them. */
    private boolean differentiable(int k) {
        if (options.ties() == SpectralGradient.Ties.ONE_SIDE) {
            return Double.isFinite(eigenvectors.find(k));
        }
        return !tied(k) && eigenvectors.find(k) < DEFECTIVE;
    }

    /** How many eigenvalues count, those of a pair both. */
    private int counted() {
        int count = 0;
        while (count < eigenvalues.order() && count < options.modes() && weight(count) > 0) {
            count += multiplicity(count);
        }
        return count;
    }

    /** 2 for a pair of complex modes, of which the one with the positive imaginary part comes first; else 1. */
    private int multiplicity(int k) {
        return eigenvalues.imaginary(k) == 0 ? 1 : 2;
    }

    private double weight(int k) {
        double distance = eigenvalues.abscissa() - eigenvalues.real(k);
        if (distance == 0) {
            return 1;
        }
        return distance > REACH * options.softness() ? 0 : Math.exp(-distance / options.softness());
    }

    private boolean tied(int k) {
        double re = eigenvalues.real(k);
        double im = eigenvalues.imaginary(k);
        double near = TIED * Math.hypot(re, im);
        for (int other = 0; other < eigenvalues.order(); other++) {
            double distance = Math.abs(eigenvalues.real(other) - re) + Math.abs(eigenvalues.imaginary(other) - im);
            if (other != k && distance <= near) {
                return true;
            }
        }
        return false;
    }
}
