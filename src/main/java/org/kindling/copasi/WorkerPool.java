package org.kindling.copasi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Workers that hold one model, each started when it is needed first and again after it died. Thread-safe: as many requests
 * run at a time as there are workers, the others wait.
 */
final class WorkerPool implements AutoCloseable {

    /** A model at whose import COPASI died this often is not given to it again. */
    private static final int MOST_FATAL_IMPORTS = 2;

    private final Engine engine;
    private final WorkerLimits limits;
    private final String sbml;
    private final List<Slot> slots = new ArrayList<>();
    private final BlockingQueue<Slot> free;
    private volatile Optional<String> unreadable = Optional.empty();
    private int fatalImports;
    private volatile boolean closed;

    /** What is asked of a worker. */
    @FunctionalInterface
    interface Task<T> {

        T run(CopasiWorker worker) throws WorkerFailure, InterruptedException;
    }

    private WorkerPool(Engine engine, WorkerLimits limits, String sbml, int size) {
        this.engine = engine;
        this.limits = limits;
        this.sbml = sbml;
        for (int index = 0; index < size; index++) {
            slots.add(new Slot());
        }
        this.free = new ArrayBlockingQueue<>(size, false, slots);
    }

    /**
     * A pool; no worker is started yet.
     *
     * @param engine the engine
     * @param limits what each worker may take
     * @param sbml the model
     * @param size the most workers at a time, at least 1
     */
    static WorkerPool of(Engine engine, WorkerLimits limits, String sbml, int size) {
        return new WorkerPool(engine, limits, sbml, size);
    }

    /** Asks a free worker, once there is one. */
    <T> T ask(Task<T> task) throws WorkerFailure, InterruptedException {
        Slot slot = free.take();
        try {
            return task.run(slot.ready());
        } finally {
            slot.tidy();
            free.add(slot);
        }
    }

    /** Ends all workers, those that compute too. */
    @Override
    public void close() {
        closed = true;
        slots.forEach(Slot::end);
    }

    /** The place of one worker; used by one thread at a time, but for its end. */
    private final class Slot {

        private volatile Optional<CopasiWorker> worker = Optional.empty();

        CopasiWorker ready() throws WorkerFailure, InterruptedException {
            if (closed) {
                throw new WorkerFailure(WorkerFailure.Kind.REFUSED, "COPASI's workers are closed");
            }
            Optional<CopasiWorker> present = worker;
            if (present.isPresent()) {
                return present.get();
            }
            if (unreadable.isPresent()) {
                throw new WorkerFailure(WorkerFailure.Kind.REFUSED, unreadable.get());
            }
            CopasiWorker started = engine.start(limits);
            worker = Optional.of(started);
            load(started);
            return started;
        }

        private void load(CopasiWorker started) throws WorkerFailure, InterruptedException {
            try {
                started.load(sbml);
            } catch (WorkerFailure failure) {
                started.close();
                remember(failure);
                throw new WorkerFailure(failure.kind(), cannotRead(failure));
            }
        }

        /** Leaves no worker behind that cannot be asked again. */
        void tidy() {
            if (closed || worker.filter(CopasiWorker::alive).isEmpty()) {
                end();
            }
        }

        void end() {
            worker.ifPresent(CopasiWorker::close);
            worker = Optional.empty();
        }
    }

    private synchronized void remember(WorkerFailure failure) {
        fatalImports++;
        if (failure.kind() == WorkerFailure.Kind.REFUSED || fatalImports == MOST_FATAL_IMPORTS) {
            unreadable = Optional.of(cannotRead(failure));
        }
    }

    private static String cannotRead(WorkerFailure failure) {
        return "COPASI cannot read the model: " + failure.reason();
    }
}
