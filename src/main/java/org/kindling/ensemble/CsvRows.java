package org.kindling.ensemble;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of a CSV file, cell by cell, with errors that name the row and column; not thread-safe. */
final class CsvRows implements Closeable {

    private final String file;
    private final CsvParser parser;
    private final List<String> columns;
    private long row;

    private CsvRows(String file, CsvParser parser) throws IOException {
        this.file = file;
        this.parser = parser;
        this.columns = readHeader();
    }

    /** Opens a file and reads its header; the row after it is number 1. */
    static CsvRows of(InputStream in, String file) throws IOException {
        return new CsvRows(file, Csv.parser(in));
    }

    List<String> columns() {
        return columns;
    }

    /** Steps to the next row; false at the end of the file. */
    boolean next() throws IOException {
        if (token() == null) {
            return false;
        }
        row++;
        return true;
    }

    /** Reads the next cell of the row as text. */
    String text(int column) throws IOException {
        readCell(column);
        return Csv.unguard(parser.getText());
    }

    /** Reads the next cell of the row as a number. */
    double number(int column) throws IOException {
        readCell(column);
        try {
            return NumberInput.parseDouble(
                    parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), true);
        } catch (NumberFormatException e) {
            throw refuse(column, "\"" + parser.getText() + "\" is no number", "write it as 1.5 or 2e-3");
        }
    }

    /** Ends the row. */
    void end() throws IOException {
        if (token() != JsonToken.END_ARRAY) {
            throw new FileFormatException(
                    file,
                    "row " + row,
                    "has more cells than the header's " + columns.size(),
                    "remove them, or quote a cell that contains a comma");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private List<String> readHeader() throws IOException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (token() != null) {
            while (token() == JsonToken.VALUE_STRING) {
                String name = Csv.unguard(parser.getText().strip());
                if (!seen.add(name)) {
                    throw new FileFormatException(
                            file, "header", "column \"" + name + "\" appears twice", "rename or remove one");
                }
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw new FileFormatException(file, "header", "is missing", "begin the file with the names of the columns");
        }
        return List.copyOf(names);
    }

    private void readCell(int column) throws IOException {
        if (token() != JsonToken.VALUE_STRING) {
            throw refuse(column, "the row ends before it", "give every row " + columns.size() + " cells");
        }
    }

    private JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (StreamReadException e) {
            throw new FileFormatException(file, "after row " + row, e.getOriginalMessage(), "check the quotes there");
        }
    }

    private FileFormatException refuse(int column, String problem, String remedy) {
        return new FileFormatException(
                file, "row " + row + ", column \"" + columns.get(column) + "\"", problem, remedy);
    }
}
