package org.kindling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Trains in processes of their own, and kills them by SIGKILL, which leaves them no time for anything. */
record KilledTraining(Path folder, List<String> arguments) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** A kill comes within this time after a checkpoint, so about as often before the next one as after it. */
    private static final int MOST_MILLISECONDS = 3_000;

    /** A generator, and how often its training was killed. */
    record Outcome(Path generator, int kills) {}

    /** Trains without interruption. */
    Path whole() throws IOException, InterruptedException {
        Path run = folder.resolve("whole");
        end(start(run));
        return run.resolve("generator.kgen");
    }

    /** Trains, killed at random moments, each after some progress so that it comes to an end. */
    Outcome killed(int wanted, SplittableRandom random) throws IOException, InterruptedException {
        Path run = folder.resolve("killed");
        Path checkpoint = folder.resolve("killed.partial/checkpoint/training.npz");
        int kills = 0;
        while (kills < wanted) {
            FileTime before = time(checkpoint);
            KindlingProcess process = start(run);
            while (process.process().isAlive() && time(checkpoint).equals(before)) {
                process.process().waitFor(10, TimeUnit.MILLISECONDS);
            }
            if (process.process().waitFor(random.nextInt(MOST_MILLISECONDS), TimeUnit.MILLISECONDS)) {
                return new Outcome(run.resolve("generator.kgen"), kills);
            }
            process.process().destroyForcibly().waitFor();
            kills++;
        }
        if (!Files.exists(run)) {
            end(start(run));
        }
        return new Outcome(run.resolve("generator.kgen"), kills);
    }

    private static FileTime time(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
    }

    private KindlingProcess start(Path run) throws IOException {
        List<String> all = new ArrayList<>(List.of("train", "spectral"));
        all.addAll(arguments);
        all.addAll(List.of("-q", "-o", run.toString()));
        if (Files.exists(run.resolveSibling(run.getFileName() + ".partial"))) {
            all.add("--resume");
        }
        return KindlingProcess.start(folder, List.of(), all.toArray(String[]::new));
    }

    private static void end(KindlingProcess process) throws InterruptedException {
        KindlingProcess.Outcome outcome = process.outcome(LIMIT);
        if (outcome.exitCode() != 0) {
            throw new AssertionError("exit code " + outcome.exitCode() + ": " + outcome.err());
        }
    }
}
