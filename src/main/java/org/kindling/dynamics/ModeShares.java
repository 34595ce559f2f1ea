package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindling.network.RateEquations;
import org.kindling.numerics.Eigenvalues;
import org.kindling.numerics.Eigenvectors;

/**
 * Which species and reactions make the slowest modes of a parameter set as slow as they are. With eigenvectors of the
 * normalised Jacobian, \( J r = \lambda r \), \( l^T J = \lambda l^T \), \( l^T r = 1 \), each species i has a share and each
 * process j a contribution,
 *
 * <p>\[ p_i = \mathrm{Re} \, l_i r_i, \quad \sum_i p_i = 1, \qquad
 *   \lambda_j = \mathrm{Re} \, (l^T B_j) \, v_j \, (E_j T r), \quad \sum_j \lambda_j = \mathrm{Re} \, \lambda, \]
 *
 * <p>where \( B \) is the stoichiometry of the independent species divided by their amounts. With everything else as it is,
 * \( \lambda_j \) is the change of \( \lambda \) with the logarithm of the flux of j, and \( -\lambda p_i \) that with the
 * logarithm of the pool i. Contributions below 0 let the mode decay; those above 0 keep it.
 *
 * <p>Modes that are nearly as slow as the slowest count alike, and shares are means over them. The vectors of modes that are
 * nearly tied are nearly parallel, which makes the shares of each large numbers of opposite sign; so the group of modes grows,
 * from the slowest on, until no share in it exceeds 1 in magnitude. Conserved species stand for themselves and what depends
 * on them; their dependent species have no share of their own.
 *
 * <p>Source: I. J. Perez-Arriaga, G. C. Verghese, F. C. Schweppe, Selective modal analysis, IEEE Trans. Power Appar. Syst. 101
 * (1982) 3117, doi:10.1109/TPAS.1982.317524 (participation of state variables).
 *
 * @param modes the group of modes, slowest first, one of each complex pair
 * @param mean the mean of their real parts, complex pairs counted twice, unit 1 / time
 * @param species the shares of the independent species, largest magnitude first; they add up to 1
 * @param reactions the contributions of the processes, largest magnitude first, unit 1 / time; they add up to the mean
 */
public record ModeShares(List<Mode> modes, double mean, List<Share> species, List<Share> reactions) {

    /** The share of a species that is all there is to a mode; no group that can be told from the others has larger ones. */
    private static final double LARGEST_SHARE = 1 + 1e-6;

    /** Copies the lists. */
    public ModeShares {
        modes = List.copyOf(modes);
        species = List.copyOf(species);
        reactions = List.copyOf(reactions);
    }

    /**
     * An eigenvalue.
     *
     * @param real its real part, unit 1 / time
     * @param imaginary its imaginary part, not negative
     */
    public record Mode(double real, double imaginary) {}

    /**
     * What a species or process has in the modes.
     *
     * @param id its id
     * @param value its share or contribution
     */
    public record Share(String id, double value) {}

    /**
     * The slowest modes of a parameter set.
     *
     * @param jacobian the Jacobian as a function of the parameters
     * @param values the parameter values, shape [parameters]
     * @param closeness modes whose real part is within this of the slowest's, relative to it, count as equally slow
     * @return the modes; empty if there is no spectrum, or an eigenvalue is defective to the last digit
     * @throws IllegalArgumentException if the closeness is negative
     */
    public static Optional<ModeShares> of(JacobianFunction jacobian, double[] values, double closeness) {
        if (!(closeness >= 0)) {
            throw new IllegalArgumentException("A closeness of " + closeness + ", but it must not be negative.");
        }
        JacobianFunction.Worker worker = jacobian.worker(1);
        worker.evaluate(values, 0, 1);
        double[] matrix = new double[jacobian.order() * jacobian.order()];
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(jacobian.order());
        if (jacobian.order() == 0 || !worker.jacobian(0, matrix)) {
            return Optional.empty();
        }
        eigenvalues.compute(matrix);
        return eigenvalues.converged()
                ? new Split(jacobian, worker.derivatives(0), eigenvalues).over(closeness)
                : Optional.empty();
    }

