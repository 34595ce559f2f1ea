package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.FileStem;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.RuleChoice;
import org.kindling.app.RunSummary;
import org.kindling.app.SamplingOptions;
import org.kindling.ensemble.MemberSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kindling sample}. */
@Command(
        name = "sample",
        description =
                "Draw parameter sets around the reference state (ORACLE) and keep those with the wanted dynamics.")
final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private CriterionArguments criterion = new CriterionArguments();

    @Mixin
    private OutputFolder output = new OutputFolder();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = {"-n", "--sets"},
            paramLabel = "N",
            description = "How many sets to draw (default: ${DEFAULT-VALUE}).")
    private long sets = 10_000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--members",
            paramLabel = "WHICH",
            converter = Converters.Selection.class,
            description =
                    "Valid sets to write as SBML: all, none, top:K or representative:K (default: representative:10).")
    private MemberSelection members = MemberSelection.DEFAULT;

    @Option(
            names = "--sets-from",
            paramLabel = "H5",
            description = "Label the sets of a file in SKiMpy's HDF5 layout instead of drawing.")
    private Optional<Path> given = Optional.empty();

    @Option(names = "--names", paramLabel = "CSV", description = "What that file calls the parameters: parameter,name.")
    private Optional<Path> names = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "JSON",
            description = "Draw only sets that obey a rule of a file that `kindling rules` wrote.")
    private Optional<Path> rules = Optional.empty();

    @Option(names = "--rule", paramLabel = "N", description = "Which rule of that file (default: 1, the purest).")
    private Optional<Integer> rule = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (rules.isEmpty() && rule.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--rule needs --within");
        }
        if (rules.isPresent() && given.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--within and --sets-from do not go together");
        }
        SamplingOptions sampling = new SamplingOptions(
                Converters.atLeastOne(spec, "-n", sets),
                seed,
                (int) Converters.atLeastOne(spec, "--threads", threads),
                criterion.options(),
                members,
                given,
                names,
                rules.map(file -> new RuleChoice(file, rule.orElse(1))));
        OutputOptions options = output.options(
                Path.of(FileStem.of(state.model()) + "-ensemble"),
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(sampling, options, interruption);
        }
    }

    /** Shows how it ended before the interruption is closed, for then the process may end. */
    private int run(SamplingOptions sampling, OutputOptions options, Interruption interruption) throws IOException {
        try {
            RunSummary run = sample(sampling, options);
            interruption.finished();
            new RunView(spec.commandLine().getOut(), common).show(run);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine());
        }
    }

    private RunSummary sample(SamplingOptions sampling, OutputOptions options)
            throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            return Kindling.sample(state.options(), sampling, options, progress);
        }
    }
}
