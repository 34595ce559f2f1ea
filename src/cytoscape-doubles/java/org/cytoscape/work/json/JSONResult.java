package org.cytoscape.work.json;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
@FunctionalInterface
public interface JSONResult {

    String getJSON();
}
