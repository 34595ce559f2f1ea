package org.kindling.app.cytoscape;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Tunable;
import org.jspecify.annotations.Nullable;
import org.kindling.app.Kindling;
import org.kindling.app.SimulateOptions;
import org.kindling.app.SimulationSummary;

/** The command {@code kindling simulate}. */
public final class SimulateTask extends CommandTask {

    /** What is simulated. */
    @Tunable(
            description = "Model, run folder or SED-ML file",
            longDescription =
                    "An SBML file, a run folder or its manifest.json, a COMBINE archive (.omex) or a SED-ML file (.sedml); by default "
                            + "the file behind the current network.",
            exampleStringValue = "/home/user/ecoli-ensemble/manifest.json",
            params = "input=true",
            gravity = 1)
    public @Nullable File file;

    /** Which members of a run. */
    @Tunable(
            description = "Members of a run",
            longDescription = "Which members of a run: all, top:K or representative:K.",
            exampleStringValue = "representative:10",
            gravity = 2)
    public String members = "representative:10";

    /** The last time. */
    @Tunable(
            description = "Last time",
            longDescription =
                    "The last time that is recorded; with a unit, or in that of the model. A SED-ML file says it itself.",
            exampleStringValue = "10min",
            gravity = 3)
    public String end = "";

    /** How many intervals. */
    @Tunable(
            description = "Intervals",
            longDescription = "How many intervals lie between the first and the last time.",
            exampleStringValue = "200",
            gravity = 4)
    public int steps = 200;

    /** Whether rates are recorded. */
    @Tunable(
            description = "Record fluxes",
            longDescription = "Whether the rates of all reactions are recorded as well.",
            exampleStringValue = "false",
            gravity = 5)
    public boolean fluxes;

    /** Where the time courses go. */
    @ContainsTunables
    public OutputTunables output = new OutputTunables();

    SimulateTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws IOException, InterruptedException {
        Path subject = folder(ModelFile.of(host(), file));
        int intervals = (int) DrawingTunables.atLeastOne("steps", steps);
        SimulateOptions options = new SimulateOptions(
                subject,
                MemberChoice.of(members),
                CriterionTunables.span("end", end)
                        .map(last -> new SimulateOptions.Times(Optional.empty(), last, intervals)),
                Optional.empty(),
                Map.of(),
                List.of(),
                fluxes);
        reporter.say("Integrating");
        SimulationSummary summary =
                Kindling.simulate(options, output.options(output.folder(subject, "simulation"), this));
        summary.remarks().forEach(reporter::warn);
        long complete = summary.members().stream()
                .filter(SimulationSummary.MemberOutcome::complete)
                .count();
        return Answer.of(
                complete + " of " + summary.members().size() + " time courses reached their end; written to "
                        + summary.folder(),
                summary.values());
    }
}
