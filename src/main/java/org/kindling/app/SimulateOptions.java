package org.kindling.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.ensemble.MemberSelection;
import org.kindling.simulation.Tolerances;

/**
 * What is simulated.
 *
 * @param subject a model file, a run folder, a COMBINE archive or a SED-ML file
 * @param members which members of a run
 * @param times when it is recorded; empty to take what a SED-ML file says
 * @param tolerances how exactly; empty for the default, or what a SED-ML file says
 * @param values values that replace those of the model, by id
 * @param columns what is recorded, by id; empty for everything that changes
 * @param fluxes whether the rates of reactions are recorded as well
 */
public record SimulateOptions(
        Path subject,
        MemberSelection members,
        Optional<Times> times,
        Optional<Tolerances> tolerances,
        Map<String, Double> values,
        List<String> columns,
        boolean fluxes) {

    /**
     * Creates options.
     *
     * <p>The collections are copied.
     */
    public SimulateOptions {
        values = Map.copyOf(values);
        columns = List.copyOf(columns);
    }

    /**
     * When a time course is recorded.
     *
     * @param start the first time; empty for the start of the simulation
     * @param end the last time
     * @param steps the number of intervals between them
     */
    public record Times(Optional<TimeSpan> start, TimeSpan end, int steps) {}
}
