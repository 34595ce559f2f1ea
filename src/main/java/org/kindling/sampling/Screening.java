package org.kindling.sampling;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Takes and labels many sets on several threads and hands them over in the order of their index: what arrives does not
 * depend on the number of threads, and memory does not grow with the number of sets.
 */
public final class Screening {

    /** Sets in a batch: some tens of milliseconds of work. */
    private static final int BATCH = 256;

    /** Batches under way for each thread, so that none waits while the oldest is handed over. */
    private static final int AHEAD = 4;

    private final SetSource source;
    private final Screen screen;
    private final int threads;

    private Screening(SetSource source, Screen screen, int threads) {
        this.source = source;
        this.screen = screen;
        this.threads = threads;
    }

    /** Receives labelled batches, one at a time and in order. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Takes the next batch.
         *
         * @param batch the batch, to be used before returning
         * @throws IOException if it cannot be stored
         */
        void accept(ScreenedBatch batch) throws IOException;
    }

    /**
     * A screening.
     *
     * @param source where the sets come from
     * @param screen what labels them
     * @param threads how many threads work at it
     * @return the screening
     * @throws IllegalArgumentException if there is not at least one thread
     */
    public static Screening of(SetSource source, Screen screen, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
        return new Screening(source, screen, threads);
    }

    /**
     * Takes and labels the sets from one index up to another.
     *
     * @param from the index of the first set
     * @param to the index after the last set
     * @param sink receives the batches in order, on the calling thread
     * @throws IOException if the sink cannot store a batch
     * @throws InterruptedException if the calling thread is interrupted; every batch that the sink has taken is complete
     */
    public void run(long from, long to, Sink sink) throws IOException, InterruptedException {
        try (WorkerThreads crew = WorkerThreads.of(threads)) {
            ExecutorService pool = crew.executor();
            BlockingQueue<Screen.Worker> workers = new ArrayBlockingQueue<>(threads);
            for (int thread = 0; thread < threads; thread++) {
                workers.add(screen.worker());
            }
            Deque<Future<ScreenedBatch>> ahead = new ArrayDeque<>();
            for (long first = from; first < to; first += BATCH) {
                if (ahead.size() == threads * AHEAD) {
                    sink.accept(finished(ahead.remove()));
                }
                long start = first;
                int sets = (int) Math.min(BATCH, to - first);
                ahead.add(pool.submit(() -> batch(workers, start, sets)));
            }
            while (!ahead.isEmpty()) {
                sink.accept(finished(ahead.remove()));
            }
        }
    }

    private ScreenedBatch batch(BlockingQueue<Screen.Worker> workers, long first, int sets)
            throws InterruptedException {
        Screen.Worker worker = workers.take();
        try {
            double[] values = new double[sets * screen.jacobian().space().dimension()];
            source.draw(first, values, sets);
            return worker.label(first, values, sets);
        } finally {
            workers.put(worker);
        }
    }

    private static ScreenedBatch finished(Future<ScreenedBatch> batch) throws InterruptedException {
        // A batch that is done is handed over without a look at the interruption.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return batch.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A worker failed.", failure.getCause());
        }
    }
}
