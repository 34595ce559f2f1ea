package org.kindling.ensemble;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Writes a wide table of numbers as CSV, row by row: columns of text first, then columns of numbers.
 *
 * <p>Memory does not grow with the rows. Numbers have the fewest digits that read back to the same double. Not
 * thread-safe.
 */
public final class NumberTableWriter implements Closeable {

    /** The largest double that is an exact count, 2 to the 53rd, has 16 digits; indices stay far below this. */
    private static final double LARGEST_WHOLE = 1e15;

    private final CsvGenerator generator;
    private final int labelColumns;
    private final int numberColumns;

    private NumberTableWriter(CsvGenerator generator, int labelColumns, int numberColumns) {
        this.generator = generator;
        this.labelColumns = labelColumns;
        this.numberColumns = numberColumns;
    }

    /**
     * Begins a table.
     *
     * @param out where it goes; closed with this writer
     * @param labelColumns names of the columns of text, may be empty
     * @param numberColumns names of the columns of numbers
     * @return the writer
     * @throws IOException if writing fails
     */
    public static NumberTableWriter of(OutputStream out, List<String> labelColumns, List<String> numberColumns)
            throws IOException {
        List<String> columns = new ArrayList<>(labelColumns);
        columns.addAll(numberColumns);
        return new NumberTableWriter(Csv.generator(out, columns), labelColumns.size(), numberColumns.size());
    }

    /**
     * Writes one row.
     *
     * @param labels the cells of text, one a column
     * @param numbers the cells of numbers, shape [number columns]
     * @throws IllegalArgumentException if either has not one cell a column
     * @throws IOException if writing fails
     */
    public void write(List<String> labels, double... numbers) throws IOException {
        if (labels.size() != labelColumns || numbers.length != numberColumns) {
            throw new IllegalArgumentException("row of " + labels.size() + " labels and " + numbers.length
                    + " numbers: expected " + labelColumns + " and " + numberColumns);
        }
        generator.writeStartArray();
        for (String label : labels) {
            generator.writeString(Csv.guard(label));
        }
        for (double number : numbers) {
            writeNumber(number);
        }
        generator.writeEndArray();
    }

    /**
     * Writes one row of a table without columns of text, with an empty cell where a number is not known.
     *
     * @param numbers the cells, one a column
     * @throws IllegalArgumentException if there is not one cell a column
     * @throws IOException if writing fails
     */
    public void writeKnown(List<OptionalDouble> numbers) throws IOException {
        if (labelColumns != 0 || numbers.size() != numberColumns) {
            throw new IllegalArgumentException("row of " + numbers.size() + " numbers: expected " + numberColumns
                    + " beside " + labelColumns + " labels");
        }
        generator.writeStartArray();
        for (OptionalDouble number : numbers) {
            if (number.isPresent()) {
                writeNumber(number.getAsDouble());
            } else {
                generator.writeNull();
            }
        }
        generator.writeEndArray();
    }

    /** Whole numbers stand without a point, as indices and flags should; both forms read back to the same double. */
    private void writeNumber(double number) throws IOException {
        long whole = (long) number;
        if (Double.compare((double) whole, number) == 0 && Math.abs(number) < LARGEST_WHOLE) {
            generator.writeNumber(whole);
        } else {
            generator.writeNumber(number);
        }
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }
}
