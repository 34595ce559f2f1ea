package org.kindling.ensemble;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads a table of numbers from CSV, row by row: columns of text first, then columns of numbers.
 *
 * <p>Memory does not grow with the rows. Not thread-safe: it holds the one row it stands on.
 */
public final class NumberTableReader implements Closeable {

    private final CsvRows rows;
    private final String[] labels;
    private final double[] numbers;

    private NumberTableReader(CsvRows rows, int labelColumns) {
        this.rows = rows;
        this.labels = new String[labelColumns];
        this.numbers = new double[rows.columns().size() - labelColumns];
    }

    /**
     * Opens a table and reads its header.
     *
     * @param in the bytes; closed with this reader
     * @param file the file as the user named it, for messages
     * @param labelColumns how many columns of text come first
     * @return the reader, standing before the first row
     * @throws FileFormatException if there is no header, or fewer columns than that
     * @throws IOException if reading fails
     */
    public static NumberTableReader of(InputStream in, String file, int labelColumns) throws IOException {
        CsvRows rows = CsvRows.of(in, file);
        if (rows.columns().size() < labelColumns) {
            throw new FileFormatException(
                    file,
                    "header",
                    "has " + rows.columns().size() + " columns",
                    "it needs " + labelColumns + " of text before those of numbers");
        }
        return new NumberTableReader(rows, labelColumns);
    }

    /**
     * The names of the columns of text.
     *
     * @return names in the order of the file
     */
    public List<String> labelColumns() {
        return rows.columns().subList(0, labels.length);
    }

    /**
     * The names of the columns of numbers.
     *
     * @return names in the order of the file
     */
    public List<String> numberColumns() {
        return rows.columns().subList(labels.length, rows.columns().size());
    }

    /**
     * Steps to the next row.
     *
     * @return false at the end of the table
     * @throws FileFormatException if the row has too few or too many cells, or text where a number should be
     * @throws IOException if reading fails
     */
    public boolean next() throws IOException {
        if (!rows.next()) {
            return false;
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.text(i);
        }
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = rows.number(labels.length + j);
        }
        rows.end();
        return true;
    }

    /**
     * A cell of text of the present row.
     *
     * @param column index among the columns of text
     * @return the text
     */
    public String label(int column) {
        return labels[column];
    }

    /**
     * A number of the present row.
     *
     * @param column index among the columns of numbers
     * @return the number
     */
    public double number(int column) {
        return numbers[column];
    }

    /**
     * The numbers of the present row.
     *
     * @return a copy, shape [number columns]
     */
    public double[] numbers() {
        return numbers.clone();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
