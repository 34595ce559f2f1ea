package org.kindling.app.cytoscape;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Tunable;
import org.jspecify.annotations.Nullable;
import org.kindling.app.ExportSummary;
import org.kindling.app.Kindling;
import org.kindling.ensemble.MemberSelection;
import org.kindling.network.InputException;
import org.kindling.sbml.Rewriting;

/** The command {@code kindling export}. */
public final class ExportTask extends CommandTask {

    /** The run. */
    @Tunable(
            description = "Run folder",
            longDescription = "The run folder whose members are written, or its manifest.json.",
            exampleStringValue = "/home/user/ecoli-ensemble/manifest.json",
            params = "input=true",
            required = true,
            gravity = 1)
    public @Nullable File run;

    /** The form. */
    @Tunable(
            description = "Form: sbml or skimpy",
            longDescription = "sbml for one file a member, skimpy for one HDF5 file in the layout of SKiMpy.",
            exampleStringValue = "sbml",
            gravity = 2)
    public String form = "sbml";

    /** Which members. */
    @Tunable(
            description = "Members",
            longDescription = "Which members are written: all, top:K or representative:K.",
            exampleStringValue = "all",
            gravity = 3)
    public String members = "all";

    /** Whether local parameters become global. */
    @Tunable(
            description = "Make local parameters global",
            longDescription =
                    "Whether local parameters of the SBML files become global ones, named REACTION__PARAMETER.",
            exampleStringValue = "false",
            gravity = 4)
    public boolean promoteParameters;

    /** Whether large coefficients are divided. */
    @Tunable(
            description = "Scale large stoichiometric coefficients",
            longDescription =
                    "Whether the coefficients of reactions with large ones are divided, and their laws multiplied.",
            exampleStringValue = "false",
            gravity = 5)
    public boolean scaleStoichiometry;

    /** Where the files go. */
    @ContainsTunables
    public OutputTunables output = new OutputTunables();

    ExportTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws CommandFailure, IOException, InterruptedException {
        Path folder = folder(StateTunables.path(run)
                .orElseThrow(() -> new InputException("argument run", "is missing", "give a run folder")));
        MemberSelection selection = MemberChoice.of(members);
        reporter.say("Writing members");
        ExportSummary summary = switch (form.strip().toLowerCase(Locale.ROOT)) {
            case "sbml" -> sbml(folder, selection);
            case "skimpy" -> skimpy(folder, selection);
            default ->
                throw new InputException(
                        "argument form", "'" + form + "' is no form of export", "write sbml or skimpy");
        };
        return Answer.of(summary.members() + " members written to " + summary.output(), summary.values());
    }

    private ExportSummary sbml(Path folder, MemberSelection selection)
            throws CommandFailure, IOException, InterruptedException {
        Set<Rewriting> rewritings = EnumSet.noneOf(Rewriting.class);
        if (promoteParameters) {
            rewritings.add(Rewriting.PROMOTED_PARAMETERS);
        }
        if (scaleStoichiometry) {
            rewritings.add(Rewriting.SCALED_STOICHIOMETRY);
        }
        Path target = output.folder(folder, "members");
        return OutputTunables.wholeOrNothing(
                target, () -> Kindling.exportSbml(folder, selection, rewritings, output.options(target, this)));
    }

    private ExportSummary skimpy(Path folder, MemberSelection selection) throws IOException {
        if (promoteParameters || scaleStoichiometry) {
            throw new InputException(
                    "form skimpy",
                    "has no SBML files to rewrite",
                    "leave out promoteParameters and scaleStoichiometry");
        }
        return Kindling.exportSkimpy(folder, selection, output.folder(folder, "members.h5"), output.force);
    }
}
