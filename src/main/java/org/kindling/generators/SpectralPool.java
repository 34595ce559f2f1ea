package org.kindling.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.SpectralGradient;
import org.kindling.sampling.WorkerThreads;

/**
 * Evaluates spectra and their gradients for batches of sets on several threads, at one reference state of a network or at
 * several. What it computes for a set depends on the set and its state alone. Owns its threads; not thread-safe itself.
 */
public final class SpectralPool implements AutoCloseable {

    /** Sets that a worker takes at a time: the tape is interpreted once for all of them. */
    private static final int LANES = 32;

    /** The same where there are many states, of which each has few sets in a batch. */
    private static final int FEW_LANES = 4;

    /** Fewer sets than this are not worth a task of their own. */
    private static final int SMALLEST_SHARE = 4;

    private final List<SpectralGradient> states;
    private final List<Crew> crews = new ArrayList<>();
    private final WorkerThreads threads;

    private SpectralPool(List<SpectralGradient> states, int threads) {
        this.states = List.copyOf(states);
        for (int k = 0; k < threads; k++) {
            crews.add(new Crew());
        }
        this.threads = WorkerThreads.of(threads);
    }

    /** What a worker does with some sets of one state. */
    @FunctionalInterface
    private interface Work {
        void evaluate(SpectralGradient.Worker worker, int first, int sets);
    }

    /** What one thread works with: a worker, which goes from state to state. */
    private final class Crew {

        private Optional<SpectralGradient.Worker> worker = Optional.empty();
        private int state = -1;

        /** Does the sets from one index up to another, a run of equal states at a time. */
        void evaluate(int[] stateOfSet, int from, int to, Work work) {
            for (int first = from, next; first < to; first = next) {
                next = first + 1;
                while (next < to && stateOfSet[next] == stateOfSet[first]) {
                    next++;
                }
                work.evaluate(workerAt(stateOfSet[first]), first, next - first);
            }
        }

        private SpectralGradient.Worker workerAt(int wanted) {
            SpectralGradient gradient = states.get(wanted);
            int lanes = states.size() == 1 ? LANES : FEW_LANES;
            SpectralGradient.Worker there = worker.map(last -> wanted == state ? last : gradient.worker(last))
                    .orElseGet(() -> gradient.worker(lanes));
            worker = Optional.of(there);
            state = wanted;
            return there;
        }

        long differences() {
            return worker.map(SpectralGradient.Worker::differences).orElse(0L);
        }
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
        return of(List.of(gradient), threads);
    }

    /**
     * A pool for several states of one network.
     *
     * @param states the gradient at each state; all have the same parameters in the same order
     * @param threads how many threads work
     * @return the pool
     * @throws IllegalArgumentException if there is not at least one thread and one state
     */
    public static SpectralPool of(List<SpectralGradient> states, int threads) {
        if (threads < 1 || states.isEmpty()) {
            throw new IllegalArgumentException(
                    "There must be at least one thread and one state, not " + threads + " and " + states.size() + ".");
        }
        return new SpectralPool(states, threads);
    }

    /**
     * The number of states.
     *
     * @return how many there are
     */
    public int states() {
        return states.size();
    }

    /**
     * The Jacobian at the first state.
     *
     * @return the function whose spectra are evaluated
     */
    public JacobianFunction jacobian() {
        return states.get(0).jacobian();
    }

    /**
     * The spectral abscissae of some sets at the first state. Costs one Jacobian a set.
     *
     * @param u coordinates row by row, shape [sets, parameters]
     * @param sets how many rows
     * @param abscissa receives the largest real part of each, unit 1 / time; infinite where there is no spectrum
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void abscissae(double[] u, int sets, double[] abscissa) throws InterruptedException {
        abscissae(new int[sets], u, abscissa);
    }

    /**
     * The spectral abscissae of some sets, each at a state of its own. Costs one Jacobian a set.
     *
     * @param stateOfSet the state of each set, shape [sets]; sets of one state should follow one another
     * @param u coordinates row by row, shape [sets, parameters]
     * @param abscissa receives the largest real part of each, unit 1 / time; infinite where there is no spectrum
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void abscissae(int[] stateOfSet, double[] u, double[] abscissa) throws InterruptedException {
        share(stateOfSet, (worker, first, count) -> worker.abscissae(u, first, count, abscissa));
    }

    /**
     * The spectral abscissae of some sets at the first state, and their gradients.
     *
     * @param u coordinates row by row, shape [sets, parameters]
     * @param sets how many rows
     * @param abscissa receives the largest real part of each, unit 1 / time; infinite where there is no spectrum
     * @param gradients receives \( \partial \lambda / \partial u \), shape [sets, parameters]
     * @return how many Jacobians it cost: one a set, and more where an eigenvalue is defective
     * @throws InterruptedException if the calling thread is interrupted
     */
    public long gradients(double[] u, int sets, double[] abscissa, double[] gradients) throws InterruptedException {
        return gradients(new int[sets], u, abscissa, gradients);
    }

    /**
     * The spectral abscissae of some sets, each at a state of its own, and their gradients.
     *
     * @param stateOfSet the state of each set, shape [sets]; sets of one state should follow one another
     * @param u coordinates row by row, shape [sets, parameters]
     * @param abscissa receives the largest real part of each, unit 1 / time; infinite where there is no spectrum
     * @param gradients receives \( \partial \lambda / \partial u \), shape [sets, parameters]
     * @return how many Jacobians it cost: one a set, and more where an eigenvalue is defective
     * @throws InterruptedException if the calling thread is interrupted
     */
    public long gradients(int[] stateOfSet, double[] u, double[] abscissa, double[] gradients)
            throws InterruptedException {
        long before = differences();
        share(stateOfSet, (worker, first, count) -> worker.gradients(u, first, count, abscissa, gradients));
        return stateOfSet.length + differences() - before;
    }

    private long differences() {
        return crews.stream().mapToLong(Crew::differences).sum();
    }

    private void share(int[] stateOfSet, Work work) throws InterruptedException {
        int sets = stateOfSet.length;
        int shares = Math.max(1, Math.min(crews.size(), sets / SMALLEST_SHARE));
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int k = 0; k < shares; k++) {
            int first = (int) ((long) sets * k / shares);
            int next = (int) ((long) sets * (k + 1) / shares);
            Crew crew = crews.get(k);
            tasks.add(() -> {
                crew.evaluate(stateOfSet, first, next, work);
                return null;
            });
        }
        for (Future<Void> task : threads.executor().invokeAll(tasks)) {
            try {
                task.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("A worker failed.", failure.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
