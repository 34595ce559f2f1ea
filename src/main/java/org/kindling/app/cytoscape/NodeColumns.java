package org.kindling.app.cytoscape;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cytoscape.model.CyColumn;
import org.cytoscape.model.CyNetwork;
import org.cytoscape.model.CyNode;
import org.cytoscape.model.CyRow;
import org.cytoscape.model.CyTable;
import org.kindling.app.NetworkProfile;
import org.kindling.network.InputException;

/** Writes what an ensemble says of reactions and species to the node table, as columns that styles can map. */
final class NodeColumns {

    private static final String NAMESPACE = "kindling::";

    /** Where nodes have the id of their SBML element: as Cytoscape's own reader and cy3sbml name it, else any name. */
    private static final List<String> IDS = List.of("sbml id", "shared name", "name");

    private final CyNetwork network;
    private final CyTable table;

    private NodeColumns(CyNetwork network) {
        this.network = network;
        this.table = network.getDefaultNodeTable();
    }

    /**
     * Writes the columns; what an earlier profile said of the same nodes is replaced.
     *
     * @return how many nodes belong to a reaction or species of the profile; where none does, nothing is written
     */
    static int write(CyNetwork network, NetworkProfile profile) {
        return new NodeColumns(network).write(profile);
    }

    private int write(NetworkProfile profile) {
        Map<String, NetworkProfile.Element> elements = new LinkedHashMap<>();
        Stream.concat(profile.reactions().stream(), profile.species().stream())
                .forEach(element -> elements.put(element.id(), element));
        Map<CyNode, NetworkProfile.Element> known = new LinkedHashMap<>();
        List<String> idColumns = IDS.stream().filter(this::isText).toList();
        for (CyNode node : network.getNodeList()) {
            CyRow row = network.getRow(node);
            idColumns.stream()
                    .map(column -> String.valueOf(row.get(column, String.class)))
                    .filter(elements::containsKey)
                    .findFirst()
                    .ifPresent(id -> known.put(node, elements.get(id)));
        }
        if (!known.isEmpty()) {
            Set<String> numbers = new LinkedHashSet<>();
            Set<String> words = new LinkedHashSet<>();
            elements.values().forEach(element -> {
                numbers.addAll(element.numbers().keySet());
                words.addAll(element.words().keySet());
            });
            numbers.forEach(name -> require(name, Double.class));
            words.forEach(name -> require(name, String.class));
            known.forEach((node, element) -> {
                CyRow row = network.getRow(node);
                numbers.forEach(
                        name -> row.set(NAMESPACE + name, element.numbers().get(name)));
                words.forEach(name -> row.set(NAMESPACE + name, element.words().get(name)));
            });
        }
        return known.size();
    }

    private boolean isText(String name) {
        CyColumn column = table.getColumn(name);
        return column != null && column.getType().equals(String.class);
    }

    private void require(String name, Class<?> type) {
        CyColumn column = table.getColumn(NAMESPACE + name);
        if (column == null) {
            table.createColumn(NAMESPACE + name, type, false);
        } else if (!column.getType().equals(type)) {
            throw new InputException(
                    "column " + NAMESPACE + name, "is there with another type", "delete it, then try again");
        }
    }
}
