package org.kindling.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kindling.app.ArchiveOptions.Format;
import org.kindling.app.ArchiveOptions.Packing;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.DataTable;
import org.kindling.ensemble.ReportsHdf5Writer;
import org.kindling.ensemble.SedMlOutput.Kind;
import org.kindling.network.InputException;

/** The files that a run of an archive leaves: reports, drawings, and the log, written last. */
final class ArchiveFiles {

    static final String REPORTS = "reports.h5";
    static final String LOG = "log.yml";

    /** The earliest date that a zip file can hold: the same results give the same bytes. */
    private static final LocalDateTime UNDATED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String TABLES = "reports.zip";
    private static final String DRAWINGS = "plots.zip";

    private static final Set<String> OWN = Set.of(REPORTS, LOG, TABLES, DRAWINGS);

    private final ArchiveOptions options;
    private final Path folder;

    private ArchiveFiles(ArchiveOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    static ArchiveFiles of(ArchiveOptions options, Path folder) {
        return new ArchiveFiles(options, folder);
    }

    /**
     * Refuses documents whose results would stand in a folder that is named like one of these files.
     *
     * @throws InputException naming the document
     */
    static void check(List<String> locations) {
        for (String location : locations) {
            String folder = location.replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
            if (OWN.contains(folder)) {
                throw new InputException(
                        "document " + location,
                        "the folder of its results would be in the way of the file " + folder,
                        "give it another name in the archive");
            }
        }
    }

    void write(List<DataTable> tables, ArchiveLog log) throws IOException {
        Files.createDirectories(folder);
        List<DataTable> shown = tables.stream()
                .filter(table -> options.plotData() || table.output().kind() == Kind.REPORT)
                .toList();
        if (options.formats().contains(Format.HDF5)) {
            ReportsHdf5Writer.write(
                    shown.stream().filter(ReportsHdf5Writer::fits).toList(), folder.resolve(REPORTS));
        }
        Map<String, AtomicFile.Content> csv = new LinkedHashMap<>();
        if (options.formats().contains(Format.CSV)) {
            shown.forEach(table -> csv.put(table.path() + ".csv", table::writeCsv));
        }
        write(csv, TABLES);
        Map<String, AtomicFile.Content> svg = new LinkedHashMap<>();
        if (options.formats().contains(Format.SVG)) {
            tables.stream()
                    .filter(table -> table.output().kind() == Kind.PLOT_2D)
                    .forEach(table -> svg.put(
                            table.path() + ".svg",
                            out -> out.write(PlotDrawing.of(table).getBytes(StandardCharsets.UTF_8))));
        }
        write(svg, DRAWINGS);
        ArchiveLogFile.write(log, folder.resolve(LOG));
    }

    private void write(Map<String, AtomicFile.Content> files, String bundle) throws IOException {
        if (options.packings().contains(Packing.SINGLE)) {
            for (Map.Entry<String, AtomicFile.Content> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                AtomicFile.write(path, file.getValue());
            }
        }
        if (options.packings().contains(Packing.BUNDLED) && !files.isEmpty()) {
            AtomicFile.write(folder.resolve(bundle), out -> {
                ZipOutputStream zip = new ZipOutputStream(out);
                for (Map.Entry<String, AtomicFile.Content> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    entry.setTimeLocal(UNDATED);
                    zip.putNextEntry(entry);
                    file.getValue().writeTo(zip);
                }
                zip.finish();
            });
        }
    }
}
