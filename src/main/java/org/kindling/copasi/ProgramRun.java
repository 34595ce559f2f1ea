package org.kindling.copasi;

import java.time.Duration;
import java.util.List;

/**
 * A program that was run to its end.
 *
 * @param code its exit code
 * @param output the last that it printed on its standard output
 * @param words the last that it printed on its standard error
 */
record ProgramRun(int code, String output, String words) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Runs a program.
     *
     * @throws WorkerFailure if it cannot be started, takes too long, or crashes
     * @throws InterruptedException if the thread is interrupted; the program has ended
     */
    static ProgramRun of(List<String> command, WorkerLimits limits) throws WorkerFailure, InterruptedException {
        try (ChildProcess child = ChildProcess.start(command, limits)) {
            StreamTail output = child.outputTail();
            if (!child.ended(limits.time())) {
                throw new WorkerFailure(WorkerFailure.Kind.OUT_OF_TIME, "COPASI took longer than " + limits.seconds());
            }
            if (child.crashed()) {
                throw new WorkerFailure(WorkerFailure.Kind.DIED, child.epitaph(limits));
            }
            return new ProgramRun(child.exitCode(), output.text(PATIENCE), child.lastWords());
        }
    }
}
