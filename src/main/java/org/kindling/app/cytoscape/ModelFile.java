package org.kindling.app.cytoscape;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.cytoscape.model.CyNetwork;
import org.cytoscape.model.CyTable;
import org.jspecify.annotations.Nullable;
import org.kindling.network.InputException;

/**
 * The model file behind a network. Neither Cytoscape nor the apps that draw SBML keep where a network was read from, so a column of the
 * network table remembers what a command was given for it.
 */
final class ModelFile {

    private static final String COLUMN = "kindling::model file";

    private ModelFile() {}

    /** The file that was given, else that of the current network. */
    static Path of(Host host, @Nullable File given) {
        return StateTunables.path(given)
                .or(() -> host.network().flatMap(ModelFile::remembered))
                .orElseThrow(() -> new InputException(
                        "argument file",
                        "is missing, and nothing says which file is behind the current network",
                        "give the SBML file; for this network it will be remembered"));
    }

    private static Optional<Path> remembered(CyNetwork network) {
        return network.getDefaultNetworkTable().getColumn(COLUMN) == null
                ? Optional.empty()
                : Optional.ofNullable(network.getRow(network).get(COLUMN, String.class))
                        .map(Path::of);
    }

    /** Remembers the file of a network. */
    static void remember(CyNetwork network, Path file) {
        CyTable table = network.getDefaultNetworkTable();
        if (table.getColumn(COLUMN) == null) {
            table.createColumn(COLUMN, String.class, false);
        }
        network.getRow(network).set(COLUMN, file.toAbsolutePath().normalize().toString());
    }
}
