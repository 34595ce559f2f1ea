package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kindling.app.ArchiveLog.Ending;
import org.kindling.ensemble.DataTable;
import org.kindling.network.InputException;
import org.kindling.sbml.CombineArchive;

/** One run of the simulation experiments of a COMBINE archive, by the conventions of BioSimulators. */
final class ArchiveRun {

    private static final String FORMAT = "sed-ml";

    private ArchiveRun() {}

    /** Runs everything first and writes it then, so that what is refused or interrupted leaves nothing behind. */
    static ArchiveLog run(ArchiveOptions options, Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        CombineArchive archive = CombineArchive.of(options.archive());
        List<String> locations = archive.all(FORMAT);
        if (locations.isEmpty()) {
            throw new InputException(
                    String.valueOf(options.archive().getFileName()),
                    "its manifest lists no SED-ML document that is in it",
                    "add a simulation experiment");
        }
        ArchiveFiles.check(locations);
        List<DataTable> tables = new ArrayList<>();
        List<ArchiveLog.Document> documents = new ArrayList<>();
        for (String location : locations) {
            DocumentRun.Result result = DocumentRun.of(archive, location, options);
            documents.add(result.log());
            tables.addAll(result.tables());
        }
        boolean isFailure = documents.stream().anyMatch(each -> each.ending().isFailure());
        Ending ending = isFailure ? Ending.failed("Incomplete", "some of its documents failed") : Ending.SUCCEEDED;
        ArchiveLog log = new ArchiveLog(ending, Seconds.since(start), documents);
        ArchiveFiles.of(options, folder).write(tables, log);
        return log;
    }
}
