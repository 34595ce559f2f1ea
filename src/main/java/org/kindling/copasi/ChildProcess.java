package org.kindling.copasi;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that this program started, whose last words are kept, and which never outlives the program. */
final class ChildProcess implements AutoCloseable {

    private static final Set<ChildProcess> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(ChildProcess::end), "kindling-children"));
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Exit codes of processes that a signal ended begin here. */
    private static final int SIGNALLED = 128;

    /** What grows by doubling is stopped by the limit at a third of it: the old and the new copy would not fit together. */
    private static final double NEAR = 0.3;

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern NO_MEMORY =
            Pattern.compile("bad_alloc|MemoryError|OutOfMemoryError|[Cc]annot allocate memory|insufficient memory");

    private final Process process;
    private final StreamTail words;

    private ChildProcess(Process process) {
        this.process = process;
        this.words = StreamTail.of(process.getErrorStream());
    }

    /** Starts a process within limits. */
    static ChildProcess start(List<String> command, WorkerLimits limits) throws WorkerFailure {
        try {
            ChildProcess child = new ChildProcess(new ProcessBuilder(limits.applied(command)).start());
            LIVING.add(child);
            return child;
        } catch (IOException absent) {
            throw new WorkerFailure(WorkerFailure.Kind.DIED, String.valueOf(absent.getMessage()));
        }
    }

    BufferedWriter input() {
        return new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    BufferedReader output() {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The last that it prints on its standard output, in place of {@link #output}. */
    StreamTail outputTail() {
        return StreamTail.of(process.getInputStream());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for it to have ended. */
    boolean ended(Duration longest) throws InterruptedException {
        return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The exit code of a process that has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Whether it ended by a signal or for lack of memory, and not because it wanted to. */
    boolean crashed() {
        return exitCode() > SIGNALLED || NO_MEMORY.matcher(lastWords()).find();
    }

    /** What a process that has ended printed last on its standard error. */
    String lastWords() {
        return words.text(PATIENCE);
    }

    /** Why it died, in one line. To be asked when its output has ended, so that it is about to. */
    String epitaph(WorkerLimits limits) throws InterruptedException {
        if (!ended(PATIENCE)) {
            return "the process started for COPASI does not speak Kindling's protocol";
        }
        String last = lastWords();
        if (NO_MEMORY.matcher(last).find()) {
            return limits.exhausted();
        }
        String line = last.lines().reduce("", (before, after) -> after.isBlank() ? before : after.strip());
        return "COPASI's process ended" + manner(exitCode()) + (line.isEmpty() ? "" : ", saying: " + line);
    }

    private static String manner(int code) {
        return switch (code - SIGNALLED) {
            case 4, 6, 7, 8, 11 -> " in a crash (signal " + (code - SIGNALLED) + ")";
            case 9, 14, 15 -> " by signal " + (code - SIGNALLED);
            default -> " with exit code " + code;
        };
    }

    /** Whether a living process has had so much memory that the limit may have stopped it; known on Linux only. */
    boolean memoryRanOut(WorkerLimits limits) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return peak.find() && Long.parseLong(peak.group(1)) > NEAR * limits.megabytes() * 1024;
        } catch (IOException notLinux) {
            return false;
        }
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        end();
        LIVING.remove(this);
    }
}
