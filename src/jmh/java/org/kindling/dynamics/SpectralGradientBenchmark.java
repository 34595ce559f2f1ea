package org.kindling.dynamics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.numerics.Eigenvalues;
import org.kindling.numerics.Eigenvectors;
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
 * What the gradient of the slowest mode costs beyond the eigenvalues, on one thread; times are for one set drawn from the
 * prior. Where the published models are absent, the demo model takes their place.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpectralGradientBenchmark {

    private static final int SETS = 64;

    private static final Path DEMO = Path.of("test-models/ecoli_central_carbon.xml");

    private static final Map<String, Path> FILES = Map.of(
            "fdp1", Path.of("../shared/data/ecoli_rekindle_fdp1.xml"),
            "renaissance", Path.of("../shared/data/ecoli_renaissance_1773.xml"));

    /** The network: 44 or 85 independent species. */
    @Param({"fdp1", "renaissance"})
    public String model;

    private final double[] abscissa = new double[SETS];
    private double[] u = {};
    private double[] gradient = {};
    private double[] values = {};
    private double[] jacobian = {};
    private double[][] matrices = {};
    private Eigenvalues eigenvalues = Eigenvalues.ofOrder(0);
    private Eigenvectors eigenvectors = Eigenvectors.of(eigenvalues);
    private JacobianFunction function;
    private JacobianFunction.Worker assembly;
    private SpectralGradient.Worker worker;

    /** Reads the model, draws the sets and keeps their Jacobians. */
    @Setup
    public void setUp() {
        Path file = FILES.getOrDefault(model, DEMO);
        KineticModel kinetics =
                SbmlReader.read(Files.exists(file) ? file : DEMO).kinetics();
        ReferenceState state = ReferenceState.of(kinetics);
        function = JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(kinetics), state), state);
        assembly = function.worker(SETS);
        worker = SpectralGradient.of(function).worker(SETS);
        int dimension = function.space().dimension();
        u = new SplittableRandom(1)
                .doubles((long) SETS * dimension)
                .map(share -> Math.log(share / (1 - share)))
                .toArray();
        values = new double[u.length];
        gradient = new double[u.length];
        jacobian = new double[function.order() * function.order()];
        matrices = new double[SETS][jacobian.length];
        eigenvalues = Eigenvalues.ofOrder(function.order());
        eigenvectors = Eigenvectors.of(eigenvalues);
        function.space().values(u, values, SETS);
        assembly.evaluate(values, 0, SETS);
        for (int set = 0; set < SETS; set++) {
            assembly.jacobian(set, matrices[set]);
        }
    }

    /** Coordinates to constants, rates and derivatives, Jacobian. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public double assembled() {
        function.space().values(u, values, SETS);
        assembly.evaluate(values, 0, SETS);
        double sum = 0;
        for (int set = 0; set < SETS; set++) {
            assembly.jacobian(set, jacobian);
            sum += jacobian[0];
        }
        return sum;
    }

    /** Eigenvalues alone. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public double eigenvalues() {
        double sum = 0;
        for (double[] matrix : matrices) {
            eigenvalues.compute(matrix);
            sum += eigenvalues.abscissa();
        }
        return sum;
    }

    /** Eigenvalues and both vectors of the slowest mode, real or complex. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public double eigenpairs() {
        double sum = 0;
        for (double[] matrix : matrices) {
            eigenvalues.compute(matrix);
            sum += eigenvectors.find(0);
        }
        return sum;
    }

    /** From coordinates to abscissae. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public double[] abscissae() {
        worker.abscissae(u, 0, SETS, abscissa);
        return abscissa;
    }

    /** From coordinates to abscissae and gradients. */
    @Benchmark
    @OperationsPerInvocation(SETS)
    public double[] gradients() {
        worker.gradients(u, 0, SETS, abscissa, gradient);
        return gradient;
    }
}