    /** Adds up shares mode by mode. */
    private static final class Split {

        private final JacobianFunction jacobian;
        private final double[] derivatives;
        private final Eigenvalues eigenvalues;
        private final Eigenvectors vectors;
        private final double[] species;
        private final double[] processes;
        private final List<Mode> modes = new ArrayList<>();
        private double sum;
        private double count;

        Split(JacobianFunction jacobian, double[] derivatives, Eigenvalues eigenvalues) {
            this.jacobian = jacobian;
            this.derivatives = derivatives;
            this.eigenvalues = eigenvalues;
            this.vectors = Eigenvectors.of(eigenvalues);
            this.species = new double[jacobian.order()];
            this.processes = new double[equations().processes().size()];
        }

        private RateEquations equations() {
            return jacobian.state().equations();
        }

        Optional<ModeShares> over(double closeness) {
            double slowest = eigenvalues.abscissa();
            for (int k = 0; k < jacobian.order(); k++) {
                Mode mode = new Mode(eigenvalues.real(k), eigenvalues.imaginary(k));
                boolean tied = mode.real() >= slowest - closeness * Math.abs(slowest);
                if (mode.imaginary() >= 0 && !tied && moderate()) {
                    break;
                }
                if (mode.imaginary() >= 0 && !add(k, mode)) {
                    return Optional.empty();
                }
            }
            return Optional.of(new ModeShares(modes, sum / count, species(), reactions()));
        }

        private boolean moderate() {
            return Arrays.stream(species).allMatch(share -> Math.abs(share) <= LARGEST_SHARE * count);
        }

        private boolean add(int rank, Mode mode) {
            if (!Double.isFinite(vectors.find(rank))) {
                return false;
            }
            double weight = mode.imaginary() > 0 ? 2 : 1;
            modes.add(mode);
            sum += weight * mode.real();
            count += weight;
            for (int i = 0; i < species.length; i++) {
                species[i] += weight
                        * (vectors.leftReal()[i] * vectors.rightReal()[i]
                                - vectors.leftImaginary()[i] * vectors.rightImaginary()[i]);
            }
            addProcesses(vectors.leftReal(), vectors.rightReal(), weight);
            addProcesses(vectors.leftImaginary(), vectors.rightImaginary(), -weight);
            return true;
        }

        /** The response of a rate is summed up before it meets the drive: both are small where their parts are large. */
        private void addProcesses(double[] left, double[] right, double weight) {
            Assembly assembly = jacobian.assembly();
            double[] drive = new double[processes.length];
            double[] motion = new double[assembly.links().rows()];
            double[] response = new double[processes.length];
            assembly.flows().times(left, drive);
            assembly.links().times(right, motion);
            for (int derivative = 0; derivative < derivatives.length; derivative++) {
                response[assembly.process(derivative)] += derivatives[derivative] * motion[assembly.state(derivative)];
            }
            for (int process = 0; process < processes.length; process++) {
                processes[process] += weight * drive[process] * response[process];
            }
        }

        private List<Share> species() {
            List<Share> shares = new ArrayList<>();
            int[] independent = jacobian.moieties().independent();
            for (int i = 0; i < species.length; i++) {
                shares.add(new Share(equations().states().get(independent[i]).id(), species[i] / count));
            }
            return sorted(shares);
        }

        private List<Share> reactions() {
            List<Share> shares = new ArrayList<>();
            for (int process = 0; process < processes.length; process++) {
                shares.add(new Share(equations().processes().get(process).id(), processes[process] / count));
            }
            return sorted(shares);
        }

        private static List<Share> sorted(List<Share> shares) {
            shares.sort(Comparator.comparingDouble(share -> -Math.abs(share.value())));
            return shares;
        }
    }
}
