package org.kindling.app.cytoscape;

import java.util.ArrayList;
import java.util.List;
import org.cytoscape.model.CyIdentifiable;
import org.cytoscape.model.CyNetwork;
import org.cytoscape.model.CyNode;
import org.cytoscape.model.CyRow;
import org.cytoscape.model.CyTable;

/** A network in memory, whose nodes have an SBML id. */
final class MemoryNetwork implements CyNetwork {

    private final MemoryTable networkTable = new MemoryTable();
    private final MemoryTable nodeTable = new MemoryTable();
    private final List<CyNode> nodes = new ArrayList<>();

    private MemoryNetwork() {}

    /** A network with a node for each id, in the column of that name. */
    static MemoryNetwork of(String idColumn, List<String> ids) {
        MemoryNetwork network = new MemoryNetwork();
        network.nodeTable.createColumn(idColumn, String.class, false);
        for (String id : ids) {
            long suid = network.nodes.size() + 1L;
            CyNode node = () -> suid;
            network.nodes.add(node);
            network.getRow(node).set(idColumn, id);
        }
        return network;
    }

    CyRow row(int node) {
        return nodeTable.row(nodes.get(node));
    }

    @Override
    public List<CyNode> getNodeList() {
        return List.copyOf(nodes);
    }

    @Override
    public CyTable getDefaultNetworkTable() {
        return networkTable;
    }

    @Override
    public MemoryTable getDefaultNodeTable() {
        return nodeTable;
    }

    @Override
    public CyRow getRow(CyIdentifiable element) {
        return element == this ? networkTable.row(this) : nodeTable.row(element);
    }

    @Override
    public Long getSUID() {
        return 0L;
    }
}
