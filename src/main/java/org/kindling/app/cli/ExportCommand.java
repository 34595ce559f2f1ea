package org.kindling.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kindling.app.ExportSummary;
import org.kindling.app.JsonText;
import org.kindling.app.Kindling;
import org.kindling.app.OutputOptions;
import org.kindling.ensemble.MemberSelection;
import org.kindling.sbml.Rewriting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(names = "--as", paramLabel = "FORM", description = "sbml or skimpy (default: sbml).")
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

    @Option(names = "--promote-parameters", description = "Make local parameters global, named REACTION__PARAMETER.")
    private boolean promote;

    @Option(
            names = "--scale-stoichiometry",
            description = "Divide the coefficients of reactions with large ones, and multiply their laws.")
    private boolean scale;

    @Override
    public Integer call() throws IOException {
        String ending = form == Form.SBML ? "-members" : ".h5";
        Path target = output.orElse(run.toAbsolutePath().normalize().resolveSibling(run.getFileName() + ending));
        ExportSummary written = form == Form.SBML ? sbml(target) : skimpy(target);
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(JsonText.of(written.values()));
        } else if (!common.quiet()) {
            out.println(written.members() + " members written to " + target);
            written.unscaled()
                    .forEach(reaction -> out.println(
                            "not scaled, since a formula gives or names its stoichiometry: reaction " + reaction));
        }
        return 0;
    }

    private ExportSummary sbml(Path target) throws IOException {
        Set<Rewriting> rewritings = EnumSet.noneOf(Rewriting.class);
        if (promote) {
            rewritings.add(Rewriting.PROMOTED_PARAMETERS);
        }
        if (scale) {
            rewritings.add(Rewriting.SCALED_STOICHIOMETRY);
        }
        OutputOptions options = new OutputOptions(target, force, false, Optional.empty(), List.of());
        return Kindling.exportSbml(run, members, rewritings, options);
    }

    private ExportSummary skimpy(Path target) throws IOException {
        if (promote || scale) {
            throw new ParameterException(
                    spec.commandLine(), "--promote-parameters and --scale-stoichiometry are for --as SBML only.");
        }
        return Kindling.exportSkimpy(run, members, target, force);
    }
}
