package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.kindling.network.InputException;

/** Reads a table of sets of a run folder, whether it is CSV or HDF5, row by row. */
public final class SetsTable {

    /** Rows of an HDF5 file that are read at a time. */
    private static final int BLOCK = 1_000;

    private final Path file;
    private final int labels;
    private final List<String> columns;

    private SetsTable(Path file, int labels, List<String> columns) {
        this.file = file;
        this.labels = labels;
        this.columns = columns;
    }

    /** Receives the rows of a table. */
    @FunctionalInterface
    public interface Rows {

        /**
         * Takes a row.
         *
         * @param numbers its numbers, shape [columns]
         * @return whether to go on
         * @throws IOException if what is made of the row cannot be stored
         */
        boolean accept(double[] numbers) throws IOException;
    }

    /**
     * The table of all drawn sets.
     *
     * @param folder the run folder
     * @return the table
     * @throws IOException if it cannot be read
     */
    public static SetsTable ofSets(Path folder) throws IOException {
        return open(folder, "sets", 0);
    }

    /**
     * The table of members.
     *
     * @param folder the run folder
     * @return the table
     * @throws IOException if it cannot be read
     */
    public static SetsTable ofMembers(Path folder) throws IOException {
        return open(folder, "members", 1);
    }

    private static SetsTable open(Path folder, String name, int labels) throws IOException {
        Path csv = folder.resolve(name + ".csv");
        if (Files.exists(csv)) {
            try (NumberTableReader reader = NumberTableReader.of(Files.newInputStream(csv), csv.toString(), labels)) {
                return new SetsTable(csv, labels, List.copyOf(reader.numberColumns()));
            }
        }
        Path hdf5 = folder.resolve(name + ".h5");
        if (!Files.exists(hdf5)) {
            throw new InputException(folder.toString(), "has no table of " + name, "give a folder that Kindling wrote");
        }
        try (SetsHdf5Reader reader = SetsHdf5Reader.of(hdf5)) {
            return new SetsTable(hdf5, 0, List.copyOf(reader.columns()));
        }
    }

    /**
     * The file.
     *
     * @return the CSV or HDF5 file that holds the table
     */
    public Path file() {
        return file;
    }

    /**
     * The names of the columns of numbers.
     *
     * @return the names in the order of the file
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The index of a column.
     *
     * @param name its name
     * @return the index, if there is such a column
     */
    public OptionalInt column(String name) {
        int index = columns.indexOf(name);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Reads the rows in order.
     *
     * @param rows takes each of them
     * @throws IOException if the file cannot be read
     */
    public void read(Rows rows) throws IOException {
        if (file.toString().endsWith(".csv")) {
            try (NumberTableReader reader = NumberTableReader.of(Files.newInputStream(file), file.toString(), labels)) {
                boolean more = true;
                while (more && reader.next()) {
                    more = rows.accept(reader.numbers());
                }
            }
            return;
        }
        try (SetsHdf5Reader reader = SetsHdf5Reader.of(file)) {
            boolean more = true;
            for (long from = 0; more && from < reader.size(); from += BLOCK) {
                for (double[] row : reader.read(from, (int) Math.min(BLOCK, reader.size() - from))) {
                    if (!more) {
                        break;
                    }
                    more = rows.accept(row);
                }
            }
        }
    }
}
