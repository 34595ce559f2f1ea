package org.kindling.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kindling.ensemble.TimeCourseTask;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.RateProcess;
import org.kindling.network.Rules;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/**
 * How a task of a SED-ML document is simulated. The simulator's time begins at 0, that of a task where its document says.
 *
 * @param simulator the simulator of its model
 * @param experiment with which values, when and how exactly
 * @param start the time of the task when the simulator's is 0, unit of the model
 */
record TaskSimulation(EmbeddedSimulator simulator, Experiment experiment, double start) {

    /**
     * The simulation of a task with the tolerances that it asks for.
     *
     * @throws InputException if the model lacks what the task changes, or the task cannot be simulated
     */
    static TaskSimulation of(KineticModel model, TimeCourseTask task, List<Symbol> quantities) {
        return of(model, task, quantities, tolerances(task));
    }

    /**
     * The simulation of a task.
     *
     * @throws InputException if the model lacks what the task changes, or the task cannot be simulated
     */
    static TaskSimulation of(KineticModel model, TimeCourseTask task, List<Symbol> quantities, Tolerances tolerances) {
        double start = task.course().start();
        if (start != 0 && dependsOnTime(model)) {
            throw new InputException(
                    "task " + task.id(),
                    "starts at time " + start + ", and its model, which depends on the time, starts at time 0",
                    "set the initial time of its simulation to 0");
        }
        Experiment experiment = new Experiment(task.values(model), grid(task.course()), tolerances);
        return new TaskSimulation(EmbeddedSimulator.of(model, quantities), experiment, start);
    }

    /** Without a place where the time stands, a model runs the same from whenever it starts. */
    private static boolean dependsOnTime(KineticModel model) {
        Stream<Expression> rates = RateEquations.of(model).processes().stream().map(RateProcess::rate);
        Rules rules = model.rules();
        Stream<Expression> others =
                Stream.concat(rules.assignments().values().stream(), rules.initial().values().stream());
        return Stream.concat(rates, others)
                .anyMatch(formula -> Expressions.symbols(formula).contains(Symbol.TIME));
    }

    private static TimeGrid grid(TimeCourseTask.Course course) {
        double end = course.end() - course.start();
        return course.intervals() == 0
                ? TimeGrid.at(end)
                : TimeGrid.even(course.outputStart() - course.start(), end, course.intervals());
    }

    /** The tolerances that a task asks for, and otherwise the usual ones. */
    static Tolerances tolerances(TimeCourseTask task) {
        double relative = task.course().relative().orElse(Tolerances.DEFAULT.relative());
        double absolute = task.course().absolute().orElse(Tolerances.DEFAULT.absolute());
        try {
            return new Tolerances(relative, absolute);
        } catch (IllegalArgumentException invalid) {
            throw new InputException(
                    "task " + task.id(), String.valueOf(invalid.getMessage()), "correct the SED-ML file");
        }
    }

    /** What the simulator says of itself. */
    Map<String, String> details() {
        Map<String, String> details = new TreeMap<>();
        details.put("simulator", simulator.engine() + " " + Version.current());
        details.put("method", "Radau, variable order, exact Jacobian");
        details.put("relativeTolerance", Double.toString(experiment.tolerances().relative()));
        details.put("absoluteTolerance", Double.toString(experiment.tolerances().absolute()));
        return details;
    }
}
