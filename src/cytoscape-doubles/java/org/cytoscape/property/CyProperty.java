package org.cytoscape.property;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface CyProperty<P> {

    P getProperties();
}
