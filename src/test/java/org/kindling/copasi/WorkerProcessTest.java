package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {

    private static final WorkerLimits SHORT = WorkerLimits.DEFAULT.withTime(Duration.ofMillis(300));

    @TempDir
    private Path folder;

    @Test
    void answerIsFoundAmongWhatElseIsPrinted() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(
                folder.resolve("worker"),
                "version",
                "echo chatter; printf 'unfinished\\n'; " + FakeProgram.answer("{\"ok\":true,\"version\":\"9\"}"));

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT)) {
            assertThat(worker.ask(WorkerProcess.request("version"))
                            .path("version")
                            .asText())
                    .isEqualTo("9");
            assertThat(worker.alive()).isTrue();
        }
    }

    @Test
    void numbersThatAreNoneAreRead() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(
                folder.resolve("worker"), "course", FakeProgram.answer("{\"ok\":true,\"value\":NaN}"));

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT)) {
            assertThat(worker.ask(WorkerProcess.request("course")).path("value").asDouble())
                    .isNaN();
        }
    }

    @Test
    void refusalLeavesTheWorkerAlive() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(
                folder.resolve("worker"), "load", FakeProgram.answer("{\"ok\":false,\"reason\":\"no\\n  model\"}"));

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT)) {
            WorkerFailure failure = failure(worker, "load");

            assertThat(failure.kind()).isEqualTo(WorkerFailure.Kind.REFUSED);
            assertThat(failure).hasMessage("no model");
            assertThat(worker.alive()).isTrue();
            worker.ask(WorkerProcess.request("drop"));
        }
    }

    @Test
    void crashIsToldWithItsSignal() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(folder.resolve("worker"), "course", "kill -SEGV $$");

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT)) {
            WorkerFailure failure = failure(worker, "course");

            assertThat(failure.kind()).isEqualTo(WorkerFailure.Kind.DIED);
            assertThat(failure).hasMessage("COPASI's process ended in a crash (signal 11)");
            assertThat(worker.alive()).isFalse();
        }
    }

    @Test
    void lastWordsAreTold() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(folder.resolve("worker"), "course", "echo first >&2; echo last >&2; exit 3");

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT)) {
            assertThat(failure(worker, "course")).hasMessage("COPASI's process ended with exit code 3, saying: last");
        }
    }

    @Test
    void lackOfMemoryIsToldByTheLimit() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(
                folder.resolve("worker"), "load", "echo 'terminate called: std::bad_alloc' >&2; kill -ABRT $$");

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT.withMegabytes(100))) {
            assertThat(failure(worker, "load")).hasMessage("COPASI reached its memory limit of 100 MB");
        }
    }

    @Test
    void limitOfMemoryHoldsInTheWorker() throws WorkerFailure, InterruptedException {
        if (!WorkerLimits.memoryIsLimited()) {
            System.out.println("Skipped, for this system cannot limit memory: limitOfMemoryHoldsInTheWorker");
        }
        assumeTrue(WorkerLimits.memoryIsLimited());
        Path program = FakeProgram.worker(
                folder.resolve("worker"), "version", "printf '#kindling {\"ok\":true,\"limit\":%s}\\n' $(ulimit -d)");

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT.withMegabytes(100))) {
            assertThat(worker.ask(WorkerProcess.request("version"))
                            .path("limit")
                            .asInt())
                    .isEqualTo(100 * 1024);
        }
    }

    @Test
    void slowWorkerIsEnded() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(folder.resolve("worker"), "course", "tail -f /dev/null");

        try (WorkerProcess worker = start(program, SHORT)) {
            WorkerFailure failure = failure(worker, "course");

            assertThat(worker.alive()).isFalse();
            assertThat(failure.kind()).isEqualTo(WorkerFailure.Kind.OUT_OF_TIME);
            assertThat(failure).hasMessage("COPASI took longer than 0.3 s");
            assertThat(worker.ended(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void interruptionEndsTheWorker() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(folder.resolve("worker"), "course", "tail -f /dev/null");

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> worker.ask(WorkerProcess.request("course")))
                    .isInstanceOf(InterruptedException.class);
            assertThat(worker.ended(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void workerEndsWithItsInput() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(folder.resolve("worker"));
        WorkerProcess worker = start(program, WorkerLimits.DEFAULT);

        worker.close();

        assertThat(worker.ended(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void programThatAnswersInAnotherWayIsNoWorker() throws WorkerFailure, InterruptedException {
        Path program = FakeProgram.worker(folder.resolve("worker"), "version", "echo '#kindling what?'; exit 0");

        try (WorkerProcess worker = start(program, WorkerLimits.DEFAULT)) {
            assertThat(failure(worker, "version").kind()).isEqualTo(WorkerFailure.Kind.DIED);
        }
    }

    private static WorkerProcess start(Path program, WorkerLimits limits) throws WorkerFailure, InterruptedException {
        return WorkerProcess.start(List.of(program.toString()), List.of(), limits);
    }

    private static WorkerFailure failure(WorkerProcess worker, String request) {
        return catchThrowableOfType(WorkerFailure.class, () -> worker.ask(WorkerProcess.request(request)));
    }
}
