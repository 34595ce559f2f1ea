package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.numerics.EigenvalueRefinement;
import org.kindling.numerics.Eigenvalues;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.Prior;

/**
 * The exact gradient of the spectral abscissa by the coordinates u of a parameter space ({@link Prior#valueAt}).
 *
 * <p>With right and left eigenvectors \( J r = \lambda r \), \( l^T J = \lambda l^T \), scaled to \( l^T r = 1 \),
 *
 * <p>\[ \frac{\partial \lambda}{\partial u_k} = \mathrm{Re} \Big( l^T \frac{\partial J}{\partial u_k} r \Big)
 *    = \frac{\partial}{\partial u_k} \sum_d c_d \, \phi_{j(d)} \frac{\partial v_j}{\partial x_d} , \]
 *
 * <p>where the coefficients \( c_d \) hold the eigenvectors and the network, one for each derivative of a rate, and
 * \( \phi_j \) brings the rate to its flux. The right-hand side is one scalar function of the constants with the \( c_d \)
 * as further inputs, so reverse differentiation of it once and for all gives a tape that computes all derivatives of a batch.
 * Beyond the eigenvalues a gradient costs one LU decomposition and that tape.
 *
 * <p>Where several modes are nearly as slow as the slowest one, the abscissa has a kink. {@link Options#softness} replaces it
 * by a soft maximum \( s \ln \sum_m e^{\mathrm{Re} \lambda_m / s} \), with the pairs of complex modes counted once. At a
 * defective eigenvalue, where \( l^T r = 0 \), there is no derivative; there the gradient is one of central differences, and
 * {@link Worker#differences} counts their Jacobians.
 *
 * <p>Source: J. R. Magnus, On differentiating eigenvalues and eigenvectors, Econometric Theory 1 (1985) 179,
 * doi:10.1017/S0266466600011129.
 */
public final class SpectralGradient {

    /** Beyond this condition number an eigenvalue is defective: rounding errors alone move it by more than 1e-5, relative. */
    private static final double DEFECTIVE = 1e10;

    /** The step of central differences that balances truncation and rounding for an abscissa good to 1e-10. */
    private static final double STEP = 1e-4;

    /** Modes farther to the left than this many times the softness have no weight worth an LU decomposition. */
    private static final double REACH = 6;

    /**
     * How a gradient is taken.
     *
     * @param softness the scale of the soft maximum over the slowest modes, unit 1 / time; 0 takes the slowest mode alone
     * @param modes the largest number of modes in the soft maximum
     */
    public record Options(double softness, int modes) {

        /** The slowest mode alone. */
        public static final Options DEFAULT = new Options(0, 1);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if the softness is negative, or there is no mode
         */
        public Options {
            if (!(softness >= 0 && modes >= 1)) {
                throw new IllegalArgumentException("A softness of " + softness + " over " + modes + " modes");
            }
        }
    }

    private final JacobianFunction jacobian;
    private final Options options;
    private final Tape adjoint;
    private final int[] output;

    private SpectralGradient(JacobianFunction jacobian, Options options) {
        this.jacobian = jacobian;
        this.options = options;
        BoundRates rates = jacobian.rates();
        List<Symbol> influences = new ArrayList<>();
        List<List<Expression>> terms = new ArrayList<>();
        rates.scales().forEach(scale -> terms.add(new ArrayList<>()));
        for (BoundRates.Derivative derivative : rates.derivatives()) {
            Symbol influence = new Symbol("influence of derivative " + influences.size());
            influences.add(influence);
            terms.get(derivative.process()).add(Expressions.product(influence, derivative.expression()));
        }
        List<Expression> parts = new ArrayList<>();
        for (int process = 0; process < terms.size(); process++) {
            BoundRates.Scale scale = rates.scales().get(process);
            Expression flux = new Constant(scale.flux());
            Expression factor =
                    scale.rate().map(rate -> Expressions.quotient(flux, rate)).orElse(flux);
            parts.add(Expressions.product(factor, Expressions.sum(terms.get(process))));
        }
        Map<Symbol, Expression> gradient = Gradient.of(Expressions.sum(parts), new LinkedHashSet<>(rates.inputs()));
        List<Symbol> inputs = new ArrayList<>(rates.inputs());
        inputs.addAll(influences);
        List<Expression> outputs = new ArrayList<>();
        this.output = new int[rates.inputs().size()];
        for (int parameter = 0; parameter < output.length; parameter++) {
            Symbol symbol = rates.inputs().get(parameter);
            output[parameter] = gradient.containsKey(symbol) ? outputs.size() : -1;
            if (output[parameter] >= 0) {
                outputs.add(gradient.getOrDefault(symbol, Constant.ZERO));
            }
        }
        this.adjoint = Tape.compile(inputs, outputs);
    }

