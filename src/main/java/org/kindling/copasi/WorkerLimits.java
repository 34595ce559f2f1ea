package org.kindling.copasi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a worker process may take.
 *
 * @param time how long one request may last, import of the model included
 * @param megabytes how much memory it may hold, in units of 2^20 bytes; enforced on Linux only, for other systems offer
 *     nothing that a process could be started under
 */
public record WorkerLimits(Duration time, int megabytes) {

    /** A minute and 2 GB: the largest models tried need seconds and 100 MB once their coefficients are scaled. */
    public static final WorkerLimits DEFAULT = new WorkerLimits(Duration.ofMinutes(1), 2048);

    /** A Java machine reserves addresses that it does not fill; they count as addresses, but not as data. */
    private static final int RESERVED_MEGABYTES = 4096;

    /** The limit on data is exact since Linux 4.7; the one on addresses stands in where only brk counts as data. */
    private static final String LIMITED =
            "ulimit -c 0; ulimit -d %d 2>/dev/null; ulimit -v %d 2>/dev/null; exec \"$@\"";

    /**
     * Creates limits.
     *
     * @throws IllegalArgumentException if the time is not positive, or the memory below 64 MB, in which nothing starts
     */
    public WorkerLimits {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A worker needs some time, not " + time + ".");
        }
        if (megabytes < 64) {
            throw new IllegalArgumentException("A worker needs at least 64 MB of memory, not " + megabytes + ".");
        }
    }

    /**
     * These limits with another time.
     *
     * @param limit how long one request may last
     * @return the limits
     */
    public WorkerLimits withTime(Duration limit) {
        return new WorkerLimits(limit, megabytes);
    }

    /**
     * These limits with another amount of memory.
     *
     * @param limit how much a worker may hold, megabytes
     * @return the limits
     */
    public WorkerLimits withMegabytes(int limit) {
        return new WorkerLimits(time, limit);
    }

    /**
     * Whether memory is limited on this system.
     *
     * @return true on Linux
     */
    public static boolean memoryIsLimited() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    /** The command that runs another one within the limit of memory, where there is one. */
    List<String> applied(List<String> command) {
        if (!memoryIsLimited()) {
            return command;
        }
        long kilobytes = megabytes * 1024L;
        List<String> limited = new ArrayList<>(List.of(
                "/bin/sh", "-c", LIMITED.formatted(kilobytes, kilobytes + RESERVED_MEGABYTES * 1024L), "worker"));
        limited.addAll(command);
        return limited;
    }

    /** The time limit in words. */
    String seconds() {
        return time.toMillis() / 1e3 + " s";
    }

    /** What to say when the memory was not enough. */
    String exhausted() {
        return "COPASI reached its memory limit of " + megabytes + " MB";
    }
}
