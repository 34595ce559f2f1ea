package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kindling.ensemble.FileName;
import org.kindling.ensemble.SedMlDocument;
import org.kindling.ensemble.TimeCourseTask;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.report.Heading;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.Tolerances;

/** The time courses that a SED-ML document asks for. */
final class SedMlPlan implements SimulationPlan {

    private final SedMlDocument document;
    private final String name;
    private final List<Job> jobs = new ArrayList<>();
    private String timeUnit = "";

    private SedMlPlan(SimulateOptions options) {
        this.document = SedMlDocument.read(options.subject());
        this.name = String.valueOf(options.subject().getFileName());
        for (TimeCourseTask task : document.tasks()) {
            KineticModel model = document.model(task).kinetics();
            timeUnit = model.units().time();
            Tolerances tolerances = options.tolerances().orElseGet(() -> TaskSimulation.tolerances(task));
            TaskSimulation simulation = TaskSimulation.of(model, task, quantities(task, model), tolerances);
            jobs.add(new Job(task.id(), simulation.simulator(), simulation.experiment()));
        }
    }

    static SedMlPlan of(SimulateOptions options) {
        return new SedMlPlan(options);
    }

    private static List<Symbol> quantities(TimeCourseTask task, KineticModel model) {
        Set<Symbol> quantities = new LinkedHashSet<>();
        task.columns().forEach(column -> quantities.addAll(Expressions.symbols(column.expression())));
        quantities.remove(Symbol.TIME);
        return quantities.isEmpty() ? EmbeddedSimulator.changing(model) : List.copyOf(quantities);
    }

    @Override
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public Heading heading() {
        return new Heading("Time courses of " + name, name, timeUnit, "");
    }

    @Override
    public List<String> remarks() {
        return document.remarks();
    }

    /** One table for each task, since tasks report different columns. */
    @Override
    public void write(Path folder, Map<String, TimeCourse> courses) throws IOException {
        for (TimeCourseTask task : document.tasks()) {
            write(
                    folder.resolve(FileName.of(task.id()) + ".csv"),
                    task,
                    Objects.requireNonNull(courses.get(task.id())));
        }
    }

    private static void write(Path file, TimeCourseTask task, TimeCourse course) throws IOException {
        List<TimeCourseTask.Column> columns = new ArrayList<>(task.columns());
        if (columns.isEmpty()) {
            course.quantities().forEach(symbol -> columns.add(new TimeCourseTask.Column(symbol.name(), symbol)));
        }
        columns.removeIf(column -> column.expression().equals(Symbol.TIME));
        List<String> labels = columns.stream().map(TimeCourseTask.Column::label).toList();
        try (CourseTable table = CourseTable.of(file, List.of(), labels)) {
            Map<Symbol, Double> values = new HashMap<>();
            for (int row = 0; row < course.size(); row++) {
                double time = task.course().start() + course.time(row);
                values.put(Symbol.TIME, time);
                for (int k = 0; k < course.quantities().size(); k++) {
                    values.put(course.quantities().get(k), course.value(row, k));
                }
                double[] numbers = columns.stream()
                        .mapToDouble(column -> Expressions.evaluate(column.expression(), values::get))
                        .toArray();
                table.write(List.of(), time, numbers);
            }
        }
    }
}
