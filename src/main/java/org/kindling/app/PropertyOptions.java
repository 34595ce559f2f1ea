package org.kindling.app;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * A property of sets that is given by a table: whether a number lies above or below a limit, or between two.
 *
 * @param table the table; its column {@code index} names the sets
 * @param column the column of the number
 * @param above the number must be greater than this
 * @param below the number must be less than this
 */
public record PropertyOptions(Path table, String column, OptionalDouble above, OptionalDouble below) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless there is a limit, or if no number lies between both
     */
    public PropertyOptions {
        if (above.isEmpty() && below.isEmpty()) {
            throw new IllegalArgumentException("A property needs a limit above or below which the number must lie.");
        }
        if (!(above.orElse(Double.NEGATIVE_INFINITY) < below.orElse(Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("No number lies above " + above.orElse(Double.NEGATIVE_INFINITY)
                    + " and below " + below.orElse(Double.POSITIVE_INFINITY) + ".");
        }
    }

    boolean holds(double number) {
        return number > above.orElse(Double.NEGATIVE_INFINITY) && number < below.orElse(Double.POSITIVE_INFINITY);
    }

    /** The property in words. */
    String words() {
        String upper = below.isPresent() ? column + " < " + below.getAsDouble() : "";
        String lower = above.isPresent() ? column + " > " + above.getAsDouble() : "";
        return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and ") + upper;
    }
}
