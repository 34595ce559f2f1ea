package org.kindling.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C and SIGTERM end a run in order: the thread that works is interrupted, and the process ends only after it has
 * stored what it has.
 */
final class Interruption implements AutoCloseable {

    /** Long enough to finish a batch and note it; after that the process ends all the same. */
    private static final long PATIENCE_SECONDS = 20;

    private final Thread worker;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = Failures.INTERRUPTED;
    private final Thread hook = new Thread(this::interrupt, "kindling-interruption");

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        worker.interrupt();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // The process ends by the signal; its own exit code cannot come through any more, so it is set here.
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run is complete: what a signal can still interrupt is no reason to resume it. */
    void finished() {
        exitCode = 0;
    }

    /** Everything is stored and said: a signal from now on ends the process as usual. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException underWay) {
            ended.countDown();
        }
    }
}
