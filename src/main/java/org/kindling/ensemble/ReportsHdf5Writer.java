package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Writes reports and plots as one HDF5 file in the layout of BioSimulators: a group for each SED-ML document, and in it a dataset
 * for each output, shape [data sets, times], whose attributes say what its rows are. Rows shorter than the longest end with values
 * that are no numbers.
 */
public final class ReportsHdf5Writer {

    /** As many data sets as a dataset can name in its attributes. */
    public static final int MOST_DATA_SETS = Hdf5Header.MOST_TEXTS;

    private ReportsHdf5Writer() {}

    /**
     * Writes a file, which appears whole or not at all.
     *
     * @param tables what the outputs show
     * @param file the file, replaced if it is there
     * @throws IllegalArgumentException if an output has more than {@value #MOST_DATA_SETS} data sets
     * @throws IOException if writing fails
     */
    public static void write(List<DataTable> tables, Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (Hdf5Writer writer = Hdf5Writer.of(partial)) {
                for (DataTable table : tables) {
                    write(table, writer);
                }
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * Whether an output can be written.
     *
     * @param table what it shows
     * @return whether it has at most {@value #MOST_DATA_SETS} data sets
     */
    public static boolean fits(DataTable table) {
        return table.rows().size() <= MOST_DATA_SETS;
    }

    private static void write(DataTable table, Hdf5Writer writer) throws IOException {
        if (!fits(table)) {
            throw new IllegalArgumentException("output " + table.output().id() + " has "
                    + table.rows().size() + " data sets: expected at most " + MOST_DATA_SETS);
        }
        int width = table.width();
        writer.table(
                table.path(),
                table.rows().stream().map(row -> padded(row, width)).toList(),
                width);
        describe(table, writer);
        String[] steps = table.location().split("/", -1);
        for (int depth = 1; depth <= steps.length; depth++) {
            String group = String.join("/", Arrays.asList(steps).subList(0, depth));
            writer.attribute(group, "uri", group);
            writer.attribute(group, "combineArchiveLocation", group);
        }
    }

    private static double[] padded(DataRow row, int width) {
        double[] padded = Arrays.copyOf(row.values(), width);
        Arrays.fill(padded, row.size(), width, Double.NaN);
        return padded;
    }

    private static void describe(DataTable table, Hdf5Writer writer) {
        SedMlOutput output = table.output();
        writer.attribute(
                table.path(),
                "_type",
                switch (output.kind()) {
                    case REPORT -> "SedReport";
                    case PLOT_2D -> "SedPlot2D";
                    case PLOT_3D -> "SedPlot3D";
                });
        writer.attribute(table.path(), "uri", table.path());
        writer.attribute(table.path(), "sedmlId", output.id());
        if (!output.name().isEmpty()) {
            writer.attribute(table.path(), "sedmlName", output.name());
        }
        describe(table, writer, "sedmlDataSetIds", row -> row.dataSet().id());
        describe(table, writer, "sedmlDataSetNames", row -> row.dataSet().name());
        describe(table, writer, "sedmlDataSetLabels", row -> row.dataSet().label());
        describe(
                table,
                writer,
                "sedmlDataSetDataTypes",
                row -> row.shape() == DataRow.Shape.MISSING ? "__None__" : "float64");
        describe(
                table,
                writer,
                "sedmlDataSetShapes",
                row -> row.shape() == DataRow.Shape.VECTOR ? Integer.toString(row.size()) : "");
    }

    private static void describe(DataTable table, Hdf5Writer writer, String name, Function<DataRow, String> text) {
        writer.attribute(table.path(), name, table.rows().stream().map(text).toList());
    }
}
