package org.kindling.copasi;

import java.util.List;

/**
 * How a worker that speaks the line protocol is started.
 *
 * @param command the program and its arguments
 * @param preamble lines that it reads before the first request
 */
record WorkerLaunch(List<String> command, List<String> preamble) {

    WorkerLaunch {
        command = List.copyOf(command);
        preamble = List.copyOf(preamble);
    }

    LineWorker start(WorkerLimits limits) throws WorkerFailure, InterruptedException {
        return LineWorker.of(WorkerProcess.start(command, preamble, limits));
    }

    /** Starts a worker, asks it for COPASI's version, and ends it. */
    String version(WorkerLimits limits) throws WorkerFailure, InterruptedException {
        try (LineWorker worker = start(limits)) {
            return worker.version();
        }
    }
}
