package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.PopulationOptions;
import org.kindling.app.RepeatedTrainingSummary;
import org.kindling.app.TrainerChoice;
import org.kindling.app.TrainingOptions;
import org.kindling.app.TrainingSummary;
import org.kindling.sampling.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What all ways of training have in common. */
final class TrainingArguments {

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

    /** Trains, told how, where to, and whom to tell. */
    @FunctionalInterface
    interface Work {

        TrainingSummary train(TrainingOptions options, OutputOptions output, Progress progress)
                throws IOException, InterruptedException;
    }

    /** Trains as chosen, shows the outcome, and returns the exit code. */
    int train(CommandSpec spec, TrainerChoice trainer, long maxJacobians, Path byDefault, Work work)
            throws IOException {
        TrainingOptions options = options(spec, trainer, maxJacobians);
        OutputOptions folder = output.options(byDefault, arguments(spec));
        CommandLine line = spec.commandLine();
        try (Interruption interruption = Interruption.ofThisThread()) {
            TrainingSummary summary = train(line, work, options, folder);
            interruption.finished();
            new TrainingView(line.getOut(), common).show(summary);
            if (summary.failed()) {
                line.getErr()
                        .println(
                                "the training failed: the discriminator was right about more than 0.9 of the sets over 200 epochs,"
                                        + " so the generator had nothing to learn; try another --seed, or more sets");
                return 1;
            }
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(line);
        }
    }

    private TrainingOptions options(CommandSpec spec, TrainerChoice trainer, long maxJacobians) {
        return new TrainingOptions(
                trainer,
                Converters.atLeastOne(spec, "--max-jacobians", maxJacobians),
                criterion.options(),
                (int) Converters.atLeastOne(spec, "--fresh", fresh),
                seed,
                (int) Converters.atLeastOne(spec, "--threads", threads));
    }

    /** Trains with several seeds from {@code --seed} on, shows what each came to, and returns the exit code. */
    int repeat(CommandSpec spec, TrainerChoice trainer, Path byDefault, PopulationOptions population, int repeats)
            throws IOException {
        TrainingOptions options = options(spec, trainer, Long.MAX_VALUE);
        OutputOptions folder = output.options(byDefault, arguments(spec));
        CommandLine line = spec.commandLine();
        boolean silent = common.quiet() || common.json();
        try (Interruption interruption = Interruption.ofThisThread();
                ProgressLine progress = ProgressLine.of(line.getErr(), silent, trainer.unit())) {
            RepeatedTrainingSummary summary = Kindling.learnRepeatedly(population, options, repeats, folder, progress);
            interruption.finished();
            new RepeatedTrainingView(line.getOut(), common).show(summary);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(line);
        }
    }

    private TrainingSummary train(CommandLine line, Work work, TrainingOptions options, OutputOptions folder)
            throws IOException, InterruptedException {
        boolean silent = common.quiet() || common.json();
        try (ProgressLine progress =
                ProgressLine.of(line.getErr(), silent, options.trainer().unit())) {
            return work.train(options, folder, progress);
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
}
