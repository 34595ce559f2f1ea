package org.cytoscape.model;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface CyTable extends CyIdentifiable {

    CyColumn getColumn(String fullyQualifiedName);

    <T> void createColumn(String fullyQualifiedName, Class<? extends T> type, boolean isImmutable);
}
