package org.kindling.ensemble;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindling.network.InputException;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.SetSource;

/** Parameter sets that someone else made, from a file in SKiMpy's HDF5 layout. Columns that do not vary are passed over. */
public final class GivenSets implements SetSource, AutoCloseable {

    private final SkimpyHdf5Reader file;
    private final int[] column;

    private GivenSets(SkimpyHdf5Reader file, int[] column) {
        this.file = file;
        this.column = column;
    }

    /**
     * Opens a file of sets.
     *
     * @param path the file
     * @param names the name in the file by address, for parameters that the file calls otherwise
     * @param space what varies
     * @return the sets
     * @throws InputException if a parameter of the space is missing in the file
     */
    public static GivenSets open(Path path, Map<String, String> names, ParameterSpace space) {
        SkimpyHdf5Reader file = SkimpyHdf5Reader.of(path);
        Map<String, Integer> columns = new HashMap<>();
        for (String name : file.parameters()) {
            columns.put(name, columns.size());
        }
        int[] column = new int[space.dimension()];
        for (int k = 0; k < column.length; k++) {
            Coordinate coordinate = space.coordinates().get(k);
            String name = names.getOrDefault(coordinate.address(), coordinate.address());
            Integer found = columns.get(name);
            if (found == null) {
                file.close();
                throw new InputException(
                        path.toString(),
                        "has no parameter " + name,
                        "map its names to the model's with --names, or keep the parameter with --fix "
                                + coordinate.address());
            }
            column[k] = found;
        }
        return new GivenSets(file, column);
    }

    /**
     * Reads which names a file of sets uses.
     *
     * @param table a table with the columns {@code parameter} (the model's address) and {@code name} (that in the file);
     *     {@code sbml_id} and {@code skimpy_name} are understood as well
     * @return the name by address
     * @throws IOException if the table cannot be read
     */
    public static Map<String, String> names(Path table) throws IOException {
        try (InputStream in = Files.newInputStream(table)) {
            TextTable read = TextTable.read(in, table.toString());
            int address =
                    Math.max(read.columns().indexOf("parameter"), read.columns().indexOf("sbml_id"));
            int name = Math.max(read.columns().indexOf("name"), read.columns().indexOf("skimpy_name"));
            if (address < 0 || name < 0) {
                throw new InputException(
                        table.toString(),
                        "has no columns parameter and name",
                        "its columns are " + String.join(", ", read.columns()));
            }
            Map<String, String> names = new HashMap<>();
            for (List<String> row : read.rows()) {
                names.put(row.get(address), row.get(name));
            }
            return names;
        }
    }

    /**
     * The number of sets.
     *
     * @return how many the file holds
     */
    public int size() {
        return file.index().size();
    }

    @Override
    public synchronized void draw(long first, double[] values, int sets) {
        for (int set = 0; set < sets; set++) {
            double[] all = file.read(Math.toIntExact(first + set));
            for (int k = 0; k < column.length; k++) {
                values[set * column.length + k] = all[column[k]];
            }
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
