package org.cytoscape.model;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface CyColumn extends CyIdentifiable {

    Class<?> getType();
}
