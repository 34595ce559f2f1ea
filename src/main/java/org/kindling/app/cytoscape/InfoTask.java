package org.kindling.app.cytoscape;

import java.io.IOException;
import java.nio.file.Path;
import org.cytoscape.work.ContainsTunables;
import org.kindling.app.Kindling;
import org.kindling.app.ModelReport;

/** The command {@code kindling info}. */
public final class InfoTask extends CommandTask {

    /** The model. */
    @ContainsTunables
    public StateTunables state = new StateTunables();

    InfoTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws IOException, InterruptedException {
        Path model = ModelFile.of(host(), state.file);
        ModelReport report = Kindling.inspect(state.options(model));
        ModelReport.Network network = report.network();
        String text = network.model() + ": " + network.species() + " species, " + network.reactions() + " reactions, "
                + report.parameterTable().stream()
                        .filter(ModelReport.ParameterEntry::varies)
                        .count()
                + " parameters that can vary; its state is "
                + (report.referenceState().steady() ? "steady" : "not steady")
                + ", " + report.dynamics().stability();
        return Answer.of(text, report);
    }
}
