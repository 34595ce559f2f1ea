package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kindling.app.FileStem;
import org.kindling.app.Kindling;
import org.kindling.app.ModelOptions;
import org.kindling.app.TrainerChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling adapt}. */
@Command(name = "adapt", description = "Spend some more Jacobians on a generator at one physiology of its network.")
final class AdaptCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "GENERATOR", description = "File that `kindling train` wrote (.kgen).")
    private Path generator = Path.of("");

    @Parameters(index = "1", paramLabel = "MODEL", description = "The physiology, a model of the generator's network.")
    private Path model = Path.of("");

    @Option(
            names = "--concentrations",
            paramLabel = "CSV",
            description = "Reference concentrations: species,concentration.")
    private Optional<Path> concentrations = Optional.empty();

    @Option(
            names = "--fluxes",
            paramLabel = "CSV",
            description = "Reference fluxes: reaction,flux and optionally lnGamma.")
    private Optional<Path> fluxes = Optional.empty();

    @Option(
            names = "--max-jacobians",
            paramLabel = "N",
            description = "Jacobians that may be spent (default: ${DEFAULT-VALUE}).")
    private long maxJacobians = 64;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "Weight of the prior beside the criterion: a lower one gives more valid sets and less diversity.")
    private Optional<Double> temperature = Optional.empty();

    @Mixin
    private TrainingArguments training = new TrainingArguments();

    @Override
    public Integer call() throws IOException {
        ModelOptions physiology = new ModelOptions(
                model, concentrations, fluxes, Optional.empty(), Optional.empty(), Set.of(), Set.of(), false);
        return training.train(
                spec,
                new TrainerChoice.Adaptation(
                        generator, temperature.map(OptionalDouble::of).orElse(OptionalDouble.empty())),
                maxJacobians,
                Path.of(FileStem.of(model) + "-generator"),
                (options, output, progress) -> Kindling.adapt(physiology, options, output, progress));
    }
}