    /**
     * The gradient of the slowest mode of a Jacobian.
     *
     * @param jacobian the Jacobian as a function of the parameters
     * @return the gradient, compiled
     */
    public static SpectralGradient of(JacobianFunction jacobian) {
        return of(jacobian, Options.DEFAULT);
    }

    /**
     * The gradient of the slow end of a Jacobian's spectrum.
     *
     * @param jacobian the Jacobian as a function of the parameters
     * @param options how ties are treated
     * @return the gradient, compiled
     */
    public static SpectralGradient of(JacobianFunction jacobian, Options options) {
        return new SpectralGradient(jacobian, options);
    }

    /**
     * The Jacobian.
     *
     * @return the function whose spectrum is differentiated
     */
    public JacobianFunction jacobian() {
        return jacobian;
    }

    /**
     * A new worker, which owns its buffers.
     *
     * @param lanes how many sets it takes at a time, at least 1
     * @return the worker
     */
    public Worker worker(int lanes) {
        return new Worker(lanes);
    }

    /** Evaluates batches. Not thread-safe: one worker, one thread. */
    public final class Worker {

        private final JacobianFunction.Worker evaluation;
        private final Tape.Evaluator adjoints;
        private final Eigenvalues eigenvalues = Eigenvalues.ofOrder(jacobian.order());
        private final EigenvalueRefinement mode = EigenvalueRefinement.ofOrder(Math.max(1, jacobian.order()));
        private final double[] matrix = new double[jacobian.order() * jacobian.order()];
        private final double[] values;
        private final double[] influence = new double[jacobian.assembly().derivatives()];
        private final boolean[] defective;
        private long differences;

        private Worker(int lanes) {
            this.evaluation = jacobian.worker(lanes);
            this.adjoints = adjoint.evaluator(lanes);
            this.values = new double[lanes * jacobian.space().dimension()];
            this.defective = new boolean[lanes];
        }

        /**
         * The spectral abscissae of some sets.
         *
         * @param u coordinates row by row, shape [sets, parameters]
         * @param first the first row to take
         * @param sets how many rows
         * @param abscissa receives, at the same rows, the largest real part, unit 1 / time; infinite where there is no
         *     spectrum
         */
        public void abscissae(double[] u, int first, int sets, double[] abscissa) {
            for (int start = first; start < first + sets; start += evaluation.lanes()) {
                int lanes = Math.min(evaluation.lanes(), first + sets - start);
                rates(u, start, lanes);
                for (int lane = 0; lane < lanes; lane++) {
                    abscissa[start + lane] = solve(lane) ? eigenvalues.abscissa() : Double.POSITIVE_INFINITY;
                }
            }
        }

