package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.kindling.app.ModelOptions;
import org.kindling.ensemble.MemberSelection;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a study at a steady state is about: members of a run, or one model. */
final class SteadySubject {

    @Parameters(index = "0", paramLabel = "RUN|MODEL", description = "A run folder, or an SBML file at steady state.")
    private Path subject = Path.of("");

    @Option(
            names = "--members",
            paramLabel = "WHICH",
            converter = Converters.Selection.class,
            description = "Members of the run: all, top:K or representative:K (default: all).")
    private MemberSelection members = new MemberSelection(MemberSelection.Kind.ALL, Integer.MAX_VALUE);

    @Option(
            names = "--concentrations",
            paramLabel = "CSV",
            description = "For a model: reference concentrations: species,concentration.")
    private Optional<Path> concentrations = Optional.empty();

    @Option(names = "--steady-state", description = "For a model: go to a steady state from the initial state first.")
    private boolean steadyState;

    Path path() {
        return subject;
    }

    MemberSelection members() {
        return members;
    }

    ModelOptions model() {
        return new ModelOptions(
                subject,
                concentrations,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                steadyState);
    }
}
