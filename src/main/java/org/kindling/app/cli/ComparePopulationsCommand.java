package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.PopulationComparisonOptions;
import org.kindling.app.PopulationComparisonOptions.Counted;
import org.kindling.app.PopulationComparisonOptions.Split;
import org.kindling.app.PopulationComparisonSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling compare-populations}. */
@Command(
        name = "compare-populations",
        description =
                "Say how two populations of parameter sets differ, or the valid sets of one from its others: which parameters, "
                        + "in dynamics, in how they spread.")
final class ComparePopulationsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "A run folder, a folder of generated sets, or sets in SKiMpy's HDF5.")
    private Path first = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "What A is compared with; without it the valid sets of A are compared with its others.")
    private Optional<Path> second = Optional.empty();

    @Mixin
    private PopulationArguments source = new PopulationArguments();

    @Mixin
    private CriterionArguments criterion = new CriterionArguments();

    @Option(names = "--valid-only", description = "Compare the valid sets of A with the valid sets of B.")
    private boolean validOnly;

    @Option(names = "--alike", description = "Let all sets count alike, not by the weights that a run gives them.")
    private boolean alike;

    @Option(
            names = "--split-by",
            paramLabel = "ID",
            description = "Split A by this parameter; by default by the one that differs most.")
    private Optional<String> splitBy = Optional.empty();

    @Option(
            names = "--groups",
            paramLabel = "N",
            description = "Into how many groups of equal size A is split (default: ${DEFAULT-VALUE}).")
    private int groups = Split.DEFAULT.groups();

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private StudyOutput output = new StudyOutput();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        OutputOptions target = output.options(
                first,
                "populations",
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            PopulationComparisonSummary summary = compare(options(), target);
            interruption.finished();
            new ComparePopulationsView(spec.commandLine().getOut(), common).show(summary);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private PopulationComparisonOptions options() {
        return new PopulationComparisonOptions(
                source.of(first, second),
                criterion.given() ? Optional.of(criterion.options()) : Optional.empty(),
                new Counted(validOnly, alike),
                new Split(splitBy, (int) Converters.atLeast(2, spec, "--groups", groups)),
                (int) Converters.atLeastOne(spec, "--threads", threads));
    }

    private PopulationComparisonSummary compare(PopulationComparisonOptions options, OutputOptions target)
            throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            return Kindling.comparePopulations(options, target, progress);
        }
    }
}
