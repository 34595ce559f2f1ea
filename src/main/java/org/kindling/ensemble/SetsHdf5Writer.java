package org.kindling.ensemble;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes very many sets as HDF5: one matrix {@code sets} of doubles, shape [sets, columns], and the names and units of
 * its columns.
 *
 * <p>Names and units are the datasets {@code columns} and {@code units} beside the matrix, not attributes of it, since
 * HDF5 holds at most 64 KiB of attributes with an object. Memory does not grow with the rows. Not thread-safe.
 */
public final class SetsHdf5Writer implements Closeable {

    static final String SETS = "sets";
    static final String COLUMNS = "columns";
    static final String UNITS = "units";

    private final Hdf5Writer file;
    private final Hdf5Writer.Matrix sets;

    private SetsHdf5Writer(Hdf5Writer file, int columns) throws IOException {
        this.file = file;
        this.sets = file.matrix(SETS, columns);
    }

    /**
     * Begins a file; it cannot be read before it is closed.
     *
     * @param file the file, replaced if it is there
     * @param columns the names of the columns, at least one
     * @param units the unit of each column, empty where there is none
     * @return the writer
     * @throws IllegalArgumentException if there is no column, or not one unit a column
     * @throws IOException if writing fails
     */
    public static SetsHdf5Writer of(Path file, List<String> columns, List<String> units) throws IOException {
        if (columns.isEmpty() || columns.size() != units.size()) {
            throw new IllegalArgumentException(columns.size() + " columns with " + units.size()
                    + " units: expected at least one column, and one unit a column");
        }
        Hdf5Writer writer = Hdf5Writer.of(file);
        writer.texts(COLUMNS, columns);
        writer.texts(UNITS, units);
        return new SetsHdf5Writer(writer, columns.size());
    }

    /**
     * Writes the next set.
     *
     * @param row one number a column
     * @throws IllegalArgumentException if it has another length
     * @throws IOException if writing fails
     */
    public void write(double... row) throws IOException {
        sets.write(row);
    }

    /**
     * Writes the next sets.
     *
     * @param numbers one number a column, row by row, shape [count, columns]
     * @param count how many rows
     * @throws IOException if writing fails
     */
    public void write(double[] numbers, int count) throws IOException {
        sets.write(numbers, count);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            sets.close();
        }
    }
}
