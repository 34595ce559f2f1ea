package org.cytoscape.work;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface Task {

    void run(TaskMonitor taskMonitor) throws Exception;

    void cancel();
}
