package org.kindling.app.cytoscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Tunable;
import org.kindling.app.Kindling;
import org.kindling.app.RunSummary;
import org.kindling.app.SamplingOptions;
import org.kindling.ensemble.Manifest;

/** The command {@code kindling sample}. */
public final class SampleTask extends CommandTask {

    /** The model. */
    @ContainsTunables
    public StateTunables state = new StateTunables();

    /** The wanted dynamics. */
    @ContainsTunables
    public CriterionTunables criterion = new CriterionTunables();

    /** How the sets are drawn. */
    @ContainsTunables
    public DrawingTunables drawing = new DrawingTunables();

    /** Where the run goes. */
    @ContainsTunables
    public OutputTunables output = new OutputTunables();

    /** Whether nodes get columns. */
    @Tunable(
            description = "Write columns to the node table",
            longDescription =
                    "Whether the nodes of the current network that belong to the model get columns of the ensemble.",
            exampleStringValue = "true",
            gravity = 92)
    public boolean annotate = true;

    SampleTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws CommandFailure, IOException, InterruptedException {
        Path model = ModelFile.of(host(), state.file);
        SamplingOptions sampling = new SamplingOptions(
                drawing.sets(),
                drawing.seed,
                drawing.threads(),
                criterion.options(),
                drawing.members(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Path folder = output.folder(model, "ensemble");
        reporter.say("Drawing parameter sets");
        RunSummary run = OutputTunables.wholeOrNothing(
                folder, () -> Kindling.sample(state.options(model), sampling, output.options(folder, this), reporter));
        if (annotate) {
            EnsembleAnnotation.afterRun(this, reporter, run.folder(), model);
        }
        return Answer.of(words(run), run.values());
    }

    /** A finished run in words. */
    static String words(RunSummary run) {
        Manifest.Counts counts = run.manifest().counts();
        return String.format(
                Locale.ROOT,
                "%,d sets drawn, %,d stable, %,d valid (%s), %,d written as SBML to %s",
                counts.drawn(),
                counts.stable(),
                counts.valid(),
                run.manifest().spectra().criterion(),
                counts.written(),
                run.folder());
    }
}
