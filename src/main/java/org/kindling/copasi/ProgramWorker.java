package org.kindling.copasi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/** A COPASI that is started anew for each request, with files in a folder of its own: the program CopasiSE. */
final class ProgramWorker implements CopasiWorker {

    private static final String MODEL = "model.cps";
    private static final String REPORT = "report.txt";

    private static final String NOT_IMPORTED = "The SBML file could not be imported.";

    /** So coarse that the search stops where it starts, after one step of Newton's method. */
    private static final String ANYWHERE = "1e300";

    private final String program;
    private final WorkerLimits limits;
    private final Path folder;
    private Optional<CopasiFile> model = Optional.empty();
    private volatile boolean closed;

    private ProgramWorker(String program, WorkerLimits limits, Path folder) {
        this.program = program;
        this.limits = limits;
        this.folder = folder;
    }

    static ProgramWorker of(String program, WorkerLimits limits) {
        try {
            return new ProgramWorker(program, limits, Files.createTempDirectory("kindling-copasi-"));
        } catch (IOException failure) {
            throw new UncheckedIOException("There is no room for temporary files.", failure);
        }
    }

    @Override
    public void load(String sbml) throws WorkerFailure, InterruptedException {
        Path imported = folder.resolve("imported.cps");
        write("model.xml", sbml);
        ProgramRun run = run("--importSBML", folder.resolve("model.xml").toString(), "--save", imported.toString());
        if (run.code() != 0 || !Files.exists(imported)) {
            WorkerFailure failure = refused(run);
            // It ended before its size could be looked at, and says the same whether it lacks memory or understanding.
            throw failure.reason().endsWith(NOT_IMPORTED)
                    ? new WorkerFailure(failure.kind(), limits.exhausted() + ", or: " + failure.reason())
                    : failure;
        }
        model = Optional.of(CopasiFile.of(ExactCoefficients.of(sbml).in(read(imported))));
    }

    @Override
    public RecordedCourse course(Map<String, Double> values, TimeGrid grid, Tolerances tolerances)
            throws WorkerFailure, InterruptedException {
        RecordedTimes times = RecordedTimes.of(grid);
        CopasiFile file = loaded();
        String stops =
                Arrays.stream(times.afterStart()).mapToObj(Double::toString).collect(Collectors.joining(" "));
        ProgramRun run = run(
                values,
                file.timeCourse(
                        REPORT,
                        Map.of(
                                "Use Values", "1",
                                "Values", stops,
                                "Relative Tolerance", Double.toString(tolerances.relative()),
                                "Absolute Tolerance", Double.toString(tolerances.absolute()),
                                "Max Internal Steps", Integer.toString(LineWorker.MOST_STEPS))));
        List<double[]> rows = new ArrayList<>();
        report().lines().filter(line -> !line.isBlank()).forEach(line -> rows.add(numbers(line)));
        boolean complete = rows.size() == times.afterStart().length + 1;
        return RecordedCourse.of(
                file.ids(), times.onGrid(rows), complete ? "" : refused(run).reason());
    }

    /** The values of a row, without the time. */
    private static double[] numbers(String line) {
        return Arrays.stream(line.strip().split("\t"))
                .skip(1)
                .mapToDouble(SteadyStateText::number)
                .toArray();
    }

    @Override
    public CopasiSimulator.Spectra spectra(Map<String, Double> values) throws WorkerFailure, InterruptedException {
        SteadyStateText text = search(values, ANYWHERE);
        return Jacobians.spectra(
                text.spectrum("Jacobian (complete system)"),
                text.spectrum("Jacobian (reduced system)"),
                Optional.empty());
    }

    @Override
    public Rest steadyState(Map<String, Double> values) throws WorkerFailure, InterruptedException {
        SteadyStateText text = search(values, Double.toString(LineWorker.RESOLUTION));
        return new Rest(text.found(), text.found() ? text.concentrations() : Map.of());
    }

    private SteadyStateText search(Map<String, Double> values, String resolution)
            throws WorkerFailure, InterruptedException {
        String factor = Double.toString(LineWorker.DERIVATION_FACTOR);
        ProgramRun run = run(
                values, loaded().steadyState(REPORT, Map.of("Resolution", resolution, "Derivation Factor", factor)));
        SteadyStateText text = SteadyStateText.of(report());
        if (run.code() != 0 && !text.complete()) {
            throw refused(run);
        }
        return text;
    }

    private CopasiFile loaded() throws WorkerFailure {
        return model.orElseThrow(() -> new WorkerFailure(WorkerFailure.Kind.REFUSED, "no model is loaded"));
    }

    private ProgramRun run(Map<String, Double> values, String task) throws WorkerFailure, InterruptedException {
        write(MODEL, task);
        write("values.ini", loaded().changes(values));
        delete(folder.resolve(REPORT));
        List<String> arguments = new ArrayList<>(List.of(folder.resolve(MODEL).toString()));
        if (!values.isEmpty()) {
            arguments.addAll(
                    List.of("--reparameterize", folder.resolve("values.ini").toString()));
        }
        // Without a place to save to, COPASI picks one.
        arguments.addAll(List.of("--save", folder.resolve("done.cps").toString()));
        return run(arguments.toArray(String[]::new));
    }

    private ProgramRun run(String... arguments) throws WorkerFailure, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--nologo"));
        command.addAll(List.of(arguments));
        return ProgramRun.of(command, limits);
    }

    /** What it said, without its headings. */
    private static WorkerFailure refused(ProgramRun run) {
        String words = run.words().replaceAll("(?m)^(?:SBML Import )?File: .*$|^Task: .*$", "");
        return new WorkerFailure(
                WorkerFailure.Kind.REFUSED,
                words.isBlank() ? "CopasiSE ended with exit code " + run.code() + " and no reason" : words);
    }

    private String report() {
        Path file = folder.resolve(REPORT);
        return Files.exists(file) ? read(file) : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("What CopasiSE wrote cannot be read.", failure);
        }
    }

    private void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException("There is no room for temporary files.", failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("A temporary file cannot be removed.", failure);
        }
    }

    @Override
    public boolean alive() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ProgramWorker::delete);
        } catch (IOException gone) {
            closed = true;
        }
    }
}
