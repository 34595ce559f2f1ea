package org.cytoscape.application;

import org.cytoscape.model.CyNetwork;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface CyApplicationManager {

    CyNetwork getCurrentNetwork();
}
