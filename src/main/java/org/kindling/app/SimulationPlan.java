package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kindling.report.Heading;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;

/** What a run of {@code simulate} does: its simulations, and how their courses are written. */
interface SimulationPlan {

    /**
     * A simulation.
     *
     * @param id the id of the member, model or task
     * @param simulator what simulates it
     * @param experiment with which values, when and how exactly
     */
    record Job(String id, EmbeddedSimulator simulator, Experiment experiment) {}

    /** The simulations, at least one. */
    List<Job> jobs();

    /** What the page is about. */
    Heading heading();

    /** What was asked for and is not done. */
    List<String> remarks();

    /** Writes the tables, and whatever others need to repeat the simulations. */
    void write(Path folder, Map<String, TimeCourse> courses) throws IOException;
}
