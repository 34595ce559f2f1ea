package org.cytoscape.model;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface CyRow extends CyIdentifiable {

    <T> T get(String fullyQualifiedName, Class<? extends T> type);

    <T> void set(String fullyQualifiedName, T value);
}
