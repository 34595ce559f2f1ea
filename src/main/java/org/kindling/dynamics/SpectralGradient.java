package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.InputException;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.ParameterSpace;
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
 * Beyond the eigenvalues a gradient costs one inverse iteration and that tape.
 *
 * <p>Where several modes are nearly as slow as the slowest one, the abscissa has a kink. {@link Options#softness} replaces it
 * by a soft maximum \( s \ln \sum_m e^{\mathrm{Re} \lambda_m / s} \), to which a pair of complex modes contributes twice, so
 * that it does not jump where two real modes meet and become such a pair. For a mode or pair that is alone its gradient is
 * that of the mode. Only gradients are soft: the abscissae are those of the slowest mode.
 *
 * <p>Where a mode is defective, so that \( l^T r = 0 \), or tied with another to all digits, it has no derivative of its own.
 * There the gradient is one of central differences of the soft maximum, which for a step across the tie is between the
 * slopes on both sides; {@link Worker#differences} counts their Jacobians.
 *
 * <p>Source: J. R. Magnus, On differentiating eigenvalues and eigenvectors, Econometric Theory 1 (1985) 179,
 * doi:10.1017/S0266466600011129.
 */
public final class SpectralGradient {

    /** The step of central differences that balances truncation and rounding for an abscissa good to 1e-10. */
    private static final double STEP = 1e-4;

    /**
     * How a gradient is taken.
     *
     * @param softness the scale of the soft maximum over the slowest modes, unit 1 / time; 0 takes the slowest mode alone
     * @param modes the largest number of modes in the soft maximum, a pair of complex ones counted as two
     * @param ties what is done where a mode is tied or defective
     */
    public record Options(double softness, int modes, Ties ties) {

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

        /**
         * Options with central differences at ties.
         *
         * @param softness the scale of the soft maximum
         * @param modes the largest number of modes in it
         */
        public Options(double softness, int modes) {
            this(softness, modes, Ties.DIFFERENCES);
        }
    }

    /** What is done where a mode is tied with another or defective. */
    public enum Ties {

        /** Central differences, which are between the slopes on both sides and cost two Jacobians a parameter. */
        DIFFERENCES,

        /** The slope of the vectors that are found there, at no cost: for methods that feel their way along ties. */
        ONE_SIDE
    }

    private final JacobianFunction jacobian;
    private final Options options;
    private final List<Symbol> given;
    private final double[] givenValues;
    private final Tape adjoint;
    private final int[] output;
    private final Prior[] priors;

    private SpectralGradient(JacobianFunction jacobian, Options options) {
        this.jacobian = jacobian;
        this.options = options;
        this.priors = priors(jacobian);
        BoundRates rates = jacobian.rates();
        List<Symbol> influences = IntStream.range(0, rates.derivatives().size())
                .mapToObj(index -> new Symbol("influence of derivative " + index))
                .toList();
        List<Expression> parts = IntStream.range(0, rates.scales().size())
                .mapToObj(process -> rates.weighted(process, influences))
                .toList();
        Map<Symbol, Expression> gradient = Gradient.of(Expressions.sum(parts), new LinkedHashSet<>(rates.inputs()));
        this.given = rates.given();
        this.givenValues = rates.values(given);
        List<Symbol> inputs = new ArrayList<>(rates.inputs());
        inputs.addAll(influences);
        inputs.addAll(given);
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

    /** What a gradient has compiled, at another state. */
    private SpectralGradient(JacobianFunction jacobian, SpectralGradient compiled) {
        this.jacobian = jacobian;
        this.options = compiled.options;
        this.priors = priors(jacobian);
        this.given = compiled.given;
        this.givenValues = jacobian.rates().values(given);
        this.output = compiled.output;
        this.adjoint = compiled.adjoint;
    }

    private static Prior[] priors(JacobianFunction jacobian) {
        return jacobian.space().coordinates().stream().map(Coordinate::prior).toArray(Prior[]::new);
    }

    /**
     * The gradient of the slowest mode at one of many states of a network, compiled so that {@link #at} can share it. A set costs
     * some more operations than it does where everything is compiled for one state.
     *
     * @param space what varies
     * @param state the state
     * @return the gradient, compiled
     * @throws InputException if the rates depend explicitly on the time
     */
    public static SpectralGradient ofManyStates(ParameterSpace space, ReferenceState state) {
        return new SpectralGradient(JacobianFunction.open(space, state), Options.DEFAULT);
    }

    /**
     * The gradient at another state of the network, which shares what is compiled; only where other reactions have no flux, or other
     * parameters vary, it is compiled anew.
     *
     * @param space what varies there
     * @param state the other state
     * @return its gradient
     */
    public SpectralGradient at(ParameterSpace space, ReferenceState state) {
        return jacobian.at(space, state)
                .map(there -> new SpectralGradient(there, this))
                .orElseGet(() -> of(JacobianFunction.of(space, state), options));
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

    /**
     * A worker in place of another one, which must not be used any more. It takes over the buffers of a worker at another state
     * that shares what is compiled ({@link #at}), and its count of {@link Worker#differences} in any case.
     *
     * @param other a worker at another state
     * @return the worker, for as many sets at a time
     */
    public Worker worker(Worker other) {
        return other.compiled() == adjoint ? new Worker(other) : new Worker(other.lanes(), other.differences());
    }

    /** Evaluates batches. Not thread-safe: one worker, one thread. */
    public final class Worker {

        private final JacobianFunction.Worker evaluation;
        private final Tape.Evaluator adjoints;
        private final SlowModes modes;
        private final double[] matrix = new double[jacobian.order() * jacobian.order()];
        private final double[] values;
        private final double[] influence = new double[jacobian.assembly().derivatives()];
        private final boolean[] differenced;
        private long differences;

        private Worker(int lanes) {
            this(lanes, 0);
        }

        private Worker(int lanes, long differences) {
            this(
                    jacobian.worker(lanes),
                    adjoint.evaluator(lanes),
                    SlowModes.of(jacobian.assembly(), options),
                    differences);
        }

        private Worker(Worker other) {
            this(
                    jacobian.worker(other.evaluation),
                    other.adjoints,
                    other.modes.at(jacobian.assembly()),
                    other.differences);
        }

        private Worker(JacobianFunction.Worker evaluation, Tape.Evaluator adjoints, SlowModes modes, long differences) {
            this.evaluation = evaluation;
            this.adjoints = adjoints;
            this.modes = modes;
            this.differences = differences;
            this.values = new double[lanes() * priors.length];
            this.differenced = new boolean[lanes()];
            JacobianFunction.give(givenValues, adjoints, priors.length + influence.length);
        }

        private int lanes() {
            return evaluation.lanes();
        }

        private Tape compiled() {
            return adjoint;
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
            for (int start = first; start < first + sets; start += lanes()) {
                int lanes = Math.min(lanes(), first + sets - start);
                rates(u, start, lanes);
                for (int lane = 0; lane < lanes; lane++) {
                    abscissa[start + lane] = solve(lane) ? modes.abscissa() : Double.POSITIVE_INFINITY;
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
            for (int start = first; start < first + sets; start += lanes()) {
                int lanes = Math.min(lanes(), first + sets - start);
                rates(u, start, lanes);
                for (int lane = 0; lane < lanes; lane++) {
                    abscissa[start + lane] = prepare(lane) ? modes.abscissa() : Double.POSITIVE_INFINITY;
                }
                adjoints.run(lanes);
                for (int lane = 0; lane < lanes; lane++) {
                    if (abscissa[start + lane] < Double.POSITIVE_INFINITY) {
                        store(u, start + lane, lane, gradient);
                    } else {
                        int row = (start + lane) * priors.length;
                        Arrays.fill(gradient, row, row + priors.length, 0);
                    }
                }
                for (int lane = 0; lane < lanes; lane++) {
                    if (differenced[lane]) {
                        difference(u, start + lane, gradient);
                    }
                }
            }
        }

        /**
         * How many Jacobians went into central differences, at defective and tied eigenvalues.
         *
         * @return the number since the worker was made
         */
        public long differences() {
            return differences;
        }

        /** Evaluates the rates of some rows of u. */
        private void rates(double[] u, int first, int lanes) {
            System.arraycopy(u, first * priors.length, values, 0, lanes * priors.length);
            jacobian.space().values(values, values, lanes);
            evaluation.evaluate(values, 0, lanes);
        }

        private boolean solve(int lane) {
            return evaluation.jacobian(lane, matrix) && modes.solve(matrix);
        }

        /** Solves for the spectrum of a lane and sets the inputs of its adjoints; false if there is none. */
        private boolean prepare(int lane) {
            boolean solved = solve(lane);
            Arrays.fill(influence, 0);
            differenced[lane] = solved && !modes.influence(influence);
            int input = 0;
            for (int place = lane * priors.length; input < priors.length; input++, place++) {
                adjoints.input(input)[lane] = values[place];
            }
            for (double part : influence) {
                adjoints.input(input++)[lane] = part;
            }
            return solved;
        }

        private void store(double[] u, int set, int lane, double[] gradient) {
            for (int parameter = 0; parameter < output.length; parameter++) {
                int place = set * output.length + parameter;
                gradient[place] = output[parameter] < 0
                        ? 0
                        : adjoints.output(output[parameter])[lane]
                                * values[lane * output.length + parameter]
                                * priors[parameter].slopeAt(u[place]);
            }
        }

        private void difference(double[] u, int set, double[] gradient) {
            int dimension = priors.length;
            double[] point = Arrays.copyOfRange(u, set * dimension, (set + 1) * dimension);
            for (int parameter = 0; parameter < dimension; parameter++) {
                double middle = point[parameter];
                point[parameter] = middle + STEP;
                double right = softMaximum(point);
                point[parameter] = middle - STEP;
                double left = softMaximum(point);
                point[parameter] = middle;
                double slope = (right - left) / (2 * STEP);
                gradient[set * dimension + parameter] = Double.isFinite(slope) ? slope : 0;
            }
            differences += 2L * dimension;
        }

        private double softMaximum(double[] point) {
            rates(point, 0, 1);
            return solve(0) ? modes.softMaximum() : Double.NaN;
        }
    }
}
