package org.kindling.app.cytoscape;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cytoscape.model.CyColumn;
import org.cytoscape.model.CyIdentifiable;
import org.cytoscape.model.CyRow;
import org.cytoscape.model.CyTable;
import org.jspecify.annotations.NullUnmarked;

/** A table in memory that is as strict as Cytoscape's: a value needs its column, and must have its type. */
@NullUnmarked
final class MemoryTable implements CyTable {

    private final Map<String, Class<?>> columns = new LinkedHashMap<>();
    private final Map<Long, Row> rows = new HashMap<>();

    /** The values of an element. */
    private final class Row implements CyRow {

        private final Map<String, Object> values = new HashMap<>();

        @Override
        public <T> T get(String name, Class<? extends T> type) {
            return type.cast(values.get(name));
        }

        @Override
        public <T> void set(String name, T value) {
            Class<?> type = columns.get(name);
            if (type == null || (value != null && !type.isInstance(value))) {
                throw new IllegalArgumentException("Column " + name + " takes " + type + ", not " + value + ".");
            }
            values.put(name, value);
        }

        @Override
        public Long getSUID() {
            return 0L;
        }
    }

    CyRow row(CyIdentifiable element) {
        return rows.computeIfAbsent(element.getSUID(), suid -> new Row());
    }

    @Override
    public CyColumn getColumn(String name) {
        Class<?> type = columns.get(name);
        return type == null ? null : new Column(type);
    }

    @Override
    public <T> void createColumn(String name, Class<? extends T> type, boolean immutable) {
        if (columns.putIfAbsent(name, type) != null) {
            throw new IllegalArgumentException("Column " + name + " is there already.");
        }
    }

    Map<String, Class<?>> columns() {
        return columns;
    }

    @Override
    public Long getSUID() {
        return 0L;
    }

    private record Column(Class<?> type) implements CyColumn {

        @Override
        public Class<?> getType() {
            return type;
        }

        @Override
        public Long getSUID() {
            return 0L;
        }
    }
}
