package org.cytoscape.model;

import java.util.List;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface CyNetwork extends CyIdentifiable {

    List<CyNode> getNodeList();

    CyTable getDefaultNetworkTable();

    CyTable getDefaultNodeTable();

    CyRow getRow(CyIdentifiable entry);
}
