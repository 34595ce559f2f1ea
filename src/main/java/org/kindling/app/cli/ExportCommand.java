package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.ensemble.MemberSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling export}. */
@Command(name = "export", description = "Write members of a run as SBML files, or as parameter sets for SKiMpy.")
final class ExportCommand implements Callable<Integer> {

    /** The forms that members can be written in. */
    enum Form {
        /** One SBML file a member. */
        SBML,
        /** One HDF5 file for all, in SKiMpy's layout. */
        SKIMPY
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder.")
    private Path run = Path.of("");

    @Option(names = "--as", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form form = Form.SBML;

    @Option(
            names = "--members",
            paramLabel = "WHICH",
            converter = Converters.Selection.class,
            description = "all, top:K or representative:K (default: all).")
    private MemberSelection members = new MemberSelection(MemberSelection.Kind.ALL, Integer.MAX_VALUE);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "The folder, for SKiMpy the file; by default named after the run.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--force", description = "Replace what is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        String ending = form == Form.SBML ? "-members" : ".h5";
        Path target = output.orElse(run.toAbsolutePath().normalize().resolveSibling(run.getFileName() + ending));
        int written = form == Form.SBML
                ? Kindling.exportSbml(
                        run, members, new OutputOptions(target, force, false, Optional.empty(), List.of()))
                : Kindling.exportSkimpy(run, members, target, force);
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("output", target.toString());
            object.put("written", written);
            spec.commandLine().getOut().println(RunView.json(object));
        } else if (!common.quiet()) {
            spec.commandLine().getOut().println(written + " members written to " + target);
        }
        return 0;
    }
}
