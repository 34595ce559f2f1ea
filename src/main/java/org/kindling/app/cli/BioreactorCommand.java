package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.BioreactorOptions;
import org.kindling.app.BioreactorOutcome;
import org.kindling.app.BioreactorSummary;
import org.kindling.app.JsonText;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.ensemble.MemberSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling bioreactor}. */
@Command(
        name = "bioreactor",
        description = "Grow the members of a run, or a model, in a batch: biomass and medium over time, compared with "
                + "measured curves (exit code 1 if no fermentation reaches its end).")
final class BioreactorCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StudyOutput output = new StudyOutput();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "RUN|MODEL", description = "A run folder, or an SBML file.")
    private Path source = Path.of("");

    @Option(names = "--setup", paramLabel = "YAML", required = true, description = "What grows, in what, how long.")
    private Path setup = Path.of("");

    @Option(
            names = "--measured",
            paramLabel = "CSV",
            description =
                    "Measured curves: time,quantity,value and optionally sd and unit. Members are ranked by them.")
    private Optional<Path> measured = Optional.empty();

    @Option(
            names = "--members",
            paramLabel = "WHICH",
            converter = Converters.Selection.class,
            description = "Members of the run: all, top:K or representative:K (default: all).")
    private MemberSelection members = new MemberSelection(MemberSelection.Kind.ALL, Integer.MAX_VALUE);

    @Option(
            names = "--rtol",
            paramLabel = "X",
            description = "Relative tolerance of the time courses, 1e-14 to 0.1 (default: ${DEFAULT-VALUE}).")
    private double relativeTolerance = 1e-6;

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        if (!(relativeTolerance >= 1e-14 && relativeTolerance <= 0.1)) {
            throw new ParameterException(
                    spec.commandLine(), "--rtol must lie between 1e-14 and 0.1, not at " + relativeTolerance);
        }
        BioreactorOptions options = new BioreactorOptions(source, setup, measured, members, relativeTolerance, (int)
                Converters.atLeastOne(spec, "--threads", threads));
        OutputOptions target = output.options(
                source,
                "bioreactor",
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(options, target, interruption);
        }
    }

    private int run(BioreactorOptions options, OutputOptions target, Interruption interruption) throws IOException {
        try {
            BioreactorSummary summary = simulate(options, target);
            interruption.finished();
            show(summary.outcome(), summary.folder());
            return summary.outcome().best().isEmpty() ? Failures.CHECK_FAILED : 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private BioreactorSummary simulate(BioreactorOptions options, OutputOptions target)
            throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            return Kindling.bioreactor(options, target, progress);
        }
    }

    private void show(BioreactorOutcome summary, Path folder) {
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", folder.toString());
            object.put("model", summary.model());
            object.put("members", summary.members());
            object.put("failures", summary.failures());
            object.put("distance", summary.distance());
            object.put("best", summary.best());
            spec.commandLine().getOut().println(JsonText.of(object));
        } else if (!common.quiet()) {
            int failed = summary.failures().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            print("complete   %,d of %,d fermentations", summary.members() - failed, summary.members());
            summary.failures().forEach((reason, count) -> print("failed     %,d: %s", count, reason));
            summary.best().stream().limit(SHOWN).forEach(this::show);
            print("folder     %s", folder);
        }
        spec.commandLine().getOut().flush();
    }

    private void show(BioreactorOutcome.Ranked ranked) {
        print(
                "rank %-5d %s%s, %.6g gDW/l at the end",
                ranked.rank(),
                ranked.member(),
                ranked.distance()
                        .map(distance -> String.format(Locale.ROOT, ": distance %.4g", distance))
                        .orElse(""),
                ranked.finalBiomass());
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format + "%n", values);
    }
}
