package org.kindling.ensemble;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the sets that {@link SetsHdf5Writer} wrote, a block of rows at a time. */
public final class SetsHdf5Reader implements Closeable {

    private final HdfFile file;
    private final List<String> columns;
    private final List<String> units;
    private final Dataset sets;

    private SetsHdf5Reader(HdfFile file, String name) {
        this.file = file;
        Hdf5Datasets datasets = new Hdf5Datasets(file, name);
        this.columns = datasets.texts(SetsHdf5Writer.COLUMNS);
        this.units = datasets.texts(SetsHdf5Writer.UNITS);
        this.sets = datasets.matrix(SetsHdf5Writer.SETS, columns.size());
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @return the reader
     * @throws FileFormatException if it is no HDF5 file or lacks what the writer puts there
     */
    public static SetsHdf5Reader of(Path file) {
        HdfFile hdf = Hdf5Datasets.open(file);
        try {
            return new SetsHdf5Reader(hdf, file.toString());
        } catch (FileFormatException e) {
            hdf.close();
            throw e;
        }
    }

    /**
     * The names of the columns.
     *
     * @return names in the order of the matrix
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The units of the columns.
     *
     * @return one a column, empty where there is none
     */
    public List<String> units() {
        return units;
    }

    /**
     * The number of sets.
     *
     * @return how many rows the matrix has
     */
    public long size() {
        return sets.getDimensionsAsLong()[0];
    }

    /**
     * Reads some rows; about a thousand at a time is a good block.
     *
     * @param from index of the first
     * @param rows how many
     * @return the rows, shape [rows, columns]
     * @throws IndexOutOfBoundsException if they reach beyond the last set
     */
    public double[][] read(long from, int rows) {
        Objects.checkFromIndexSize(from, rows, size());
        return rows == 0
                ? new double[0][]
                : (double[][]) sets.getData(new long[] {from, 0}, new int[] {rows, columns.size()});
    }

    @Override
    public void close() {
        file.close();
    }
}
