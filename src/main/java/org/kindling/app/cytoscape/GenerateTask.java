package org.kindling.app.cytoscape;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Tunable;
import org.jspecify.annotations.Nullable;
import org.kindling.app.GenerationOptions;
import org.kindling.app.GenerationSummary;
import org.kindling.app.Kindling;
import org.kindling.app.ModelOptions;
import org.kindling.app.RunSummary;
import org.kindling.network.InputException;

/** The command {@code kindling generate}. */
public final class GenerateTask extends CommandTask {

    /** The generator. */
    @Tunable(
            description = "Generator file (.kgen)",
            longDescription = "The generator: a file that `kindling train` has written.",
            exampleStringValue = "/home/user/ecoli-generator/generator.kgen",
            params = "input=true",
            required = true,
            gravity = 1)
    public @Nullable File generator;

    /** Another physiology. */
    @Tunable(
            description = "SBML file of another physiology",
            longDescription =
                    "The same network in another reference state; by default the sets are for the state in the generator's file.",
            exampleStringValue = "/home/user/ecoli-glucose.xml",
            params = "input=true",
            gravity = 2)
    public @Nullable File file;

    /** How the sets are drawn. */
    @ContainsTunables
    public DrawingTunables drawing = new DrawingTunables();

    /** Whether the sets are looked at. */
    @Tunable(
            description = "Compute spectra and keep valid sets",
            longDescription =
                    "Whether the spectrum of every set is computed, and the valid ones are kept as an ensemble; else the sets are "
                            + "written as drawn.",
            exampleStringValue = "true",
            gravity = 14)
    public boolean screen = true;

    /** The wanted dynamics. */
    @ContainsTunables
    public CriterionTunables criterion = new CriterionTunables();

    /** Where the sets go. */
    @ContainsTunables
    public OutputTunables output = new OutputTunables();

    GenerateTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws CommandFailure, IOException, InterruptedException {
        Path from = StateTunables.path(generator)
                .orElseThrow(() -> new InputException(
                        "argument generator", "is missing", "give the .kgen file of a trained generator"));
        Optional<GenerationOptions.Screening> screening = screen
                ? Optional.of(new GenerationOptions.Screening(
                        criterion.given() ? Optional.of(criterion.options()) : Optional.empty(), drawing.members()))
                : Optional.empty();
        GenerationOptions options = new GenerationOptions(
                from,
                StateTunables.path(file).map(ModelOptions::of),
                drawing.sets(),
                drawing.seed,
                drawing.threads(),
                screening,
                Optional.empty());
        Path folder = output.folder(from, screen ? "ensemble" : "sets");
        reporter.say("Drawing parameter sets");
        if (screen) {
            RunSummary run = OutputTunables.wholeOrNothing(
                    folder, () -> Kindling.generateScreened(options, output.options(folder, this), reporter));
            return Answer.of(SampleTask.words(run), run.values());
        }
        GenerationSummary sets = Kindling.generate(options, output.options(folder, this), reporter);
        return Answer.of(
                String.format(Locale.ROOT, "%,d sets written to %s, none of them screened", sets.sets(), sets.folder()),
                sets.values());
    }
}
