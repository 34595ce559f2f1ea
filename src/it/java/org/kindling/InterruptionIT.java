package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.app.FolderContent;

/** A run that is told to end ends in order, and goes on where it was. */
class InterruptionIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void terminatedRunCanBeResumedAndGivesTheSameFiles() throws IOException, InterruptedException {
        Path broken = folder.resolve("broken");
        KindlingProcess process = sample(broken);
        awaitSets(folder.resolve("broken.partial/checkpoint/sets.bin"), process);

        process.process().destroy();
        KindlingProcess.Outcome interrupted = process.outcome(LIMIT);

        assertThat(interrupted.err()).isEqualTo("kindling: interrupted; go on with --resume" + System.lineSeparator());
        assertThat(interrupted.exitCode()).isEqualTo(3);
        assertThat(broken).doesNotExist();
        assertThat(sample(broken, "--resume").outcome(LIMIT).exitCode()).isZero();
        assertThat(sample(folder.resolve("whole")).outcome(LIMIT).exitCode()).isZero();
        Map<String, String> files = FolderContent.hashed(folder.resolve("whole"));
        assertThat(FolderContent.hashed(broken)).isEqualTo(files);
    }

    @Test
    void refusedRunEndsWithItsOwnExitCode() throws IOException, InterruptedException {
        KindlingProcess.Outcome refused = KindlingProcess.start(
                        folder,
                        List.of(),
                        "sample",
                        "test-models/unsteady.xml",
                        "-o",
                        folder.resolve("run").toString())
                .outcome(LIMIT);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).startsWith("kindling: species A");
    }

    private KindlingProcess sample(Path run, String... more) throws IOException {
        String[] arguments = {"sample", "test-models/ecoli_central_carbon.xml", "-n", "8000", "-q", "-o", run.toString()
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return KindlingProcess.start(folder, List.of(), all);
    }

    private static void awaitSets(Path file, KindlingProcess process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            assertThat(process.process().isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            process.process().waitFor(20, TimeUnit.MILLISECONDS);
        }
    }
}
