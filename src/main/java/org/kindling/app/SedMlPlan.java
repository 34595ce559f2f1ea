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
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.report.Heading;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeGrid;
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
            Experiment experiment = new Experiment(task.values(model), grid(task), tolerances(task, options));
            jobs.add(new Job(task.id(), EmbeddedSimulator.of(model, quantities(task, model)), experiment));
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

    private static TimeGrid grid(TimeCourseTask task) {
        TimeCourseTask.Course course = task.course();
        if (course.start() != 0) {
            throw new InputException(
                    "task " + task.id(),
                    "starts at time " + course.start() + ", and models start at time 0",
                    "set the initial time of its simulation to 0");
        }
        return course.intervals() == 0
                ? TimeGrid.at(course.end())
                : TimeGrid.even(course.outputStart(), course.end(), course.intervals());
    }

    private static Tolerances tolerances(TimeCourseTask task, SimulateOptions options) {
        TimeCourseTask.Course course = task.course();
        double relative = course.relative().orElse(Tolerances.DEFAULT.relative());
        double absolute = course.absolute().orElse(Tolerances.DEFAULT.absolute());
        try {
            return options.tolerances().orElseGet(() -> new Tolerances(relative, absolute));
        } catch (IllegalArgumentException invalid) {
            throw new InputException(
                    "task " + task.id(), String.valueOf(invalid.getMessage()), "give others with --rtol and --atol");
        }
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
                values.put(Symbol.TIME, course.time(row));
                for (int k = 0; k < course.quantities().size(); k++) {
                    values.put(course.quantities().get(k), course.value(row, k));
                }
                double[] numbers = columns.stream()
                        .mapToDouble(column -> Expressions.evaluate(column.expression(), values::get))
                        .toArray();
                table.write(List.of(), course.time(row), numbers);
            }
        }
    }
}
