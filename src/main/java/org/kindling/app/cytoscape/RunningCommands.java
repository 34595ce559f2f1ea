package org.kindling.app.cytoscape;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The commands that are at work, each on a thread of Cytoscape's: whoever is cancelled is interrupted. */
final class RunningCommands {

    /** Long enough for a batch to end and its files to go; a bundle that stops waits no longer. */
    private static final long PATIENCE_SECONDS = 20;

    private final Map<CommandTask, Thread> threads = new HashMap<>();
    private boolean closed;

    /** The calling thread begins with a command. */
    synchronized void begin(CommandTask command) throws InterruptedException {
        if (closed || command.cancelled()) {
            throw new InterruptedException("before it began");
        }
        threads.put(command, Thread.currentThread());
    }

    /** The calling thread is done with a command; an interruption that came too late goes no further. */
    synchronized void end(CommandTask command) {
        if (threads.remove(command) != null) {
            Thread.interrupted();
        }
        notifyAll();
    }

    synchronized void cancel(CommandTask command) {
        Thread thread = threads.get(command);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Cancels all commands, takes no further ones, and waits until they have ended. */
    synchronized void close() {
        closed = true;
        threads.values().forEach(Thread::interrupt);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean interrupted = false;
        long left = deadline - System.nanoTime();
        while (!threads.isEmpty() && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException impatient) {
                interrupted = true;
                break;
            }
            left = deadline - System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
