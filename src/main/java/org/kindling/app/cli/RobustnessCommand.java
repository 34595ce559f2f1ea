package org.kindling.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.app.RobustnessOptions;
import org.kindling.app.RobustnessSummary;
import org.kindling.app.TimeSpan;
import org.kindling.simulation.PerturbationFactors;
import org.kindling.simulation.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code kindling robustness}. */
@Command(
        name = "robustness",
        description =
                "Perturb the members of a run, or a model, and say how many return to their steady state, and when.")
final class RobustnessCommand implements Callable<Integer> {

    /** The studies whose factors can be named. */
    enum Study {
        /** S. Choudhury et al. 2024. */
        RENAISSANCE,
        /** S. Choudhury et al. 2022. */
        REKINDLE;

        PerturbationFactors factors() {
            return this == RENAISSANCE ? PerturbationFactors.RENAISSANCE : PerturbationFactors.REKINDLE;
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SteadySubject subject = new SteadySubject();

    @Mixin
    private StudyOutput output = new StudyOutput();

    @Option(
            names = "--perturbations",
            paramLabel = "N",
            description = "Perturbations of each member (default: ${DEFAULT-VALUE}).")
    private int perturbations = 10;

    @Option(
            names = "--as",
            paramLabel = "STUDY",
            description =
                    "Factors of a published study: rekindle is 0.5:2, renaissance is 0.5:1.5 (default: rekindle).")
    private Optional<Study> study = Optional.empty();

    @Option(
            names = "--factors",
            paramLabel = "LOW:HIGH",
            converter = Converters.Factors.class,
            description =
                    "Multiply each independent species by a uniform random factor from LOW to HIGH, such as 0.5:2.")
    private Optional<PerturbationFactors> factors = Optional.empty();

    @Option(
            names = "--times",
            paramLabel = "T",
            split = ",",
            converter = Converters.Duration.class,
            description =
                    "When to look who has returned, such as 21min,1h (default: 21min); without a unit in the model's.")
    private List<TimeSpan> times = List.of(TimeSpan.parse("21min"));

    @Option(
            names = "--rtol",
            paramLabel = "R",
            description = "Relative tolerance of the time courses (default: ${DEFAULT-VALUE}).")
    private double relativeTolerance = Tolerances.DEFAULT.relative();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all factors (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        OutputOptions target = output.options(
                subject.path(),
                "robustness",
                spec.commandLine().getParent().getParseResult().originalArgs());
        RobustnessOptions options = options();
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(options, target, interruption);
        }
    }

    private RobustnessOptions options() {
        if (study.isPresent() && factors.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--as and --factors exclude each other");
        }
        if (perturbations > 1_000_000) {
            throw new ParameterException(
                    spec.commandLine(), "--perturbations must be at most 1,000,000, not " + perturbations);
        }
        if (!(relativeTolerance >= 1e-14 && relativeTolerance <= 0.1)) {
            throw new ParameterException(
                    spec.commandLine(), "--rtol must lie between 1e-14 and 0.1, not at " + relativeTolerance);
        }
        return new RobustnessOptions(
                subject.model(),
                subject.members(),
                factors.or(() -> study.map(Study::factors)).orElse(PerturbationFactors.REKINDLE),
                (int) Converters.atLeastOne(spec, "--perturbations", perturbations),
                times,
                relativeTolerance,
                seed,
                (int) Converters.atLeastOne(spec, "--threads", threads));
    }

    private int run(RobustnessOptions options, OutputOptions target, Interruption interruption) throws IOException {
        try {
            RobustnessSummary summary = compute(options, target);
            interruption.finished();
            new RobustnessView(spec.commandLine().getOut(), common).show(summary);
            return 0;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private RobustnessSummary compute(RobustnessOptions options, OutputOptions target)
            throws IOException, InterruptedException {
        boolean quiet = common.quiet() || common.json();
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), quiet, "perturbations")) {
            return Kindling.robustness(options, target, progress);
        }
    }
}
