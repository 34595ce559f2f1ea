package org.kindling.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.Reaction;
import org.kindling.report.CoursesPage;
import org.kindling.report.Heading;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/** One run of {@code simulate}: time courses of a model or of members, as a table and a page. */
final class SimulationRun {

    /** The file by which a later run knows that a folder is one and may be replaced. */
    private static final String TABLE = "timecourse.csv";

    private static final String PAGE = "timecourse.html";

    private final SimulateOptions options;
    private final Subject subject;
    private final Map<Symbol, Double> values;
    private final List<Symbol> quantities;
    private final TimeGrid grid;

    private SimulationRun(SimulateOptions options) throws IOException {
        this.options = options;
        this.subject = Subject.of(options.subject(), options.members());
        KineticModel model = subject.sbml().kinetics();
        this.values = values(model, options.values());
        this.quantities = quantities(model, options);
        this.grid = grid(options, model);
    }

    static SimulationSummary run(SimulateOptions options, OutputOptions output)
            throws IOException, InterruptedException {
        SimulationRun run = new SimulationRun(options);
        StudyFolder folder = StudyFolder.of(output, TABLE);
        Map<String, TimeCourse> courses = run.simulate();
        return folder.write(partial -> run.write(partial, courses), complete -> summary(complete, courses));
    }

    private static SimulationSummary summary(Path folder, Map<String, TimeCourse> courses) {
        List<SimulationSummary.MemberOutcome> members = new ArrayList<>();
        courses.forEach((id, course) -> members.add(new SimulationSummary.MemberOutcome(
                id,
                course.outcome().complete(),
                course.outcome().time(),
                course.outcome().reason())));
        return new SimulationSummary(folder, "Kindling", members);
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
        return List.copyOf(quantities);
    }

    private static TimeGrid grid(SimulateOptions options, KineticModel model) {
        SimulateOptions.Times times = options.times()
                .orElseThrow(() -> new InputException(
                        "end of the simulation", "is not given", "say until when with --end, such as --end 10min"));
        double start = times.start().map(span -> span.in(model.units())).orElse(0.0);
        double end = times.end().in(model.units());
        if (start >= end) {
            throw new InputException("start " + start, "lies not before the end " + end, "give an earlier --start");
        }
        return TimeGrid.even(start, end, times.steps());
    }

    private Map<String, TimeCourse> simulate() throws InterruptedException {
        Map<String, TimeCourse> courses = new LinkedHashMap<>();
        Tolerances tolerances = options.tolerances().orElse(Tolerances.DEFAULT);
        try (EmbeddedSimulator simulator = EmbeddedSimulator.of(subject.sbml().kinetics(), quantities)) {
            for (Subject.Member member : subject.members()) {
                Map<Symbol, Double> all = new HashMap<>(member.values());
                all.putAll(values);
                courses.put(member.id(), simulator.simulate(new Experiment(all, grid, tolerances)));
            }
        }
        return courses;
    }

    private void write(Path folder, Map<String, TimeCourse> courses) throws IOException {
        List<String> columns = new ArrayList<>(List.of("time"));
        quantities.forEach(symbol -> columns.add(symbol.name()));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(TABLE)));
                NumberTableWriter table = NumberTableWriter.of(out, List.of("member"), columns)) {
            for (Map.Entry<String, TimeCourse> entry : courses.entrySet()) {
                TimeCourse course = entry.getValue();
                for (int row = 0; row < course.size(); row++) {
                    double[] numbers = new double[columns.size()];
                    numbers[0] = course.time(row);
                    System.arraycopy(course.row(row), 0, numbers, 1, quantities.size());
                    table.write(List.of(entry.getKey()), numbers);
                }
            }
        }
        Files.writeString(folder.resolve(PAGE), page(courses).html());
    }

    private CoursesPage page(Map<String, TimeCourse> courses) {
        KineticModel model = subject.sbml().kinetics();
        Heading heading = new Heading(
                "Time courses of " + model.id(), model.id(), model.units().time(), "");
        return CoursesPage.of(heading, courses);
    }
}
