package org.kindling.ensemble;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A small table of text with named columns, as CSV.
 *
 * @param columns the names of the columns, all different
 * @param rows the rows, each with one cell a column
 */
public record TextTable(List<String> columns, List<List<String>> rows) {

    /**
     * Checks the shape and copies the cells.
     *
     * @throws IllegalArgumentException if a row has not one cell a column
     */
    public TextTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "row of " + row.size() + " cells: expected " + columns.size() + ", one a column");
            }
        }
    }

    /**
     * Reads a table.
     *
     * @param in the bytes; closed at the end
     * @param file the file as the user named it, for messages
     * @return the table
     * @throws FileFormatException if the header is missing or a row does not fit it
     * @throws IOException if reading fails
     */
    public static TextTable read(InputStream in, String file) throws IOException {
        try (CsvRows cells = CsvRows.of(in, file)) {
            List<List<String>> rows = new ArrayList<>();
            while (cells.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 0; column < cells.columns().size(); column++) {
                    row.add(cells.text(column));
                }
                cells.end();
                rows.add(row);
            }
            return new TextTable(cells.columns(), rows);
        }
    }

    /**
     * Writes the table.
     *
     * @param out where it goes; closed at the end
     * @throws IOException if writing fails
     */
    public void write(OutputStream out) throws IOException {
        try (CsvGenerator generator = Csv.generator(out, columns)) {
            for (List<String> row : rows) {
                generator.writeStartArray();
                for (String cell : row) {
                    generator.writeString(Csv.guard(cell));
                }
                generator.writeEndArray();
            }
        }
    }
}
