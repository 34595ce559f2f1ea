package org.kindling.app.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.ControlOptions;
import org.kindling.app.ControlSummary;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kindling control}. */
@Command(
        name = "control",
        description =
                "Say which enzymes control fluxes and concentrations: control coefficients of the members of a run, or of "
                        + "a model (exit code 1 if they fail their check).")
final class ControlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private SteadySubject subject = new SteadySubject();

    @Mixin
    private StudyOutput output = new StudyOutput();

    @Option(names = "--of", paramLabel = "REACTION", description = "Show what controls this reaction's flux.")
    private Optional<String> focus = Optional.empty();

    @Option(names = "--threads", paramLabel = "T", description = "Threads; the result does not depend on them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        ControlOptions options = new ControlOptions(
                subject.model(), subject.members(), focus, (int) Converters.atLeastOne(spec, "--threads", threads));
        OutputOptions target = output.options(
                subject.path(),
                "control",
                spec.commandLine().getParent().getParseResult().originalArgs());
        try (Interruption interruption = Interruption.ofThisThread()) {
            return run(options, target, interruption);
        }
    }

    private int run(ControlOptions options, OutputOptions target, Interruption interruption) throws IOException {
        try {
            ControlSummary summary = compute(options, target);
            interruption.finished();
            new ControlView(spec.commandLine().getOut(), common).show(summary, focus);
            return summary.ensemble().consistent() ? 0 : Failures.CHECK_FAILED;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private ControlSummary compute(ControlOptions options, OutputOptions target)
            throws IOException, InterruptedException {
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            return Kindling.control(options, target, progress);
        }
    }
}
