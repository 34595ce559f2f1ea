package org.kindling.ensemble;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes parameter sets in the HDF5 form of SKiMpy, which REKINDLE and RENAISSANCE share.
 *
 * <p>The datasets: {@code parameter_names}, {@code num_parameters_sets}, {@code index} with a name for every set, and
 * for every set one vector {@code parameter_set_0}, {@code parameter_set_1}, ... in the order of the names. SKiMpy
 * writes names as texts of variable length; here they are padded to one length, which its reader takes as well. As every
 * set is a dataset of its own, this form suits thousands of sets, not millions. Not thread-safe.
 *
 * <p>Source of the form: {@code ParameterValuePopulation.save} and {@code load_parameter_population} of
 * <a href="https://github.com/EPFL-LCSB/skimpy">SKiMpy</a>, <a href="https://doi.org/10.1093/bioinformatics/btac787">
 * 10.1093/bioinformatics/btac787</a>.
 */
public final class SkimpyHdf5Writer implements Closeable {

    static final String NAMES = "parameter_names";
    static final String SIZE = "num_parameters_sets";
    static final String INDEX = "index";
    static final String SET = "parameter_set_";

    private final Hdf5Writer file;
    private final int parameters;
    private final List<String> index = new ArrayList<>();

    private SkimpyHdf5Writer(Hdf5Writer file, int parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    /**
     * Begins a file; it cannot be read before it is closed.
     *
     * @param file the file, replaced if it is there
     * @param parameters SKiMpy's names of the parameters
     * @return the writer
     * @throws IOException if writing fails
     */
    public static SkimpyHdf5Writer of(Path file, List<String> parameters) throws IOException {
        Hdf5Writer writer = Hdf5Writer.of(file);
        writer.texts(NAMES, parameters);
        return new SkimpyHdf5Writer(writer, parameters.size());
    }

    /**
     * Writes the next set.
     *
     * @param name the set's name in the index
     * @param values one a parameter
     * @throws IllegalArgumentException if there are more or fewer values than parameters
     * @throws IOException if writing fails
     */
    public void write(String name, double... values) throws IOException {
        if (values.length != parameters) {
            throw new IllegalArgumentException(
                    "set " + name + " has " + values.length + " values: expected " + parameters);
        }
        file.vector(SET + index.size(), values);
        index.add(name);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.integer(SIZE, index.size());
            file.texts(INDEX, index);
        }
    }
}
