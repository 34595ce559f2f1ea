package org.kindling.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.SpectralGradient;

/**
 * Evaluates spectra and their gradients for batches of sets on several threads. What it computes for a set depends on the set
 * alone. Owns its threads; not thread-safe itself.
 */
public final class SpectralPool implements AutoCloseable {

    /** Sets that a worker takes at a time: the tape is interpreted once for all of them. */
    private static final int LANES = 32;

    /** Fewer sets than this are not worth a task of their own. */
    private static final int SMALLEST_SHARE = 4;

    private final SpectralGradient gradient;
    private final List<SpectralGradient.Worker> workers = new ArrayList<>();
    private final ExecutorService threads;

    private SpectralPool(SpectralGradient gradient, int threads) {
        this.gradient = gradient;
        for (int k = 0; k < threads; k++) {
            workers.add(gradient.worker(LANES));
        }
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** One worker's share of a batch. */
    @FunctionalInterface
    private interface Share {
        void evaluate(SpectralGradient.Worker worker, int first, int sets);
    }

    /**
     * A pool for a Jacobian, with the gradient of its slowest mode.
     *
     * @param jacobian the Jacobian as a function of the parameters
     * @param threads how many threads work
     * @return the pool, to be closed
     */
    public static SpectralPool of(JacobianFunction jacobian, int threads) {
        return of(SpectralGradient.of(jacobian), threads);
    }

    /**
     * A pool for a gradient.
     *
     * @param gradient the gradient
     * @param threads how many threads work
     * @return the pool, to be closed
     * @throws IllegalArgumentException if there is not at least one thread
     */
    public static SpectralPool of(SpectralGradient gradient, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
        return new SpectralPool(gradient, threads);
    }

    /**
     * The Jacobian.
     *
     * @return the function whose spectra are evaluated
     */
    public JacobianFunction jacobian() {
        return gradient.jacobian();
    }

    /**
     * The spectral abscissae of some sets. Costs one Jacobian a set.
     *
     * @param u coordinates row by row, shape [sets, parameters]
     * @param sets how many rows
     * @param abscissa receives the largest real part of each, unit 1 / time; infinite where there is no spectrum
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void abscissae(double[] u, int sets, double[] abscissa) throws InterruptedException {
        share(sets, (worker, first, count) -> worker.abscissae(u, first, count, abscissa));
    }

    /**
     * The spectral abscissae of some sets and their gradients.
     *
     * @param u coordinates row by row, shape [sets, parameters]
     * @param sets how many rows
     * @param abscissa receives the largest real part of each, unit 1 / time; infinite where there is no spectrum
     * @param gradients receives \( \partial \lambda / \partial u \), shape [sets, parameters]
     * @return how many Jacobians it cost: one a set, and more where an eigenvalue is defective
     * @throws InterruptedException if the calling thread is interrupted
     */
    public long gradients(double[] u, int sets, double[] abscissa, double[] gradients) throws InterruptedException {
        long before = differences();
        share(sets, (worker, first, count) -> worker.gradients(u, first, count, abscissa, gradients));
        return sets + differences() - before;
    }

    private long differences() {
        return workers.stream().mapToLong(SpectralGradient.Worker::differences).sum();
    }

    private void share(int sets, Share share) throws InterruptedException {
        int shares = Math.max(1, Math.min(workers.size(), sets / SMALLEST_SHARE));
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int k = 0; k < shares; k++) {
            int first = (int) ((long) sets * k / shares);
            int next = (int) ((long) sets * (k + 1) / shares);
            SpectralGradient.Worker worker = workers.get(k);
            tasks.add(() -> {
                share.evaluate(worker, first, next - first);
                return null;
            });
        }
        for (Future<Void> task : threads.invokeAll(tasks)) {
            try {
                task.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("A worker failed.", failure.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
