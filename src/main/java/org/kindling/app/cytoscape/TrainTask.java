package org.kindling.app.cytoscape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Tunable;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;

/** The command {@code kindling train}: a process of the distribution does the work. */
public final class TrainTask extends CommandTask {

    private static final Set<String> METHODS = Set.of("spectral", "renaissance");

    /** The model. */
    @ContainsTunables
    public StateTunables state = new StateTunables();

    /** The wanted dynamics. */
    @ContainsTunables
    public CriterionTunables criterion = new CriterionTunables();

    /** The way of training. */
    @Tunable(
            description = "Method: spectral or renaissance",
            longDescription = "spectral follows exact gradients of the spectrum, renaissance an evolution strategy.",
            exampleStringValue = "spectral",
            gravity = 10)
    public String method = "spectral";

    /** How much is spent. */
    @Tunable(
            description = "Jacobians to spend",
            longDescription = "How many Jacobians the training may spend.",
            exampleStringValue = "3000",
            gravity = 11)
    public long maxJacobians = 3_000;

    /** The seed. */
    @Tunable(
            description = "Seed",
            longDescription = "The seed of all random numbers: the same one gives the same generator.",
            exampleStringValue = "1",
            gravity = 12)
    public long seed = 1;

    /** Where the distribution is. */
    @Tunable(
            description = "Folder of the distribution",
            longDescription =
                    "The unpacked distribution of Kindling that trains; by default the property kindling.home, else the environment "
                            + "variable KINDLING_HOME.",
            exampleStringValue = "/opt/kindling",
            gravity = 89)
    public String home = "";

    /** Where the generator goes. */
    @ContainsTunables
    public OutputTunables output = new OutputTunables();

    TrainTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws CommandFailure, IOException, InterruptedException {
        String way = method.strip().toLowerCase(Locale.ROOT);
        if (!METHODS.contains(way)) {
            throw new InputException(
                    "argument method", "'" + method + "' is no way of training", "write spectral or renaissance");
        }
        Path model = ModelFile.of(host(), state.file);
        Distribution distribution = Distribution.of(home, host().home().get());
        Path folder = output.folder(model, "generator");
        reporter.say("Training in a process of its own");
        List<String> arguments = arguments(way, model, folder);
        return OutputTunables.wholeOrNothing(folder, () -> {
            distribution.run(arguments, reporter);
            return new Answer(
                    "generator trained: " + folder.resolve("generator.kgen"),
                    Files.readString(folder.resolve(Manifest.NAME)));
        });
    }

    private List<String> arguments(String way, Path model, Path folder) {
        List<String> words = new ArrayList<>(List.of("train", way, model.toString(), "-o", folder.toString()));
        words.add("--max-jacobians=" + DrawingTunables.atLeastOne("maxJacobians", maxJacobians));
        words.add("--seed=" + seed);
        words.addAll(criterion.arguments());
        words.addAll(state.arguments());
        if (output.force) {
            words.add("--force");
        }
        return words;
    }
}
