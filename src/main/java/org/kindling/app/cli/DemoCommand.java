package org.kindling.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.kindling.app.CriterionOptions;
import org.kindling.app.Kindling;
import org.kindling.app.ModelOptions;
import org.kindling.app.OutputOptions;
import org.kindling.app.RunSummary;
import org.kindling.app.SamplingOptions;
import org.kindling.ensemble.MemberSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kindling demo}. */
@Command(
        name = "demo",
        description =
                "Run the main job on a bundled model of E. coli's central carbon metabolism: draw 5,000 parameter sets, keep "
                        + "those whose slowest mode decays faster than 9 per hour, and write ten of them as SBML, with a report.")
final class DemoCommand implements Callable<Integer> {

    private static final long SETS = 5_000;

    /** Three times faster than a doubling of the cells, as in the study that the model is from. */
    private static final double LAMBDA_MAX = -9;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The run folder (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("kindling-demo");

    @Option(names = "--force", description = "Replace an existing run folder.")
    private boolean force;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean talking = !common.quiet() && !common.json();
        if (talking) {
            out.printf(
                    "E. coli central carbon metabolism: %,d parameter sets, slowest mode below %s per hour%n",
                    SETS, LAMBDA_MAX);
            out.flush();
        }
        CriterionOptions criterion = new CriterionOptions(
                OptionalDouble.of(LAMBDA_MAX), OptionalDouble.empty(), Optional.empty(), Optional.empty());
        SamplingOptions sampling = new SamplingOptions(
                SETS,
                1,
                Runtime.getRuntime().availableProcessors(),
                criterion,
                MemberSelection.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        RunSummary run = run(sampling);
        new RunView(out, common).show(run);
        if (talking) {
            out.println("next         open " + run.folder().resolve("report.html") + " in a browser,");
            out.println("             open ensemble.omex or a file of members/ in COPASI or any SBML tool,");
            out.println("             or try your own model: kindling info MODEL.xml");
            out.flush();
        }
        return 0;
    }

    private RunSummary run(SamplingOptions sampling) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("kindling-demo");
        try (ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), common.quiet() || common.json())) {
            Path model = Kindling.demoModel(temporary);
            OutputOptions output = new OutputOptions(
                    folder,
                    force,
                    false,
                    Optional.empty(),
                    spec.commandLine().getParent().getParseResult().originalArgs());
            return Kindling.sample(ModelOptions.of(model), sampling, output, progress);
        } finally {
            Files.deleteIfExists(temporary.resolve("ecoli_central_carbon.xml"));
            Files.deleteIfExists(temporary);
        }
    }
}