        /**
         * The spectral abscissae of some sets and their gradients.
         *
         * @param u coordinates row by row, shape [sets, parameters]
         * @param first the first row to take
         * @param sets how many rows
         * @param abscissa receives, at the same rows, the largest real part, unit 1 / time; infinite where there is no
         *     spectrum
         * @param gradient receives, at the same rows, \( \partial \lambda / \partial u \), shape [sets, parameters]; 0
         *     where there is no spectrum
         */
        public void gradients(double[] u, int first, int sets, double[] abscissa, double[] gradient) {
            for (int start = first; start < first + sets; start += evaluation.lanes()) {
                int lanes = Math.min(evaluation.lanes(), first + sets - start);
                rates(u, start, lanes);
                for (int lane = 0; lane < lanes; lane++) {
                    boolean solved = solve(lane);
                    abscissa[start + lane] = solved ? eigenvalues.abscissa() : Double.POSITIVE_INFINITY;
                    Arrays.fill(influence, 0);
                    defective[lane] = solved && !addModes();
                    for (int derivative = 0; derivative < influence.length; derivative++) {
                        adjoints.input(output.length + derivative)[lane] = influence[derivative];
                    }
                }
                adjoints.run();
                for (int lane = 0; lane < lanes; lane++) {
                    store(u, start + lane, lane, gradient);
                }
                for (int lane = 0; lane < lanes; lane++) {
                    if (defective[lane]) {
                        difference(u, start + lane, gradient);
                    }
                }
            }
        }

        /**
         * How many Jacobians went into central differences at defective eigenvalues.
         *
         * @return the number since the worker was made
         */
        public long differences() {
            return differences;
        }

        private void rates(double[] u, int first, int lanes) {
            int dimension = output.length;
            double[] rows = Arrays.copyOfRange(u, first * dimension, (first + lanes) * dimension);
            jacobian.space().values(rows, values, lanes);
            evaluation.evaluate(values, 0, lanes);
            for (int lane = 0, place = 0; lane < lanes; lane++) {
                for (int parameter = 0; parameter < dimension; parameter++, place++) {
                    adjoints.input(parameter)[lane] = values[place];
                }
            }
        }

        private boolean solve(int lane) {
            if (jacobian.order() == 0 || !evaluation.jacobian(lane, matrix)) {
                return false;
            }
            eigenvalues.compute(matrix);
            return eigenvalues.converged();
        }

        /** Adds up the influences of the slowest modes by their weights; false if one of them is defective. */
        private boolean addModes() {
            double slowest = eigenvalues.abscissa();
            double sum = 0;
            int count = 0;
            for (int k = 0; k < jacobian.order() && count < options.modes(); k++) {
                double weight = weight(eigenvalues.real(k) - slowest);
                if (weight == 0) {
                    break;
                }
                if (eigenvalues.imaginary(k) < 0) {
                    continue;
                }
                if (mode.eigenvectors(matrix, eigenvalues.real(k), eigenvalues.imaginary(k)) > DEFECTIVE) {
                    return false;
                }
                for (int derivative = 0; derivative < influence.length; derivative++) {
                    influence[derivative] += weight * jacobian.assembly().influence(derivative, mode);
                }
                sum += weight;
                count++;
            }
            for (int derivative = 0; derivative < influence.length; derivative++) {
                influence[derivative] /= sum;
            }
            return true;
        }

        private double weight(double distance) {
            if (distance == 0) {
                return 1;
            }
            return distance < -REACH * options.softness() ? 0 : Math.exp(distance / options.softness());
        }

        private void store(double[] u, int set, int lane, double[] gradient) {
            List<Coordinate> coordinates = jacobian.space().coordinates();
            for (int parameter = 0; parameter < output.length; parameter++) {
                int place = set * output.length + parameter;
                double slope = coordinates.get(parameter).prior().slopeAt(u[place]);
                gradient[place] = output[parameter] < 0
                        ? 0
                        : adjoints.output(output[parameter])[lane] * values[lane * output.length + parameter] * slope;
            }
        }

        private void difference(double[] u, int set, double[] gradient) {
            int dimension = output.length;
            double[] point = Arrays.copyOfRange(u, set * dimension, (set + 1) * dimension);
            double[] side = new double[1];
            for (int parameter = 0; parameter < dimension; parameter++) {
                double middle = point[parameter];
                double difference = 0;
                for (int sign : new int[] {-1, 1}) {
                    point[parameter] = middle + sign * STEP;
                    rates(point, 0, 1);
                    side[0] = solve(0) ? eigenvalues.abscissa() : Double.NaN;
                    difference += sign * side[0];
                }
                point[parameter] = middle;
                gradient[set * dimension + parameter] = Double.isFinite(difference) ? difference / (2 * STEP) : 0;
            }
            differences += 2L * dimension;
        }
    }
}
