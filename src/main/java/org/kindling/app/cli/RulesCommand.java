package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.kindling.analysis.rules.RuleSearch;
import org.kindling.app.CriterionOptions;
import org.kindling.app.FileStem;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.PropertyOptions;
import org.kindling.app.RulesOptions;
import org.kindling.app.RulesSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling rules}. */
@Command(
        name = "rules",
        description =
                "Say by ranges of a few saturations which sets of a population have the wanted dynamics, or another"
                        + " property (iSCHRUNK).")
final class RulesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "POPULATION",
            description = "A run folder, a folder of generated sets, or a file of sets in SKiMpy's HDF5 layout.")
    private Path population = Path.of("");

    @Mixin
    private PopulationArguments source = new PopulationArguments();

    @Mixin
    private CriterionArguments criterion = new CriterionArguments();

    @Option(
            names = "--property",
            paramLabel = "CSV:COLUMN",
            description = "Explain a number of a table instead, whose column `index` names the sets.")
    private Optional<String> property = Optional.empty();

    @Option(names = "--above", paramLabel = "X", description = "Sets are wanted whose number is greater.")
    private Optional<Double> above = Optional.empty();

    @Option(names = "--below", paramLabel = "X", description = "Sets are wanted whose number is less.")
    private Optional<Double> below = Optional.empty();

    @Option(names = "--depth", paramLabel = "N", description = "Most conditions of a rule (default: ${DEFAULT-VALUE}).")
    private int depth = RuleSearch.Options.DEFAULT.depth();

    @Option(
            names = "--min-split",
            paramLabel = "N",
            description = "Least sets that are split once more (default: ${DEFAULT-VALUE}).")
    private int minSplit = RuleSearch.Options.DEFAULT.minSplit();

    @Option(
            names = "--min-coverage",
            paramLabel = "SHARE",
            description = "Least share of the wanted sets that a rule covers (default: ${DEFAULT-VALUE}).")
    private double minCoverage = RuleSearch.Options.DEFAULT.minCoverage();

    @Option(names = "--max-rules", paramLabel = "N", description = "Most rules (default: ${DEFAULT-VALUE}).")
    private int maxRules = RuleSearch.Options.DEFAULT.maxRules();

    @Option(
            names = "--held-out",
            paramLabel = "SHARE",
            description = "Share of the sets that only judge the rules (default: ${DEFAULT-VALUE}).")
    private double heldOut = RuleSearch.Options.DEFAULT.heldOut();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Decides which sets these are (default: ${DEFAULT-VALUE}).")
    private long seed = RuleSearch.Options.DEFAULT.seed();

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "JSON",
            description = "The file of rules; by default named after the population.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        RulesOptions options = new RulesOptions(source.of(population), wanted(), property(), search(), (int)
                Converters.atLeastOne(spec, "--threads", threads));
        Path byDefault = Path.of(FileStem.of(population.toAbsolutePath().normalize()) + "-rules.json");
        OutputOptions target = new OutputOptions(
                output.orElse(byDefault),
                force,
                false,
                Optional.empty(),
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(options, target, interruption);
        }
    }

    private Optional<CriterionOptions> wanted() {
        if (criterion.given() && property.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "rules are for a criterion or for a --property, not for both");
        }
        return criterion.given() ? Optional.of(criterion.options()) : Optional.empty();
    }

    private Optional<PropertyOptions> property() {
        if (property.isEmpty()) {
            if (above.isPresent() || below.isPresent()) {
                throw new ParameterException(spec.commandLine(), "--above and --below need a --property");
            }
            return Optional.empty();
        }
        String text = property.get();
        int colon = text.lastIndexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(), "--property takes a table and a column, such as table.csv:column, not " + text);
        }
        try {
            return Optional.of(new PropertyOptions(
                    Path.of(text.substring(0, colon)), text.substring(colon + 1), number(above), number(below)));
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(spec.commandLine(), impossible.getMessage() + " Set --above or --below");
        }
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private RuleSearch.Options search() {
        try {
            return new RuleSearch.Options(depth, minSplit, heldOut, minCoverage, maxRules, seed);
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(spec.commandLine(), String.valueOf(impossible.getMessage()));
        }
    }

    private int run(RulesOptions options, OutputOptions target, Interruption interruption) throws IOException {
        try {
            RulesSummary summary = search(options, target);
            interruption.finished();
            new RulesView(spec.commandLine().getOut(), common).show(summary);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private RulesSummary search(RulesOptions options, OutputOptions target) throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            return Kindling.rules(options, target, progress);
        }
    }
}
