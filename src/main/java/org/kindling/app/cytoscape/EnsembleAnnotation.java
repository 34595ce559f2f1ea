package org.kindling.app.cytoscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytoscape.model.CyNetwork;
import org.kindling.app.ControlOptions;
import org.kindling.app.Kindling;
import org.kindling.app.ModelOptions;
import org.kindling.app.NetworkProfile;
import org.kindling.ensemble.MemberSelection;
import org.kindling.network.InputException;

/**
 * What an ensemble said of the nodes of a network.
 *
 * @param profile the ensemble by reaction and species
 * @param nodes how many nodes got columns
 */
record EnsembleAnnotation(NetworkProfile profile, int nodes) {

    /** Enough for medians and quartiles. */
    static final String MEMBERS = "representative:100";

    /** Profiles a run or a model, and writes the columns of the nodes that belong to it. */
    static EnsembleAnnotation of(
            CyNetwork network,
            ModelOptions subject,
            MemberSelection members,
            Optional<String> focus,
            CommandTask.Reporter reporter)
            throws IOException, InterruptedException {
        reporter.say("Computing control coefficients");
        int threads = Runtime.getRuntime().availableProcessors();
        NetworkProfile profile = Kindling.profile(new ControlOptions(subject, members, focus, threads), reporter);
        return new EnsembleAnnotation(profile, NodeColumns.write(network, profile));
    }

    /** Annotates the current network after a run of a model, where there is one and the run has members. */
    static void afterRun(CommandTask task, CommandTask.Reporter reporter, Path run, Path model)
            throws IOException, InterruptedException {
        Optional<CyNetwork> network = task.host().network();
        if (network.isEmpty()) {
            return;
        }
        try {
            EnsembleAnnotation annotation =
                    of(network.get(), ModelOptions.of(run), MemberChoice.of(MEMBERS), Optional.empty(), reporter);
            if (annotation.nodes() > 0) {
                ModelFile.remember(network.get(), model);
            } else {
                reporter.warn("no node of the current network has the id of a reaction or species of the model");
            }
        } catch (InputException refused) {
            // The run is complete all the same.
            reporter.warn("no columns for nodes: " + new CommandFailure(refused).getMessage());
        }
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%,d nodes have columns of %,d %s of %s",
                nodes,
                profile.members(),
                profile.members() == 1 ? "model" : "members",
                profile.model());
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("nodes", nodes);
        values.put("members", profile.members());
        values.put("reactions", profile.reactions());
        values.put("species", profile.species());
        return values;
    }
}
