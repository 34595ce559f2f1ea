package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.kindling.sampling.Progress;

/** One line on standard error with what is done, the rate and the time left; on a terminal it is rewritten in place. */
final class ProgressLine implements Progress, AutoCloseable {

    /** The launcher sets it where standard error is a terminal, which Java cannot tell. */
    private static final String TERMINAL_PROPERTY = "kindling.terminal";

    private static final double TERMINAL_INTERVAL = 0.2;
    private static final double LOG_INTERVAL = 10;

    private final PrintWriter out;
    private final boolean quiet;
    private final String what;
    private final boolean terminal = Boolean.getBoolean(TERMINAL_PROPERTY);
    private long start = System.nanoTime();
    private double shownAt;
    private long doneBefore = -1;
    private boolean shown;
    private boolean warm;

    private ProgressLine(PrintWriter out, boolean quiet, String what) {
        this.out = out;
        this.quiet = quiet;
        this.what = what;
    }

    static ProgressLine of(PrintWriter out, boolean quiet) {
        return of(out, quiet, "sets");
    }

    /** A line that counts something else, given in the plural. */
    static ProgressLine of(PrintWriter out, boolean quiet, String what) {
        return new ProgressLine(out, quiet, what);
    }

    @Override
    public void at(long done, long total) {
        if (doneBefore < 0 || !warm) {
            // The rate counts from the second report on: until the first batch is done, much is compiled and read.
            warm = doneBefore >= 0;
            doneBefore = done;
            start = System.nanoTime();
        }
        if (done == total) {
            close();
            return;
        }
        double now = (System.nanoTime() - start) / 1e9;
        if (quiet || done == doneBefore || now - shownAt < (terminal ? TERMINAL_INTERVAL : LOG_INTERVAL)) {
            return;
        }
        shownAt = now;
        double rate = (done - doneBefore) / now;
        String line = String.format(
                Locale.ROOT,
                "%,d of %,d %s, %,.0f a second, %s left",
                done,
                total,
                what,
                rate,
                duration(rate > 0 ? (total - done) / rate : Double.NaN));
        out.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
        out.flush();
        shown = true;
    }

    @Override
    public ProgressLine counting(String other) {
        return of(out, quiet, other);
    }

    private static String duration(double seconds) {
        if (Double.isNaN(seconds)) {
            return "unknown time";
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    @Override
    public void close() {
        if (shown && terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
