package org.cytoscape.work;

import java.util.List;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
public interface ObservableTask extends Task {

    <R> R getResults(Class<? extends R> type);

    default List<Class<?>> getResultClasses() {
        return List.of(String.class);
    }
}
