package org.kindling.models;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the CSV tables of the models. Numbers stay text, so that every digit of a table reaches the model. */
final class Table {

    private Table() {}

    /** Returns the rows of a table in the file's order. */
    static List<Row> rows(Path file) throws IOException {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(header).readValues(file.toFile())) {
            return rows.readAll().stream().map(Row::new).toList();
        }
    }

    /**
     * A row of a table.
     *
     * @param cells the text of each cell by the name of its column
     */
    record Row(Map<String, String> cells) {

        Row {
            cells = Map.copyOf(cells);
        }

        /** Returns the text in a column, which must exist. */
        String cell(String column) {
            return Optional.ofNullable(cells.get(column))
                    .orElseThrow(() -> new IllegalArgumentException("No column " + column + " in " + cells));
        }
    }
}
