package org.kindling.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.kindling.app.CompareOptions;
import org.kindling.app.CompareSummary;
import org.kindling.app.JsonText;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.TimeSpan;
import org.kindling.copasi.ComparisonOptions;
import org.kindling.copasi.ComparisonReport;
import org.kindling.copasi.CopasiOptions;
import org.kindling.copasi.EngineKind;
import org.kindling.copasi.Marks;
import org.kindling.copasi.MemberComparison;
import org.kindling.copasi.WorkerLimits;
import org.kindling.ensemble.MemberSelection;
import org.kindling.simulation.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling compare}. */
@Command(
        name = "compare",
        description = "Compare time courses, rest at the steady state and eigenvalues with COPASI's"
                + " (exit code 1 if they differ, or a member could not be compared).")
final class CompareCommand implements Callable<Integer> {

    /** The absolute tolerance is this much smaller than the relative one: species may fall to a millionth. */
    private static final double ABSOLUTE = 1e-6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private EngineLocations locations = new EngineLocations();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "RUN|MODEL", description = "A run folder, or an SBML file as one member.")
    private Path subject = Path.of("");

    @Option(
            names = "--members",
            paramLabel = "WHICH",
            converter = Converters.Members.class,
            description = "all, top:K, representative:K, or K for top:K (default: all).")
    private MemberSelection members = new MemberSelection(MemberSelection.Kind.ALL, Integer.MAX_VALUE);

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "bindings, copasise or python; by default the first that is found.")
    private Optional<EngineKind> engine = Optional.empty();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "COPASI processes at a time (default: one a processor).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "Seconds that COPASI may take for one request (default: ${DEFAULT-VALUE}).")
    private long timeout = WorkerLimits.DEFAULT.time().toSeconds();

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "Memory of one COPASI process, on Linux only (default: ${DEFAULT-VALUE}).")
    private int memory = WorkerLimits.DEFAULT.megabytes();

    @Option(
            names = "--perturbation",
            paramLabel = "F",
            description = "Species are multiplied by factors from 1/F to F at the start (default: ${DEFAULT-VALUE}).")
    private double perturbation = CompareOptions.Study.DEFAULT.perturbation();

    @Option(names = "--points", paramLabel = "N", description = "Times compared (default: ${DEFAULT-VALUE}).")
    private int points = CompareOptions.Study.DEFAULT.points();

    @Option(
            names = "--duration",
            paramLabel = "T",
            converter = Converters.Duration.class,
            description = "How long is simulated, such as 30min (default: 1h).")
    private Optional<TimeSpan> duration = Optional.empty();

    @Option(
            names = "--rtol",
            paramLabel = "X",
            description = "Relative tolerance of both sides (default: ${DEFAULT-VALUE}).")
    private double relative = CompareOptions.Study.DEFAULT.tolerances().relative();

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "Largest relative deviation of a time course that passes (default: ${DEFAULT-VALUE}).")
    private double tolerance = Marks.DEFAULT.course();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the disturbances (default: ${DEFAULT-VALUE}).")
    private long seed = CompareOptions.Study.DEFAULT.seed();

    @Option(
            names = "--no-search",
            description = "Leave out COPASI's own search for a steady state, which takes most of the time.")
    private boolean noSearch;

    @Mixin
    private StudyOutput output = new StudyOutput();

    @Override
    public Integer call() throws IOException {
        CompareOptions options = options();
        OutputOptions target = output.options(
                subject,
                "comparison",
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(options, target, interruption);
        }
    }

    private int run(CompareOptions options, OutputOptions target, Interruption interruption) throws IOException {
        try {
            CompareSummary summary = compare(options, target);
            interruption.finished();
            show(summary);
            return summary.report().passed() ? 0 : Failures.CHECK_FAILED;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private CompareSummary compare(CompareOptions options, OutputOptions target)
            throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            return Kindling.compare(options, target, progress);
        }
    }

    private CompareOptions options() {
        try {
            return new CompareOptions(
                    subject,
                    members,
                    engine,
                    locations.options(),
                    new CopasiOptions(
                            (int) Converters.atLeastOne(spec, "--workers", workers),
                            new WorkerLimits(
                                    Duration.ofSeconds(Converters.atLeastOne(spec, "--timeout", timeout)), memory)),
                    new CompareOptions.Study(
                            perturbation,
                            seed,
                            duration,
                            (int) Converters.atLeastOne(spec, "--points", points),
                            new Tolerances(relative, relative * ABSOLUTE),
                            noSearch ? ComparisonOptions.Search.LEFT_OUT : ComparisonOptions.Search.ASKED),
                    new Marks(tolerance, Marks.DEFAULT.drift(), Marks.DEFAULT.eigenvalue()));
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refused.getMessage()), refused);
        }
    }

    private void show(CompareSummary summary) {
        PrintWriter out = spec.commandLine().getOut();
        ComparisonReport report = summary.report();
        if (common.json()) {
            out.println(JsonText.of(summary.values()));
        } else if (!common.quiet()) {
            print("engine         %s", report.engine());
            print(
                    "members        %,d, of which %,d could not be compared",
                    report.members().size(), report.failed().size());
            print(
                    "time courses   %s%s",
                    deviation(report.worstCourse(), report.options().marks().course()), where(report));
            print(
                    "drift at rest  %s",
                    deviation(report.worstDrift(), report.options().marks().drift()));
            print(
                    "eigenvalues    %s",
                    deviation(report.worstEigenvalue(), report.options().marks().eigenvalue()));
            print("steady states  %s", noSearch ? "not searched for" : steadyStates(report));
            report.failed().stream()
                    .limit(10)
                    .forEach(member -> print("failed         %s: %s", member.member(), member.failure()));
            print("folder         %s", summary.folder());
            print("%s", report.passed() ? "passed" : "FAILED");
        }
        out.flush();
    }

    private static String steadyStates(ComparisonReport report) {
        return String.format(Locale.ROOT, "COPASI's own search found %,d", report.steadyStatesFound());
    }

    private static String deviation(OptionalDouble worst, double mark) {
        return worst.isEmpty()
                ? "none compared"
                : String.format(Locale.ROOT, "worst relative deviation %.2g, mark %.0e", worst.getAsDouble(), mark);
    }

    private static String where(ComparisonReport report) {
        Optional<MemberComparison> worst = report.worst();
        return worst.flatMap(MemberComparison::course)
                .map(course -> String.format(
                        Locale.ROOT,
                        ": %s of %s%s",
                        course.worst().quantity(),
                        worst.orElseThrow().member(),
                        course.worst().value() <= report.options().marks().course()
                                ? ""
                                : "; likelier wrong: " + course.suspect().words()))
                .orElse("");
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format + "%n", values);
    }
}
