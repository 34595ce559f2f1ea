package org.kindling.app.cli;

import java.io.PrintWriter;
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
    private final PrintWriter messages;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "kindling-interruption");
    private volatile boolean finished;

    private Interruption(Thread worker, PrintWriter messages) {
        this.worker = worker;
        this.messages = messages;
    }

    /** Watches over the calling thread until closed. */
    static Interruption ofThisThread(PrintWriter messages) {
        Interruption interruption = new Interruption(Thread.currentThread(), messages);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        worker.interrupt();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // The signal is already ending the process, so that System.exit could set no code any more.
                Runtime.getRuntime().halt(finished ? 0 : Failures.INTERRUPTED);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run is complete: a signal from now on does not make it an interrupted one. */
    void finished() {
        finished = true;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            if (!finished) {
                messages.println("kindling: " + Failures.INTERRUPTED_MESSAGE);
                messages.flush();
            }
            ended.countDown();
        }
    }
}
