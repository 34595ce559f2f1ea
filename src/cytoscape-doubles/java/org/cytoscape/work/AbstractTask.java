package org.cytoscape.work;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public abstract class AbstractTask implements Task {

    protected volatile boolean cancelled;

    @Override
    public abstract void run(TaskMonitor taskMonitor) throws Exception;

    @Override
    public void cancel() {
        cancelled = true;
    }
}
