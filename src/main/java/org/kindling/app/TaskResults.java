package org.kindling.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.expression.Symbol;
import org.kindling.simulation.TimeCourse;

/** The results of a task: its quantities over time. Immutable. */
final class TaskResults {

    private final TimeCourse course;
    private final double start;
    private final Map<Symbol, Integer> columns = new HashMap<>();

    private TaskResults(TimeCourse course, double start) {
        this.course = course;
        this.start = start;
        for (int column = 0; column < course.quantities().size(); column++) {
            columns.put(course.quantities().get(column), column);
        }
    }

    /**
     * The results of a task.
     *
     * @param course what the simulator, whose time begins at 0, has recorded
     * @param start the time at which the task begins
     */
    static TaskResults of(TimeCourse course, double start) {
        return new TaskResults(course, start);
    }

    /** The values of a quantity or of the time, if it was recorded; a new array, shape [times]. */
    Optional<double[]> values(Symbol quantity) {
        if (quantity.equals(Symbol.TIME)) {
            return Optional.of(IntStream.range(0, course.size())
                    .mapToDouble(row -> start + course.time(row))
                    .toArray());
        }
        return Optional.ofNullable(columns.get(quantity)).map(course::column);
    }
}
