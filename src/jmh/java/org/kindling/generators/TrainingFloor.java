package org.kindling.generators;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.SpectralGradient;
import org.kindling.generators.renaissance.EvolutionStrategy;
import org.kindling.generators.spectral.SharpTraining;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.numerics.Eigenvalues;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.OracleSampler;
import org.kindling.sbml.SbmlReader;

/**
 * What training costs beside the bare eigenvalues of as many Jacobians: processor time of all threads, the best of some repeats
 * in turn, so that other work on the machine cancels.
 */
public final class TrainingFloor {

    private static final int REPEATS = 20;
    private static final int JACOBIANS = 3_000;
    private static final int MATRICES = 500;

    /** Sets in a batch, as many as a round of training has, and batches that are timed. */
    private static final int BATCH = 20;

    private static final int BATCHES = 2_000;

    private TrainingFloor() {}

    /**
     * Measures.
     *
     * @param arguments the model, the threshold
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        KineticModel model = SbmlReader.read(Path.of(arguments[0])).kinetics();
        ReferenceState state = ReferenceState.of(model);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), state);
        JacobianFunction jacobian = JacobianFunction.of(space, state);
        Criterion criterion = Criterion.abscissaBelow(Double.parseDouble(arguments[1]));
        double[][] matrices = matrices(jacobian);
        double[] floor = new double[REPEATS];
        double[] spectral = new double[REPEATS];
        double[] evolution = new double[REPEATS];
        try (SpectralPool pool = SpectralPool.of(jacobian, 1)) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                long seed = repeat;
                floor[repeat] = eigenvalues(matrices, jacobian.order());
                spectral[repeat] = train(() -> SharpTraining.of(
                        pool,
                        criterion,
                        LogisticFamily.ofDimension(space.dimension()),
                        SharpTraining.Options.DEFAULT.withJacobians(JACOBIANS),
                        seed,
                        Optional.empty()));
                evolution[repeat] = train(() -> EvolutionStrategy.of(
                        pool,
                        criterion,
                        EvolutionStrategy.Options.DEFAULT.withJacobians(JACOBIANS),
                        seed,
                        Optional.empty()));
            }
        }
        printGradient(jacobian, matrices);
        print("bare eigenvalues", floor, floor);
        print("spectral, logistic", spectral, floor);
        print("evolution strategy, with its perceptron", evolution, floor);
    }

    /** The least time of a batch, in turn: of eigenvalues alone, from coordinates to abscissae, and to their gradients. */
    private static void printGradient(JacobianFunction jacobian, double[][] matrices) {
        int dimension = jacobian.space().dimension();
        double[] values = new double[BATCH * dimension];
        OracleSampler.of(jacobian.space(), 1).draw(0, values, BATCH);
        jacobian.space().coordinates(values, values, BATCH);
        SpectralGradient.Worker worker = SpectralGradient.of(jacobian).worker(BATCH);
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(jacobian.order());
        double[] abscissa = new double[BATCH];
        double[] gradient = new double[BATCH * dimension];
        List<Runnable> kinds = List.of(
                () -> Arrays.stream(matrices, 0, BATCH).forEach(eigenvalues::compute),
                () -> worker.abscissae(values, 0, BATCH, abscissa),
                () -> worker.gradients(values, 0, BATCH, abscissa, gradient));
        double[] least = new double[kinds.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int batch = 0; batch < BATCHES; batch++) {
            for (int kind = 0; kind < least.length; kind++) {
                long start = System.nanoTime();
                kinds.get(kind).run();
                least[kind] = Math.min(least[kind], (System.nanoTime() - start) / 1e3 / BATCH);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "least of %d batches: eigenvalues %.1f us, abscissae %.1f us, gradients %.1f us; a gradient costs %.2f eigenvalues%n",
                BATCHES,
                least[0],
                least[1],
                least[2],
                (least[2] - least[1]) / least[0]);
    }

    private static void print(String what, double[] microseconds, double[] floor) {
        double best = Arrays.stream(microseconds).min().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f us a Jacobian, %.2f times the floor%n",
                what,
                best,
                best / Arrays.stream(floor).min().orElseThrow());
    }

    private static double[][] matrices(JacobianFunction jacobian) {
        double[] values = new double[MATRICES * jacobian.space().dimension()];
        OracleSampler.of(jacobian.space(), 1).draw(0, values, MATRICES);
        JacobianFunction.Worker worker = jacobian.worker(1);
        double[][] matrices = new double[MATRICES][jacobian.order() * jacobian.order()];
        for (int set = 0; set < MATRICES; set++) {
            worker.evaluate(values, set, 1);
            worker.jacobian(0, matrices[set]);
        }
        return matrices;
    }

    private static double eigenvalues(double[][] matrices, int order) {
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(order);
        long start = processorTime();
        for (int k = 0; k < JACOBIANS; k++) {
            eigenvalues.compute(matrices[k % MATRICES]);
        }
        return (processorTime() - start) / 1e3 / JACOBIANS;
    }

    private static double train(Supplier<Training> begin) throws InterruptedException {
        Training training = begin.get();
        long jacobians = 0;
        long start = processorTime();
        while (!training.finished()) {
            jacobians = training.advance().jacobians();
        }
        return (processorTime() - start) / 1e3 / jacobians;
    }

    /** Of the whole process, in nanoseconds: trainings work on threads of their own. */
    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
