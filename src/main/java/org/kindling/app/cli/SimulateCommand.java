package org.kindling.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.JsonText;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.SimulateOptions;
import org.kindling.app.SimulationSummary;
import org.kindling.app.TimeSpan;
import org.kindling.ensemble.MemberSelection;
import org.kindling.simulation.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling simulate}. */
@Command(name = "simulate", description = "Integrate a model, members of a run, or what a SED-ML file describes.")
final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StudyOutput output = new StudyOutput();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            index = "0",
            paramLabel = "SUBJECT",
            description = "SBML file, run folder, COMBINE archive (.omex) or SED-ML file (.sedml).")
    private Path subject = Path.of("");

    @Option(
            names = "--members",
            paramLabel = "WHICH",
            converter = Converters.Selection.class,
            description = "Members of a run: all, top:K or representative:K (default: representative:10).")
    private MemberSelection members = MemberSelection.DEFAULT;

    @Option(
            names = "--end",
            paramLabel = "T",
            converter = Converters.Duration.class,
            description = "The last time, such as 10min; without a unit in the model's.")
    private Optional<TimeSpan> end = Optional.empty();

    @Option(
            names = "--start",
            paramLabel = "T",
            converter = Converters.Duration.class,
            description = "The first time that is recorded (default: 0).")
    private Optional<TimeSpan> start = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Intervals between the first and the last time (default: ${DEFAULT-VALUE}).")
    private int steps = 200;

    @Option(names = "--rtol", paramLabel = "X", description = "Relative tolerance (default: 1e-6).")
    private Optional<Double> relative = Optional.empty();

    @Option(
            names = "--atol",
            paramLabel = "X",
            description =
                    "Absolute tolerance as a share of each initial value (default: a millionth of the relative one).")
    private Optional<Double> absolute = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description =
                    "Another value of a parameter, compartment or species, as ID=VALUE; local parameters are reaction.parameter.")
    private Map<String, Double> values = new LinkedHashMap<>();

    @Option(
            names = "--columns",
            paramLabel = "ID",
            split = ",",
            description = "What to record (default: everything that changes).")
    private List<String> columns = List.of();

    @Option(names = "--fluxes", description = "Record the rates of all reactions as well.")
    private boolean fluxes;

    @Override
    public Integer call() throws IOException {
        SimulateOptions options = new SimulateOptions(subject, members, times(), tolerances(), values, columns, fluxes);
        OutputOptions target = output.options(
                subject,
                "simulation",
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(options, target, interruption);
        }
    }

    private int run(SimulateOptions options, OutputOptions target, Interruption interruption) throws IOException {
        try {
            SimulationSummary summary = Kindling.simulate(options, target);
            interruption.finished();
            show(summary);
            return summary.complete() ? 0 : Failures.CHECK_FAILED;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private Optional<SimulateOptions.Times> times() {
        if (end.isEmpty() && start.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--start needs --end");
        }
        int intervals = (int) Converters.atLeastOne(spec, "--steps", steps);
        return end.map(last -> new SimulateOptions.Times(start, last, intervals));
    }

    private Optional<Tolerances> tolerances() {
        if (relative.isEmpty() && absolute.isEmpty()) {
            return Optional.empty();
        }
        double share = relative.orElse(Tolerances.DEFAULT.relative());
        try {
            return Optional.of(new Tolerances(share, absolute.orElse(share * 1e-6)));
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), String.valueOf(invalid.getMessage()));
        }
    }

    private void show(SimulationSummary summary) {
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(JsonText.of(summary.values()));
            return;
        }
        summary.remarks().forEach(remark -> spec.commandLine().getErr().println("kindling: " + remark));
        summary.members().stream()
                .filter(member -> !member.complete())
                .forEach(member -> spec.commandLine()
                        .getErr()
                        .println("kindling: the simulation of " + member.member() + " ended at time " + member.time()
                                + ": " + member.reason()));
        if (!common.quiet()) {
            out.println("time courses of " + summary.members().size()
                    + (summary.members().size() == 1 ? " model" : " members") + " in " + summary.folder());
        }
    }
}
