package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kindling.app.FileStem;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.TransferOptions;
import org.kindling.app.TransferSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling transfer}. */
@Command(
        name = "transfer",
        description =
                "Bring a generator of `train rekindle` to another physiology by few sets of it, and say what that gains.")
final class TransferCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "GENERATOR",
            description = "File that `kindling train rekindle` wrote (.kgen).")
    private Path generator = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "POPULATION",
            description = "Sets of the other physiology: a run folder, generated sets, or SKiMpy's HDF5.")
    private Path population = Path.of("");

    @Mixin
    private PopulationArguments source = new PopulationArguments();

    @Mixin
    private CriterionArguments criterion = new CriterionArguments();

    @Option(
            names = "--sets",
            paramLabel = "N",
            split = ",",
            description = "Of how many sets of the population it learns (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of(10, 50, 100, 500, 1_000);

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Trainings for each number of sets, each on others (default: ${DEFAULT-VALUE}).")
    private int repeats = 5;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs of a training (default: ${DEFAULT-VALUE}).")
    private int epochs = TransferOptions.Effort.DEFAULT.epochs();

    @Option(
            names = "--judged",
            paramLabel = "N",
            description = "Sets by which the generator is judged every 10 epochs (default: ${DEFAULT-VALUE}).")
    private int judged = TransferOptions.Effort.DEFAULT.judged();

    @Option(
            names = "--fresh",
            paramLabel = "N",
            description = "Fresh sets by which each result is judged (default: ${DEFAULT-VALUE}).")
    private int fresh = TransferOptions.Effort.DEFAULT.fresh();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Trainings side by side; the result does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private OutputFolder output = new OutputFolder();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        TransferOptions options = new TransferOptions(
                generator,
                source.of(population),
                criterion.options(),
                sizes,
                (int) Converters.atLeastOne(spec, "--repeats", repeats),
                new TransferOptions.Effort(
                        (int) Converters.atLeastOne(spec, "--epochs", epochs),
                        (int) Converters.atLeastOne(spec, "--judged", judged),
                        (int) Converters.atLeastOne(spec, "--fresh", fresh)),
                seed,
                (int) Converters.atLeastOne(spec, "--threads", threads));
        OutputOptions folder = output.options(
                Path.of(FileStem.of(population.toAbsolutePath().normalize()) + "-transfer"),
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            TransferSummary summary = transfer(options, folder);
            interruption.finished();
            new TransferView(spec.commandLine().getOut(), common).show(summary);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine());
        }
    }

    private TransferSummary transfer(TransferOptions options, OutputOptions folder)
            throws IOException, InterruptedException {
        boolean silent = common.quiet() || common.json();
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), silent, "trainings")) {
            return Kindling.transfer(options, folder, progress);
        }
    }
}
