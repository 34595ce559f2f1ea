package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.kindling.app.CharacterisationOptions;
import org.kindling.app.CharacterisationSummary;
import org.kindling.app.CriterionOptions;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.TimeSpan;
import org.kindling.generators.spectral.FastestSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kindling characterise}. */
@Command(
        name = "characterise",
        description =
                "Say how fast reference states can be made, which species and reactions hold them there, and map the states.")
final class CharacteriseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private StudyOutput output = new StudyOutput();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--states",
            paramLabel = "TABLE",
            description = "Further states of the network: state, x.<species>, v.<reaction>, lnGamma.<reaction>; may be "
                    + "given for several tables.")
    private List<Path> states = new ArrayList<>();

    @Option(
            names = "--lambda-max",
            paramLabel = "X",
            description =
                    "What counts as fast enough: the largest real part of an eigenvalue, per time unit of the model.")
    private Optional<Double> lambdaMax = Optional.empty();

    @Option(
            names = "--tau-max",
            paramLabel = "T",
            converter = Converters.Duration.class,
            description = "What counts as fast enough: the longest dominant time constant, such as 6.7min.")
    private Optional<TimeSpan> tauMax = Optional.empty();

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "Descents in each generation (default: ${DEFAULT-VALUE}).")
    private int starts = FastestSearch.Options.DEFAULT.starts();

    @Option(
            names = "--generations",
            paramLabel = "G",
            description =
                    "Generations of descents; the first begins at the prior, the others at the best set, perturbed "
                            + "(default: ${DEFAULT-VALUE}).")
    private int generations = FastestSearch.Options.DEFAULT.generations();

    @Option(
            names = "--max-jacobians",
            paramLabel = "N",
            description = "Jacobians that may be spent on each state (default: ${DEFAULT-VALUE}).")
    private long maxJacobians = FastestSearch.Options.DEFAULT.jacobians();

    @Option(
            names = "--box",
            paramLabel = "B",
            description = "Bound of |u|, where u is logistic in the prior, ln(K/x*) for saturations (default: "
                    + "${DEFAULT-VALUE}).")
    private double box = FastestSearch.Options.DEFAULT.box();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        CharacterisationOptions options =
                new CharacterisationOptions(state.options(), states, criterion(), search(), seed, (int)
                        Converters.atLeastOne(spec, "--threads", threads));
        OutputOptions target = output.options(
                state.model(),
                "characterisation",
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(options, target, interruption);
        }
    }

    private CriterionOptions criterion() {
        OptionalDouble highest = lambdaMax.map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return new CriterionOptions(highest, OptionalDouble.empty(), Optional.empty(), tauMax);
    }

    private FastestSearch.Options search() {
        long descents = Converters.atLeastOne(spec, "--starts", starts)
                * Converters.atLeastOne(spec, "--generations", generations);
        if (maxJacobians < descents || !(box > 0)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--max-jacobians must allow one for each of " + descents + " descents, and --box must be positive");
        }
        return new FastestSearch.Options(
                maxJacobians, starts, generations, box, FastestSearch.Options.DEFAULT.perturbation());
    }

    private int run(CharacterisationOptions options, OutputOptions target, Interruption interruption)
            throws IOException {
        try (ProgressLine progress =
                ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json(), "Jacobians")) {
            CharacterisationSummary summary = Kindling.characterise(options, target, progress);
            interruption.finished();
            new CharacteriseView(spec.commandLine().getOut(), common).show(summary);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }
}
