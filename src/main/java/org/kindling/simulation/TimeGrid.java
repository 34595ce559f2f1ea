package org.kindling.simulation;

import java.util.Arrays;

/** The times at which a time course is recorded, in rising order, unit of the model. Every time course starts at time 0. */
public final class TimeGrid {

    private final double[] times;

    private TimeGrid(double[] times) {
        this.times = times;
    }

    /**
     * Evenly spaced times.
     *
     * @param start the first time recorded, at least 0
     * @param end the last one, not before the first
     * @param intervals how many intervals lie between them, at least 1; one more time is recorded
     * @return the grid
     * @throws IllegalArgumentException if the times do not rise from 0, or there is no interval
     */
    public static TimeGrid even(double start, double end, int intervals) {
        if (intervals < 1) {
            throw new IllegalArgumentException("A grid needs at least one interval, not " + intervals + ".");
        }
        double[] times = new double[intervals + 1];
        for (int row = 0; row <= intervals; row++) {
            times[row] = start + (end - start) * row / intervals;
        }
        return at(times);
    }

    /**
     * Given times.
     *
     * @param times the times, at least one, from 0 on and nowhere falling
     * @return the grid
     * @throws IllegalArgumentException if there is none, one is not finite, or they do not rise from 0
     */
    public static TimeGrid at(double... times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("A grid needs at least one time.");
        }
        double last = 0;
        for (double time : times) {
            if (!(time >= last) || Double.isInfinite(time)) {
                throw new IllegalArgumentException("The time " + time + " cannot follow " + last + ".");
            }
            last = time;
        }
        return new TimeGrid(times.clone());
    }

    /**
     * The number of times.
     *
     * @return how many rows a time course has
     */
    public int size() {
        return times.length;
    }

    /**
     * A time.
     *
     * @param row its index
     * @return the time, unit of the model
     */
    public double time(int row) {
        return times[row];
    }

    /**
     * The last time.
     *
     * @return the time, unit of the model
     */
    public double end() {
        return times[times.length - 1];
    }

    /**
     * All times.
     *
     * @return a new array, shape [rows]
     */
    public double[] toArray() {
        return times.clone();
    }

    @Override
    public String toString() {
        return Arrays.toString(times);
    }
}
