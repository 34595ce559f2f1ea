package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.kindling.app.FileStem;
import org.kindling.app.Kindling;
import org.kindling.app.TrainerChoice;
import org.kindling.generators.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kindling train renaissance}. */
@Command(name = "renaissance", description = "Train a perceptron by an evolution strategy, without gradients.")
final class TrainRenaissanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private TrainingArguments training = new TrainingArguments();

    @Option(
            names = "--max-jacobians",
            paramLabel = "N",
            description = "Jacobians that training may spend (default: ${DEFAULT-VALUE}, as published).")
    private long maxJacobians = 100_000;

    @Option(
            names = "--as-published",
            description =
                    "As RENAISSANCE was published, for comparison: squashed by the range of a batch, rewards 0 and 1.")
    private boolean asPublished;

    @Option(
            names = "--until",
            paramLabel = "INCIDENCE",
            description = "Stop once this share of the sets is valid, with 95 %% confidence; not with --as-published.")
    private Optional<Double> until = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (asPublished && until.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--until and --as-published do not go together");
        }
        return training.train(
                spec,
                new TrainerChoice.Renaissance(
                        asPublished, until.map(OptionalDouble::of).orElse(OptionalDouble.empty())),
                maxJacobians,
                Path.of(FileStem.of(state.model()) + "-generator"),
                (options, output, progress) ->
                        Kindling.train(state.options(), options, output, progress, TrainingRun.Listener.NONE));
    }
}
