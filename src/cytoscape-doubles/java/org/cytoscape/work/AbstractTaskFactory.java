package org.cytoscape.work;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public abstract class AbstractTaskFactory implements TaskFactory {

    @Override
    public boolean isReady() {
        return true;
    }
}
