package org.kindling.app;

/** Durations in seconds. */
final class Seconds {

    private Seconds() {}

    /** The time since a reading of {@link System#nanoTime}, to the millisecond. */
    static double since(long start) {
        return Math.rint((System.nanoTime() - start) * 1e-6) / 1000;
    }
}
