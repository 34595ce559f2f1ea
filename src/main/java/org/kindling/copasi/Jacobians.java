package org.kindling.copasi;

import java.util.Arrays;
import java.util.Optional;
import org.kindling.dynamics.Spectrum;
import org.kindling.dynamics.SpectrumSolver;

/** Eigenvalues of the Jacobians that COPASI gives. */
final class Jacobians {

    private Jacobians() {}

    /**
     * The eigenvalues of a Jacobian.
     *
     * @param jacobian its entries row by row, shape [order, order]
     * @return the spectrum; empty if an entry is not finite or the eigenvalues were not found
     */
    static Optional<Spectrum> spectrum(double[] jacobian) {
        SpectrumSolver solver = SpectrumSolver.ofOrder((int) Math.round(Math.sqrt(jacobian.length)));
        boolean finite = Arrays.stream(jacobian).allMatch(Double::isFinite);
        return jacobian.length > 0 && finite && solver.solve(jacobian)
                ? Optional.of(solver.spectrum())
                : Optional.empty();
    }

    /** Both spectra, or a refusal. */
    static CopasiSimulator.Spectra spectra(Optional<Spectrum> full, Optional<Spectrum> reduced, Optional<Spectrum> own)
            throws WorkerFailure {
        if (full.isEmpty() || reduced.isEmpty()) {
            throw new WorkerFailure(WorkerFailure.Kind.REFUSED, "COPASI's Jacobian is not finite");
        }
        return new CopasiSimulator.Spectra(full.get(), reduced.get(), own);
    }
}
