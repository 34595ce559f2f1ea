package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kindling.app.FileStem;
import org.kindling.app.Kindling;
import org.kindling.app.TrainerChoice;
import org.kindling.generators.TrainingRun;
import org.kindling.generators.rekindle.AdversarialMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling train rekindle}. */
@Command(name = "rekindle", description = "Train a network on a labelled population, against a discriminator.")
final class TrainRekindleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "POPULATION",
            description = "A run folder, a folder of generated sets, or a file in SKiMpy's HDF5 layout.")
    private Path population = Path.of("");

    @Mixin
    private PopulationArguments source = new PopulationArguments();

    @Mixin
    private TrainingArguments training = new TrainingArguments();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How many times the population is gone through (default: ${DEFAULT-VALUE}).")
    private int epochs = 400;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Sets of the population that belong to one step (default: ${DEFAULT-VALUE}).")
    private int batch = 1_024;

    @Option(
            names = "--judged",
            paramLabel = "N",
            description = "Sets by which the generator is judged every 10 epochs (default: ${DEFAULT-VALUE}).")
    private int judged = 1_000;

    @Option(
            names = "--as-published",
            description =
                    "As REKINDLE was published, for comparison: no guide, and sets from nothing but latent numbers.")
    private boolean asPublished;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description =
                    "Train with so many seeds from --seed on, side by side, one thread each (default: ${DEFAULT-VALUE}).")
    private int repeats = 1;

    @Override
    public Integer call() throws IOException {
        Converters.atLeastOne(spec, "--epochs", epochs);
        Converters.atLeast(2, spec, "--batch", batch);
        Converters.atLeastOne(spec, "--judged", judged);
        TrainerChoice trainer = new TrainerChoice.Rekindle(
                epochs, batch, asPublished ? AdversarialMethod.AS_PUBLISHED : AdversarialMethod.GUIDED, judged);
        Path byDefault = Path.of(FileStem.of(population) + "-generator");
        if (Converters.atLeastOne(spec, "--repeats", repeats) > 1) {
            return training.repeat(spec, trainer, byDefault, source.of(population), repeats);
        }
        return training.train(
                spec,
                trainer,
                Long.MAX_VALUE,
                byDefault,
                (options, output, progress) ->
                        Kindling.learn(source.of(population), options, output, progress, TrainingRun.Listener.NONE));
    }
}
