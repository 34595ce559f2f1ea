package org.cytoscape.work;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface TaskFactory {

    TaskIterator createTaskIterator();

    boolean isReady();
}
