package org.kindling.app.cytoscape;

import java.util.Optional;
import java.util.function.Supplier;
import org.cytoscape.application.CyApplicationManager;
import org.cytoscape.model.CyNetwork;

/**
 * What commands use of Cytoscape.
 *
 * @param running the commands that are at work
 * @param application says which network the user looks at
 * @param home the setting of where the distribution is that trains, if there is one
 */
record Host(RunningCommands running, CyApplicationManager application, Supplier<Optional<String>> home) {

    /** The network that the user looks at. */
    Optional<CyNetwork> network() {
        return Optional.ofNullable(application.getCurrentNetwork());
    }
}
