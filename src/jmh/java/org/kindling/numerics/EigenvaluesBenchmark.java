package org.kindling.numerics;

import java.util.concurrent.TimeUnit;
import org.bytedeco.openblas.global.openblas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Eigenvalues of one Jacobian of a random reaction network: ours against LAPACK's {@code dgeev} for values only.
 *
 * <p>The methods run one after the other by the wall clock, so their ratio means something on an idle machine only;
 * the compiler needs some eight seconds to finish with this code.
 *
 * <p>OpenBLAS runs in one thread, with buffers that are reused and its input refreshed before each call. The score to
 * report is the ratio of both methods in one run. Orders 44 and 85 are those of the E. coli models.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class EigenvaluesBenchmark {
    private static final int MATRICES = 8;

    /** Number of species. */
    @Param({"20", "44", "85", "113"})
    public int order;

    private double[][] matrices = {};
    private double[][] columnMajor = {};
    private double[] input = {};
    private double[] real = {};
    private double[] imaginary = {};
    private double[] work = {};
    private final double[] noVectors = new double[1];
    private Eigenvalues eigenvalues = Eigenvalues.ofOrder(0);
    private EigenvalueRefinement refinement = EigenvalueRefinement.ofOrder(1);
    private LuDecomposition lu = LuDecomposition.ofOrder(0);
    private int next;

    /** Draws the matrices and makes the workspaces. */
    @Setup
    public void setUp() {
        openblas.blas_set_num_threads(1);
        matrices = new double[MATRICES][];
        columnMajor = new double[MATRICES][order * order];
        for (int i = 0; i < MATRICES; i++) {
            matrices[i] = KineticJacobian.random(order, 10, i);
            for (int j = 0; j < order * order; j++) {
                columnMajor[i][j % order * order + j / order] = matrices[i][j];
            }
        }
        input = new double[order * order];
        real = new double[order];
        imaginary = new double[order];
        work = new double[64 * order];
        eigenvalues = Eigenvalues.ofOrder(order);
        refinement = EigenvalueRefinement.ofOrder(order);
        lu = LuDecomposition.ofOrder(order);
    }

    /** Ours: order, balance, reduce, iterate, sort. */
    @Benchmark
    public double ours() {
        eigenvalues.compute(matrix());
        return eigenvalues.abscissa();
    }

    /** LAPACK: the same without the order and the sort. */
    @Benchmark
    public double lapack() {
        next = (next + 1) % MATRICES;
        System.arraycopy(columnMajor[next], 0, input, 0, input.length);
        openblas.LAPACKE_dgeev_work(
                openblas.LAPACK_COL_MAJOR,
                (byte) 'N',
                (byte) 'N',
                order,
                input,
                order,
                real,
                imaginary,
                noVectors,
                1,
                noVectors,
                1,
                work,
                work.length);
        return real[0];
    }

    /** Ours, and the dominant eigenvalue refined to the last digit with both vectors. */
    @Benchmark
    public double oursRefined() {
        double[] matrix = matrix();
        eigenvalues.compute(matrix);
        return refinement
                .refine(matrix, eigenvalues.real(0), eigenvalues.imaginary(0))
                .real();
    }

    /** The LU decomposition, for scale. */
    @Benchmark
    public boolean lu() {
        return lu.factor(matrix());
    }

    private double[] matrix() {
        next = (next + 1) % MATRICES;
        return matrices[next];
    }
}
