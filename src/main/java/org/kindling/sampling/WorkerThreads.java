package org.kindling.sampling;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads that work on batches, and are gone when the work is: a host that unloads Kindling keeps none of them. */
public final class WorkerThreads implements AutoCloseable {

    private final ExecutorService executor;

    private WorkerThreads(ExecutorService executor) {
        this.executor = executor;
    }

    /**
     * Starts threads as work comes.
     *
     * @param threads how many at most
     * @return the threads
     */
    public static WorkerThreads of(int threads) {
        return new WorkerThreads(Executors.newFixedThreadPool(threads));
    }

    /**
     * What hands out the work.
     *
     * @return the executor
     */
    public ExecutorService executor() {
        return executor;
    }

    /** Interrupts what is at work, drops what waits, and returns when all threads have ended, even if interrupted meanwhile. */
    @Override
    public void close() {
        executor.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
