package org.kindling.app.cytoscape;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cytoscape.model.CyNetwork;
import org.cytoscape.work.Tunable;
import org.jspecify.annotations.Nullable;
import org.kindling.app.ModelOptions;
import org.kindling.network.InputException;

/** The command {@code kindling annotate}. */
public final class AnnotateTask extends CommandTask {

    /** The run or the model. */
    @Tunable(
            description = "Run folder or SBML file",
            longDescription =
                    "A run folder or its manifest.json; or an SBML file, which counts as an ensemble of one. By default the file "
                            + "behind the current network.",
            exampleStringValue = "/home/user/ecoli-ensemble/manifest.json",
            params = "input=true",
            gravity = 1)
    public @Nullable File file;

    /** The reaction in focus. */
    @Tunable(
            description = "Reaction in focus",
            longDescription =
                    "A reaction: what every enzyme does to its flux, and what its enzyme does to every concentration, become columns.",
            exampleStringValue = "PGI",
            gravity = 2)
    public String focus = "";

    /** Which members of a run. */
    @Tunable(
            description = "Members of a run",
            longDescription = "Which members of a run are summarised: all, top:K or representative:K.",
            exampleStringValue = EnsembleAnnotation.MEMBERS,
            gravity = 3)
    public String members = EnsembleAnnotation.MEMBERS;

    AnnotateTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws IOException, InterruptedException {
        CyNetwork network = host().network()
                .orElseThrow(() -> new InputException(
                        "network",
                        "there is none to write to",
                        "open one first, such as with File, Import, Network from File"));
        Path subject = folder(ModelFile.of(host(), file));
        EnsembleAnnotation annotation = EnsembleAnnotation.of(
                network,
                ModelOptions.of(subject),
                MemberChoice.of(members),
                Optional.of(focus.strip()).filter(id -> !id.isEmpty()),
                reporter);
        if (annotation.nodes() == 0) {
            throw new InputException(
                    "network",
                    "no node of the current one has the id of a reaction or species of "
                            + annotation.profile().model(),
                    "choose the network of that model, with SBML ids in the column 'sbml id' or 'name'");
        }
        if (Files.isRegularFile(subject)) {
            ModelFile.remember(network, subject);
        }
        return Answer.of(annotation.words(), annotation.values());
    }
}
