package org.kindling.ensemble;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What a report or plot of a SED-ML document shows, one row a data set.
 *
 * @param location the location of the document in its archive
 * @param output the report or plot
 * @param rows its data sets, in its order
 */
public record DataTable(String location, SedMlOutput output, List<DataRow> rows) {

    /** Copies the rows. */
    public DataTable {
        rows = List.copyOf(rows);
    }

    /**
     * Where its files and its data set in a file of many reports stand.
     *
     * @return the location of the document and the id of the output with a slash between them, safe as the path of a file
     */
    public String path() {
        return location + "/" + FileName.of(output.id());
    }

    /**
     * The length of its longest row.
     *
     * @return the number of values
     */
    public int width() {
        return rows.stream().mapToInt(DataRow::size).max().orElse(0);
    }

    /**
     * Writes it as CSV without a header, in the layout of BioSimulators: a row for each data set, its label before its values.
     *
     * @param out where it goes; stays open
     * @throws IOException if writing fails
     */
    public void writeCsv(OutputStream out) throws IOException {
        Csv.writeRows(
                out,
                rows.stream().map(row -> row.dataSet().label()).toList(),
                rows.stream().map(row -> row.cells(width())).toList());
    }
}
