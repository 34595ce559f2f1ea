package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.kindling.app.FileStem;
import org.kindling.app.Kindling;
import org.kindling.app.TrainerChoice;
import org.kindling.generators.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kindling train spectral}. */
@Command(name = "spectral", description = "Train a generator by the exact gradient of the slowest mode.")
final class TrainSpectralCommand implements Callable<Integer> {

    private static final long SHARP_JACOBIANS = 3_000;
    private static final long AMORTISED_JACOBIANS = 200_000;
    private static final long FAITHFUL_JACOBIANS = 30_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private TrainingArguments training = new TrainingArguments();

    @Option(
            names = "--max-jacobians",
            paramLabel = "N",
            description = "Jacobians that training may spend (default: 3000 for sharp, 30000 for faithful, "
                    + "200000 with --amortise).")
    private Optional<Long> maxJacobians = Optional.empty();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "sharp: as many valid sets as possible, which narrows; faithful: the valid sets of the prior, with "
                            + "weights (default: sharp).")
    private TrainerChoice.Mode mode = TrainerChoice.Mode.SHARP;

    @Option(
            names = "--family",
            paramLabel = "FAMILY",
            description = "logistic: each parameter on its own; flow: parameters that depend on each other (default: "
                    + "logistic).")
    private TrainerChoice.Architecture family = TrainerChoice.Architecture.LOGISTIC;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "Weight of the prior beside the criterion: a lower one gives more valid sets and less diversity "
                            + "(default: 0.001, with --amortise 0.003).")
    private Optional<Double> temperature = Optional.empty();

    @Option(
            names = "--entropy",
            paramLabel = "E",
            description =
                    "Weight of the generator's entropy beside the prior: a lower one keeps constants in the middle of "
                            + "their priors and gives less diversity (default: 1, with --amortise 0.033).")
    private Optional<Double> entropy = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "W",
            description =
                    "Width of the transition at the threshold, relative to it: with a temperature of 0.04, a width of 0.3 "
                            + "gives different sets (default: 0.1).")
    private Optional<Double> width = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "INCIDENCE",
            description = "Stop once this share of the sets is valid, with 95 %% confidence.")
    private Optional<Double> until = Optional.empty();

    @Option(
            names = "--amortise",
            paramLabel = "STATES",
            description = "Train for all reference states of a table: state, x.<species>, v.<reaction>, "
                    + "lnGamma.<reaction>; may be given for several tables.")
    private List<Path> states = new ArrayList<>();

    @Option(
            names = "--variations",
            paramLabel = "N",
            description =
                    "With --amortise: made-up states between and beyond those of the tables to train for besides, "
                            + "so that other physiologies are served (default: " + TrainerChoice.Spectral.VARIATIONS
                            + ").")
    private Optional<Integer> variations = Optional.empty();

    @Override
    public Integer call() throws IOException {
        return training.train(
                spec,
                new TrainerChoice.Spectral(
                        mode,
                        family,
                        number(temperature),
                        number(entropy),
                        number(width),
                        number(until),
                        states,
                        variations.map(OptionalInt::of).orElse(OptionalInt.empty())),
                maxJacobians.orElse(usualJacobians()),
                Path.of(FileStem.of(state.model()) + "-generator"),
                (options, output, progress) ->
                        Kindling.train(state.options(), options, output, progress, TrainingRun.Listener.NONE));
    }

    private long usualJacobians() {
        if (!states.isEmpty()) {
            return AMORTISED_JACOBIANS;
        }
        return mode == TrainerChoice.Mode.SHARP ? SHARP_JACOBIANS : FAITHFUL_JACOBIANS;
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
