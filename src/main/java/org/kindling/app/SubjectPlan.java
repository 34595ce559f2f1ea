package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.Reaction;
import org.kindling.report.Heading;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/** The same time course of a model, or of members of a run. */
final class SubjectPlan implements SimulationPlan {

    private static final String TABLE = "timecourse.csv";

    private final Subject subject;
    private final SimulateOptions.Times times;
    private final List<Symbol> quantities;
    private final List<Job> jobs = new ArrayList<>();

    private SubjectPlan(SimulateOptions options) throws IOException {
        this.subject = Subject.of(options.subject(), options.members());
        this.times = options.times()
                .orElseThrow(() -> new InputException(
                        "end of the simulation", "is not given", "say until when with --end, such as --end 10min"));
        KineticModel model = subject.sbml().kinetics();
        this.quantities = quantities(model, options);
        Map<Symbol, Double> values = values(model, options.values());
        TimeGrid grid = grid(times, model);
        EmbeddedSimulator simulator = EmbeddedSimulator.of(model, quantities);
        for (Subject.Member member : subject.members()) {
            Map<Symbol, Double> all = new HashMap<>(member.values());
            all.putAll(values);
            Tolerances tolerances = options.tolerances().orElse(Tolerances.DEFAULT);
            jobs.add(new Job(member.id(), simulator, new Experiment(all, grid, tolerances)));
        }
    }

    static SubjectPlan of(SimulateOptions options) throws IOException {
        return new SubjectPlan(options);
    }

    /** The values that the user sets, by symbol. */
    private static Map<Symbol, Double> values(KineticModel model, Map<String, Double> given) {
        Map<Symbol, Double> known = model.initialValues();
        Map<Symbol, Double> values = new HashMap<>();
        given.forEach((id, value) -> {
            Symbol symbol = new Symbol(id);
            if (!known.containsKey(symbol) || model.reaction(id).isPresent()) {
                throw new InputException(
                        "value of " + id,
                        "the model has no species, compartment or parameter of this id",
                        "write the SBML id; local parameters are named reaction.parameter");
            }
            if (model.rules().assignments().containsKey(symbol)) {
                throw new InputException(
                        "value of " + id,
                        "an assignment rule determines it at all times",
                        "set what the rule depends on");
            }
            values.put(symbol, value);
        });
        return values;
    }

    private static List<Symbol> quantities(KineticModel model, SimulateOptions options) {
        Set<Symbol> quantities = new LinkedHashSet<>();
        if (options.columns().isEmpty()) {
            quantities.addAll(EmbeddedSimulator.changing(model));
        }
        Map<Symbol, Double> known = model.initialValues();
        for (String id : options.columns()) {
            if (!known.containsKey(new Symbol(id))) {
                throw new InputException(
                        "column " + id,
                        "the model has nothing of this id",
                        "write the SBML id of a quantity or reaction");
            }
            quantities.add(new Symbol(id));
        }
        if (options.fluxes()) {
            model.reactions().stream().map(Reaction::symbol).forEach(quantities::add);
        }
        if (quantities.isEmpty()) {
            throw new InputException(
                    "model " + model.id(), "nothing in it changes with time", "name what to record with --columns");
        }
        return List.copyOf(quantities);
    }

    private static TimeGrid grid(SimulateOptions.Times times, KineticModel model) {
        double start = times.start().map(span -> span.in(model.units())).orElse(0.0);
        double end = times.end().in(model.units());
        if (start >= end) {
            throw new InputException("start " + start, "lies not before the end " + end, "give an earlier --start");
        }
        return TimeGrid.even(start, end, times.steps());
    }

    @Override
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public Heading heading() {
        KineticModel model = subject.sbml().kinetics();
        return new Heading(
                "Time courses of " + model.id(), model.id(), model.units().time(), "");
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public void write(Path folder, Map<String, TimeCourse> courses) throws IOException {
        List<String> columns = quantities.stream().map(Symbol::name).toList();
        try (CourseTable table = CourseTable.of(folder.resolve(TABLE), List.of("member"), columns)) {
            for (Map.Entry<String, TimeCourse> entry : courses.entrySet()) {
                TimeCourse course = entry.getValue();
                for (int row = 0; row < course.size(); row++) {
                    table.write(List.of(entry.getKey()), course.time(row), course.row(row));
                }
            }
        }
        SimulationArchive.write(folder, TABLE, subject, jobs);
    }
}
