package org.kindling.ensemble;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The datasets of an HDF5 file by name, each checked for the kind expected; only home of jHDF's reader. */
final class Hdf5Datasets {

    private final Map<String, Node> nodes;
    private final String file;

    Hdf5Datasets(HdfFile hdf, String file) {
        this.nodes = hdf.getChildren();
        this.file = file;
    }

    static HdfFile open(Path file) {
        try {
            return new HdfFile(file);
        } catch (HdfException e) {
            throw new FileFormatException(
                    file.toString(), "beginning", "no HDF5 file (" + e.getMessage() + ")", "check its path and kind");
        }
    }

    boolean has(String name) {
        return nodes.containsKey(name);
    }

    List<String> texts(String name) {
        Dataset dataset = dataset(name);
        if (dataset.getSize() == 0) {
            return List.of();
        }
        if (dataset.getData() instanceof String[] texts) {
            return Arrays.stream(texts).toList();
        }
        throw refuse(name, "is no list of texts");
    }

    long integer(String name) {
        if (dataset(name).getData() instanceof Number number) {
            return number.longValue();
        }
        throw refuse(name, "is no single integer");
    }

    double[] vector(String name, int length) {
        if (dataset(name).getData() instanceof double[] values && values.length == length) {
            return values;
        }
        throw refuse(name, "is no vector of " + length + " doubles");
    }

    Dataset matrix(String name, int columns) {
        Dataset dataset = dataset(name);
        long[] extents = dataset.getDimensionsAsLong();
        if (dataset.getJavaType() == double.class && extents.length == 2 && extents[1] == columns) {
            return dataset;
        }
        throw refuse(name, "is no matrix of doubles with " + columns + " columns");
    }

    private Dataset dataset(String name) {
        Node node = nodes.get(name);
        if (node instanceof Dataset dataset) {
            return dataset;
        }
        throw refuse(name, "is missing");
    }

    private FileFormatException refuse(String name, String problem) {
        return new FileFormatException(
                file, "dataset " + name, problem, "expected a file written by this program or by SKiMpy");
    }
}
