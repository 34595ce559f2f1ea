package org.cytoscape.work;

import java.util.Iterator;
import java.util.List;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public final class TaskIterator implements Iterator<Task> {

    private final Iterator<Task> tasks;

    public TaskIterator(Task... initialTasks) {
        this.tasks = List.of(initialTasks).iterator();
    }

    @Override
    public boolean hasNext() {
        return tasks.hasNext();
    }

    @Override
    public Task next() {
        return tasks.next();
    }
}
