package org.kindling.ensemble;

import io.jhdf.HdfFile;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Reads parameter sets from the HDF5 form of SKiMpy that {@link SkimpyHdf5Writer} describes, one set at a time. */
public final class SkimpyHdf5Reader implements Closeable {

    private final HdfFile file;
    private final Hdf5Datasets datasets;
    private final List<String> parameters;
    private final List<String> index;

    private SkimpyHdf5Reader(HdfFile file, String name) {
        this.file = file;
        this.datasets = new Hdf5Datasets(file, name);
        this.parameters = datasets.texts(SkimpyHdf5Writer.NAMES);
        int size = Math.toIntExact(datasets.integer(SkimpyHdf5Writer.SIZE));
        this.index = datasets.has(SkimpyHdf5Writer.INDEX)
                ? datasets.texts(SkimpyHdf5Writer.INDEX)
                : IntStream.range(0, size).mapToObj(Integer::toString).toList();
        if (index.size() != size) {
            throw new FileFormatException(
                    name,
                    "dataset " + SkimpyHdf5Writer.INDEX,
                    "names " + index.size() + " sets",
                    SkimpyHdf5Writer.SIZE + " says there are " + size);
        }
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @return the reader
     * @throws FileFormatException if it is no HDF5 file or not of this form
     */
    public static SkimpyHdf5Reader of(Path file) {
        HdfFile hdf = Hdf5Datasets.open(file);
        try {
            return new SkimpyHdf5Reader(hdf, file.toString());
        } catch (FileFormatException e) {
            hdf.close();
            throw e;
        }
    }

    /**
     * The names of the parameters.
     *
     * @return SKiMpy's names in the order of the values
     */
    public List<String> parameters() {
        return parameters;
    }

    /**
     * The names of the sets.
     *
     * @return one a set; the numbers from zero where the file has none
     */
    public List<String> index() {
        return index;
    }

    /**
     * Reads one set.
     *
     * @param set its place in the index
     * @return one value a parameter
     * @throws FileFormatException if it is missing or has another length
     */
    public double[] read(int set) {
        return datasets.vector(SkimpyHdf5Writer.SET + Objects.checkIndex(set, index.size()), parameters.size());
    }

    @Override
    public void close() {
        file.close();
    }
}
