package org.kindling.models;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads the CSV tables of the models. Numbers stay text, so that every digit of a table reaches the model. */
final class Table {

    private Table() {}

    /** Returns the rows of a table in the file's order, each a map from the column's name to the text of its cell. */
    static List<Map<String, String>> rows(Path file) throws IOException {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(header)
                .readValues(file.toFile())) {
            return rows.readAll();
        }
    }
}
