package org.kindling.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindling.ensemble.DataGenerator;
import org.kindling.ensemble.SedMlRequest;
import org.kindling.ensemble.TimeCourseTask;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.simulation.TimeCourse;

/**
 * One run of a task of a SED-ML document.
 *
 * @param log how it ended
 * @param results its results, if it reached its end
 */
record TaskRun(ArchiveLog.Task log, Optional<TaskResults> results) {

    private static final String UNUSED = "no output shows anything of it";

    /** Runs a task and records what data generators need of it. */
    static TaskRun of(SedMlRequest request, String id, List<DataGenerator> generators, SubstitutionPolicy policy)
            throws InterruptedException {
        List<DataGenerator> users = generators.stream()
                .filter(generator -> generator.tasks().contains(id))
                .toList();
        if (users.isEmpty()) {
            return ended(id, ArchiveLog.Ending.skipped("NotNeeded", UNUSED), 0);
        }
        long start = System.nanoTime();
        try {
            return run(request, request.task(id), users, policy, start);
        } catch (InputException refusal) {
            String message = String.valueOf(refusal.getMessage());
            return ended(id, ArchiveLog.Ending.failed("Refused", message), Seconds.since(start));
        }
    }

    private static TaskRun run(
            SedMlRequest request,
            TimeCourseTask task,
            List<DataGenerator> generators,
            SubstitutionPolicy policy,
            long start)
            throws InterruptedException {
        List<String> remarks = remarks(task, policy);
        KineticModel model = request.model(task).kinetics();
        TaskSimulation simulation = TaskSimulation.of(model, task, quantities(task, model, generators));
        TimeCourse course = simulation.simulator().simulate(simulation.experiment());
        TimeCourse.Outcome outcome = course.outcome();
        ArchiveLog.Ending ending = outcome.complete()
                ? ArchiveLog.Ending.SUCCEEDED
                : ArchiveLog.Ending.failed(
                        "SimulationFailed",
                        "task " + task.id() + ": the simulation ended at time " + (outcome.time() + simulation.start())
                                + ": " + outcome.reason());
        ArchiveLog.Task log = new ArchiveLog.Task(
                task.id(),
                ending,
                Seconds.since(start),
                Optional.of(SubstitutionPolicy.RADAU),
                remarks,
                simulation.details());
        return new TaskRun(
                log, outcome.complete() ? Optional.of(TaskResults.of(course, simulation.start())) : Optional.empty());
    }

    private static TaskRun ended(String id, ArchiveLog.Ending ending, double seconds) {
        return new TaskRun(
                new ArchiveLog.Task(id, ending, seconds, Optional.empty(), List.of(), Map.of()), Optional.empty());
    }

    /** What is done otherwise than asked for, or a refusal where the policy does not allow it. */
    private static List<String> remarks(TimeCourseTask task, SubstitutionPolicy policy) {
        String algorithm = task.course().algorithm();
        if (!policy.allows(algorithm)) {
            throw new InputException(
                    "task " + task.id(),
                    "it asks for " + algorithm + ", and the policy " + policy
                            + " does not allow Radau's method instead",
                    "set ALGORITHM_SUBSTITUTION_POLICY to " + SubstitutionPolicy.least(algorithm) + " or above");
        }
        List<String> remarks = new ArrayList<>();
        if (!algorithm.equals(SubstitutionPolicy.RADAU)) {
            remarks.add(algorithm + " is substituted by Radau's method, " + SubstitutionPolicy.RADAU);
        }
        for (String parameter : task.course().unused()) {
            if (policy == SubstitutionPolicy.NONE) {
                throw new InputException(
                        "task " + task.id(),
                        "it gives its algorithm the parameter " + parameter + ", which Kindling does not have",
                        "set ALGORITHM_SUBSTITUTION_POLICY to another than NONE to do without it");
            }
            remarks.add("the algorithm's parameter " + parameter + " is not used");
        }
        return remarks;
    }

    /** What to record; what is not in the model is left to the data generators that name it. */
    private static List<Symbol> quantities(TimeCourseTask task, KineticModel model, List<DataGenerator> generators) {
        Set<Symbol> quantities = new LinkedHashSet<>();
        for (DataGenerator generator : generators) {
            for (DataGenerator.Variable variable : generator.variables()) {
                if (variable.task().equals(task.id())) {
                    quantities.addAll(Expressions.symbols(variable.quantity()));
                }
            }
        }
        quantities.remove(Symbol.TIME);
        quantities.removeIf(symbol -> !TimeCourseTask.isIn(model, symbol));
        return List.copyOf(quantities);
    }
}
