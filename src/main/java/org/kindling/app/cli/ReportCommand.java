package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.JsonText;
import org.kindling.app.Kindling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling report}. */
@Command(
        name = "report",
        description =
                "Make the report of a run anew. Every run has one already: this is for folders of older versions.")
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder.")
    private Path run = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "HTML",
            description = "The file; by default named after the run, beside it.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Path target =
                output.orElse(run.toAbsolutePath().normalize().resolveSibling(run.getFileName() + "-report.html"));
        Kindling.report(run, target);
        if (common.json()) {
            spec.commandLine().getOut().println(JsonText.of(Map.of("report", target.toString())));
        } else if (!common.quiet()) {
            spec.commandLine().getOut().println("report written to " + target);
        }
        return 0;
    }
}
