package org.kindling.sampling;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bytedeco.openblas.global.openblas;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sbml.SbmlReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a parameter set to its labelled spectrum, on one thread: all of it, elasticities and Jacobian alone, and the same
 * matrices through LAPACK's {@code dgeev} for values only. Times are for one set.
 *
 * <p>The ratio of {@code lapack} to {@code labelled} means something on an idle machine only, since the methods run one after
 * the other by the wall clock.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScreenBenchmark {

    private static final int SETS = 64;

    /** The model, and the threshold of the slowest mode. */
    @Param({"test-models/ecoli_central_carbon.xml"})
    public String model;

    /** The largest spectral abscissa that is accepted, unit 1 / time of the model. */
    @Param({"-9"})
    public double threshold;

    private double[] values = {};
    private double[] jacobian = {};
    private double[][] columnMajor = {};
    private double[] input = {};
    private double[] real = {};
    private double[] imaginary = {};
    private double[] work = {};
    private final double[] noVectors = new double[1];
    private Screen.Worker screen;
    private JacobianFunction.Worker worker;

    /** Reads the model, draws the sets and keeps their Jacobians for LAPACK. */
    @Setup
    public void setUp() {
        openblas.blas_set_num_threads(1);
        KineticModel kinetics = SbmlReader.read(Path.of(model)).kinetics();
        ReferenceState state = ReferenceState.of(kinetics);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(kinetics), state);
        JacobianFunction function = JacobianFunction.of(space, state);
        screen = Screen.of(function, Criterion.abscissaBelow(threshold)).worker();
        worker = function.worker(SETS);
        values = new double[SETS * space.dimension()];
        OracleSampler.of(space, 1).draw(1, values, SETS);
        int order = function.order();
        jacobian = new double[order * order];
        columnMajor = new double[SETS][order * order];
        worker.evaluate(values, 0, SETS);
        for (int set = 0; set < SETS; set++) {
            worker.jacobian(set, jacobian);
            for (int k = 0; k < jacobian.length; k++) {
                columnMajor[set][k % order * order + k / order] = jacobian[k];
            }
        }
        input = new double[order * order];
        real = new double[order];
        imaginary = new double[order];
        work = new double[64 * order];
    }

    /** Rates, derivatives, Jacobian, spectrum and verdict. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public ScreenedBatch labelled() {
        return screen.label(1, values, SETS);
    }

    /** Rates, derivatives and Jacobian. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public double assembled() {
        worker.evaluate(values, 0, SETS);
        double sum = 0;
        for (int set = 0; set < SETS; set++) {
            worker.jacobian(set, jacobian);
            sum += jacobian[0];
        }
        return sum;
    }

    /** LAPACK's eigenvalues of the same Jacobians. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public double lapack() {
        double sum = 0;
        for (double[] matrix : columnMajor) {
            System.arraycopy(matrix, 0, input, 0, input.length);
            openblas.LAPACKE_dgeev_work(
                    openblas.LAPACK_COL_MAJOR,
                    (byte) 'N',
                    (byte) 'N',
                    real.length,
                    input,
                    real.length,
                    real,
                    imaginary,
                    noVectors,
                    1,
                    noVectors,
                    1,
                    work,
                    work.length);
            sum += real[0];
        }
        return sum;
    }
}
