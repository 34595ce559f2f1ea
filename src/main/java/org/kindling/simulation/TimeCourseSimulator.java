package org.kindling.simulation;

import java.util.List;
import org.kindling.expression.Symbol;

/**
 * Simulates one model again and again with other values. What it holds, such as a process, is released by {@link #close}.
 * Implementations say whether they may be used by several threads at a time.
 */
public interface TimeCourseSimulator extends AutoCloseable {

    /**
     * What simulates.
     *
     * @return its name and version
     */
    String engine();

    /**
     * What is recorded: the columns of every time course.
     *
     * @return the quantities
     */
    List<Symbol> quantities();

    /**
     * Simulates.
     *
     * @param experiment the values that differ from the model, the times and the tolerances
     * @return the time course; a failure is part of it, with the rows reached before
     * @throws InterruptedException if the thread is interrupted
     */
    TimeCourse simulate(Experiment experiment) throws InterruptedException;

    @Override
    void close();
}
