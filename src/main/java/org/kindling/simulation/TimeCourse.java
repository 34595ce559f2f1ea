package org.kindling.simulation;

import java.util.Arrays;
import java.util.List;
import org.kindling.expression.Symbol;

/** The values of some quantities over time, or as much of them as was reached. Immutable. */
public final class TimeCourse {

    /** How a simulation ended. */
    public enum Status {
        /** The last time was reached. */
        COMPLETE("complete"),
        /** A rate was not a finite number. */
        UNDEFINED_RATE("a rate is not a finite number"),
        /** The steps became too small to advance the time. */
        STEP_TOO_SMALL("the step size fell below what the time can resolve"),
        /** The number of steps ran out. */
        TOO_MANY_STEPS("the number of steps ran out"),
        /** The time allowed for the simulation ran out. */
        OUT_OF_TIME("the time allowed ran out"),
        /** The program that simulates failed. */
        ENGINE_FAILED("the engine failed");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /**
         * The status in words.
         *
         * @return what happened
         */
        public String words() {
            return words;
        }
    }

    /**
     * How a simulation ended, and where.
     *
     * @param status how
     * @param time the time reached, unit of the model
     * @param reason what happened and what may help, in words; empty if it is complete
     */
    public record Outcome(Status status, double time, String reason) {

        /**
         * Whether the last time was reached.
         *
         * @return whether the course is complete
         */
        public boolean complete() {
            return status == Status.COMPLETE;
        }
    }

    private final TimeGrid grid;
    private final List<Symbol> quantities;
    private final double[][] rows;
    private final Outcome outcome;

    private TimeCourse(TimeGrid grid, List<Symbol> quantities, double[][] rows, Outcome outcome) {
        this.grid = grid;
        this.quantities = quantities;
        this.rows = rows;
        this.outcome = outcome;
    }

    /**
     * A time course.
     *
     * @param grid the times asked for
     * @param quantities the columns
     * @param rows the values, shape [rows reached, quantities]; not copied
     * @param outcome how it ended
     * @return the time course
     * @throws IllegalArgumentException if the shape is wrong, or a complete course lacks rows
     */
    public static TimeCourse of(TimeGrid grid, List<Symbol> quantities, double[][] rows, Outcome outcome) {
        if (rows.length > grid.size() || (outcome.complete() && rows.length < grid.size())) {
            throw new IllegalArgumentException(rows.length + " rows for " + grid.size() + " times.");
        }
        if (Arrays.stream(rows).anyMatch(row -> row.length != quantities.size())) {
            throw new IllegalArgumentException("A row has not " + quantities.size() + " values.");
        }
        return new TimeCourse(grid, List.copyOf(quantities), rows, outcome);
    }

    /**
     * How it ended.
     *
     * @return the status, the time reached, and the reason
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The columns.
     *
     * @return the quantities
     */
    public List<Symbol> quantities() {
        return quantities;
    }

    /**
     * The number of rows that were reached.
     *
     * @return all times of the grid if the course is complete
     */
    public int size() {
        return rows.length;
    }

    /**
     * The time of a row.
     *
     * @param row the row
     * @return the time, unit of the model
     */
    public double time(int row) {
        return grid.time(row);
    }

    /**
     * A value.
     *
     * @param row the row
     * @param quantity the column
     * @return the value, unit of the quantity
     */
    public double value(int row, int quantity) {
        return rows[row][quantity];
    }

    /**
     * The values of a row.
     *
     * @param row the row
     * @return a new array, shape [quantities]
     */
    public double[] row(int row) {
        return rows[row].clone();
    }

    /**
     * A quantity over time.
     *
     * @param quantity the column
     * @return a new array, shape [rows]
     */
    public double[] column(int quantity) {
        return Arrays.stream(rows).mapToDouble(row -> row[quantity]).toArray();
    }
}
