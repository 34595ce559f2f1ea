package org.kindling.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kindling.app.ArchiveLog.Ending;
import org.kindling.app.ArchiveLog.Status;
import org.kindling.app.ArchiveOptions.Format;
import org.kindling.ensemble.DataGenerator;
import org.kindling.ensemble.DataRow;
import org.kindling.ensemble.DataTable;
import org.kindling.ensemble.ReportsHdf5Writer;
import org.kindling.ensemble.SedMlOutput;
import org.kindling.ensemble.SedMlOutput.Kind;
import org.kindling.ensemble.SedMlRequest;
import org.kindling.network.InputException;
import org.kindling.sbml.CombineArchive;

/** One run of a SED-ML document of an archive: all of its tasks, and what its outputs show. */
final class DocumentRun {

    private static final String UNDRAWN =
            "plots in a plane are drawn as SVG, and nothing else is; the data is written as that of a report";

    private final String location;
    private final SedMlRequest request;
    private final List<SedMlOutput> outputs;
    private final Map<String, DataGenerator> generators = new LinkedHashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    private DocumentRun(CombineArchive archive, String location) {
        this.location = location;
        this.request = SedMlRequest.of(archive, location);
        this.outputs = request.outputs();
        Set<String> shown = new LinkedHashSet<>();
        outputs.forEach(output -> output.dataSets().forEach(set -> shown.add(set.generator())));
        shown.forEach(this::read);
    }

    /**
     * What a document came to.
     *
     * @param log how it ended
     * @param tables what its outputs show
     */
    record Result(ArchiveLog.Document log, List<DataTable> tables) {}

    static Result of(CombineArchive archive, String location, ArchiveOptions options) throws InterruptedException {
        long start = System.nanoTime();
        try {
            return new DocumentRun(archive, location).run(options, start);
        } catch (InputException refusal) {
            Ending ending = Ending.failed("Refused", String.valueOf(refusal.getMessage()));
            return new Result(
                    new ArchiveLog.Document(location, ending, Seconds.since(start), List.of(), List.of()), List.of());
        }
    }

    private void read(String generator) {
        try {
            generators.put(generator, request.generator(generator));
        } catch (InputException refusal) {
            refusals.put(generator, String.valueOf(refusal.getMessage()));
        }
    }

    private Result run(ArchiveOptions options, long start) throws InterruptedException {
        Map<String, TaskRun> runs = new LinkedHashMap<>();
        for (String task : request.taskIds()) {
            runs.put(task, TaskRun.of(request, task, List.copyOf(generators.values()), options.policy()));
        }
        Map<String, GeneratedData> data = new HashMap<>();
        refusals.forEach((id, reason) -> data.put(id, GeneratedData.failed(reason)));
        generators.forEach((id, generator) -> data.put(id, GeneratedData.of(generator, runs)));
        List<ArchiveLog.Output> logs = new ArrayList<>();
        List<DataTable> tables = new ArrayList<>();
        for (SedMlOutput output : outputs) {
            long before = System.nanoTime();
            List<DataRow> rows = output.dataSets().stream()
                    .map(set ->
                            Objects.requireNonNull(data.get(set.generator())).row(set))
                    .toList();
            DataTable table = new DataTable(location, output, rows);
            tables.add(table);
            logs.add(new ArchiveLog.Output(
                    output.id(),
                    output.kind(),
                    ending(table, data, options),
                    Seconds.since(before),
                    parts(output, data)));
        }
        List<ArchiveLog.Task> tasks = runs.values().stream().map(TaskRun::log).toList();
        boolean isFailure = tasks.stream().anyMatch(task -> task.ending().isFailure())
                || logs.stream().anyMatch(output -> output.ending().isFailure());
        Ending ending =
                isFailure ? Ending.failed("Incomplete", "some of its tasks or outputs failed") : Ending.SUCCEEDED;
        return new Result(
                new ArchiveLog.Document(location, ending, Seconds.since(start), tasks, logs), List.copyOf(tables));
    }

    private static Ending ending(DataTable table, Map<String, GeneratedData> data, ArchiveOptions options) {
        SedMlOutput output = table.output();
        for (SedMlOutput.DataSet set : output.dataSets()) {
            String failure = Objects.requireNonNull(data.get(set.generator())).failure();
            if (!failure.isEmpty()) {
                return Ending.failed("Incomplete", "output " + output.id() + ": " + failure);
            }
        }
        if (options.formats().contains(Format.HDF5) && !ReportsHdf5Writer.fits(table)) {
            return Ending.failed(
                    "TooLarge",
                    "output " + output.id() + ": it has more than " + ReportsHdf5Writer.MOST_DATA_SETS
                            + " data sets, which " + ArchiveFiles.REPORTS + " cannot name; split it");
        }
        boolean isUndrawn =
                output.kind() == Kind.PLOT_3D || (output.kind() == Kind.PLOT_2D && options.isWithoutDrawings());
        return isUndrawn ? Ending.skipped("NotDrawn", UNDRAWN) : Ending.SUCCEEDED;
    }

    private static List<ArchiveLog.Part> parts(SedMlOutput output, Map<String, GeneratedData> data) {
        if (output.kind() == Kind.REPORT) {
            return output.dataSets().stream()
                    .map(set -> new ArchiveLog.Part(set.id(), status(List.of(set.generator()), data)))
                    .toList();
        }
        return output.curves().stream()
                .map(curve -> new ArchiveLog.Part(curve.id(), status(curve.generators(), data)))
                .toList();
    }

    private static Status status(List<String> generators, Map<String, GeneratedData> data) {
        boolean isComplete = generators.stream()
                .allMatch(id -> Objects.requireNonNull(data.get(id)).isComplete());
        return isComplete ? Status.SUCCEEDED : Status.FAILED;
    }
}
