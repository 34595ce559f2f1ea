package org.kindling.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kindling.app.FileStem;
import org.kindling.app.GenerationOptions;
import org.kindling.app.GenerationSummary;
import org.kindling.app.JsonText;
import org.kindling.app.Kindling;
import org.kindling.app.ModelOptions;
import org.kindling.app.OutputOptions;
import org.kindling.app.RunSummary;
import org.kindling.ensemble.GeneratedSets;
import org.kindling.ensemble.MemberSelection;
import org.kindling.sampling.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling generate}. */
@Command(
        name = "generate",
        description =
                "Draw parameter sets from a trained generator, alone or with their spectra and the valid ones as models.")
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "GENERATOR", description = "File that `kindling train` wrote (.kgen).")
    private Path generator = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MODEL",
            description = "Another physiology of the same network; without it that of the generator.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--concentrations",
            paramLabel = "CSV",
            description = "Reference concentrations of MODEL: species,concentration.")
    private Optional<Path> concentrations = Optional.empty();

    @Option(
            names = "--fluxes",
            paramLabel = "CSV",
            description = "Reference fluxes of MODEL: reaction,flux and optionally lnGamma.")
    private Optional<Path> fluxes = Optional.empty();

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

    @Option(
            names = "--screen",
            description =
                    "Compute the spectrum of every set, and keep the valid ones; by default those that the generator was "
                            + "trained for.")
    private boolean screen;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--members",
            paramLabel = "WHICH",
            converter = Converters.Selection.class,
            description = "With --screen, valid sets to write as SBML: all, none, top:K or representative:K (default: "
                    + "representative:10).")
    private Optional<MemberSelection> members = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "Without --screen, the form of the table: csv or hdf5 (default: csv below 100,000 sets).")
    private Optional<GeneratedSets.Form> form = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (!screen && (criterion.given() || members.isPresent())) {
            throw new ParameterException(
                    spec.commandLine(), "criteria and --members need --screen: without it no set is looked at");
        }
        if (screen && form.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--format and --screen do not go together");
        }
        if (model.isEmpty() && (concentrations.isPresent() || fluxes.isPresent())) {
            throw new ParameterException(spec.commandLine(), "--concentrations and --fluxes need a MODEL");
        }
        OutputOptions folder = output.options(
                Path.of(FileStem.of(generator) + (screen ? "-ensemble" : "-sets")),
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(folder, interruption);
        }
    }

    private GenerationOptions options() {
        return new GenerationOptions(
                generator,
                model.map(this::physiology),
                Converters.atLeastOne(spec, "-n", sets),
                seed,
                (int) Converters.atLeastOne(spec, "--threads", threads),
                screen
                        ? Optional.of(new GenerationOptions.Screening(
                                criterion.given() ? Optional.of(criterion.options()) : Optional.empty(),
                                members.orElse(MemberSelection.DEFAULT)))
                        : Optional.empty(),
                form);
    }

    private ModelOptions physiology(Path file) {
        return new ModelOptions(
                file, concentrations, fluxes, Optional.empty(), Optional.empty(), Set.of(), Set.of(), false);
    }

    private int run(OutputOptions folder, Interruption interruption) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (screen) {
                RunSummary run = working(progress -> Kindling.generateScreened(options(), folder, progress));
                interruption.finished();
                new RunView(out, common).show(run);
            } else {
                GenerationSummary sets = working(progress -> Kindling.generate(options(), folder, progress));
                interruption.finished();
                show(out, sets);
            }
            return 0;
        } catch (InterruptedException interrupted) {
            return screen
                    ? Failures.interrupted(spec.commandLine())
                    : Failures.interrupted(spec.commandLine(), "start it again");
        }
    }

    /** Work that tells how far it is. */
    @FunctionalInterface
    private interface Work<T> {

        T with(Progress progress) throws IOException, InterruptedException;
    }

    /** The line of progress is gone before anything else is shown. */
    private <T> T working(Work<T> work) throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            return work.with(progress);
        }
    }

    private void show(PrintWriter out, GenerationSummary summary) {
        if (common.json()) {
            out.println(JsonText.of(summary.values()));
        } else if (!common.quiet()) {
            out.printf(
                    Locale.ROOT,
                    "drawn      %,d sets of %d parameters in %.1f s, none of them screened%nfolder     %s%n",
                    summary.sets(),
                    summary.parameters(),
                    summary.seconds(),
                    summary.folder());
        }
        out.flush();
    }
}
