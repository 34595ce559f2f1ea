package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kindling.app.ArchiveOptions.Format;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.DataTable;

/** The files that a run of an archive leaves: reports, drawings, and the log, written last. */
final class ArchiveFiles {

    private final ArchiveOptions options;
    private final Path folder;

    private ArchiveFiles(ArchiveOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    static ArchiveFiles of(ArchiveOptions options, Path folder) {
        return new ArchiveFiles(options, folder);
    }

    void write(List<DataTable> tables, ArchiveLog log) throws IOException {
        Files.createDirectories(folder);
        for (DataTable table : tables) {
            if (options.formats().contains(Format.CSV)) {
                Path file = folder.resolve(table.path() + ".csv");
                Files.createDirectories(file.getParent());
                AtomicFile.write(file, table::writeCsv);
            }
        }
        ArchiveLogFile.write(log, folder.resolve("log.yml"));
    }
}
