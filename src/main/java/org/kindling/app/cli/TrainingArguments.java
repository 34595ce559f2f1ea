package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.TrainerChoice;
import org.kindling.app.TrainingOptions;
import org.kindling.app.TrainingSummary;
import org.kindling.generators.TrainingRun;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What all ways of training have in common. */
final class TrainingArguments {

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private CriterionArguments criterion = new CriterionArguments();

    @Mixin
    private OutputFolder output = new OutputFolder();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--fresh",
            paramLabel = "N",
            description = "Fresh sets by which the generator is judged, besides the Jacobians of training (default: "
                    + "${DEFAULT-VALUE}).")
    private int fresh = 2_000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Trains as chosen, shows the outcome, and returns the exit code. */
    int train(CommandSpec spec, TrainerChoice trainer, long maxJacobians) throws IOException {
        TrainingOptions options = new TrainingOptions(
                trainer,
                Converters.atLeastOne(spec, "--max-jacobians", maxJacobians),
                criterion.options(),
                (int) Converters.atLeastOne(spec, "--fresh", fresh),
                seed,
                (int) Converters.atLeastOne(spec, "--threads", threads));
        OutputOptions folder =
                output.options(Path.of(SampleCommand.stem(state.model()) + "-generator"), arguments(spec));
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(spec.commandLine(), options, folder, interruption);
        }
    }

    /** What was typed after the name of the program. */
    private static List<String> arguments(CommandSpec spec) {
        CommandSpec root = spec;
        while (root.parent() != null) {
            root = root.parent();
        }
        return root.commandLine().getParseResult().originalArgs();
    }

    private int run(CommandLine line, TrainingOptions options, OutputOptions folder, Interruption interruption)
            throws IOException {
        try (ProgressLine progress =
                ProgressLine.of(line.getErr(), common.quiet() || common.json(), "Jacobians")) {
            TrainingSummary summary =
                    Kindling.train(state.options(), options, folder, progress, TrainingRun.Listener.NONE);
            interruption.finished();
            new TrainingView(line.getOut(), common).show(summary);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(line);
        }
    }
}
