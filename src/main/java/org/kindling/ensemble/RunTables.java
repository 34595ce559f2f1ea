package org.kindling.ensemble;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.network.RateProcess;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Verdict;

/**
 * The tables of a run folder: {@code sets} with every drawn set, {@code members} with the valid ones, both CSV or, for very
 * many sets, HDF5; and {@code parameters.csv}.
 */
public final class RunTables {

    /** From this many drawn sets on, sets are written as HDF5: as CSV they would take gigabytes. */
    public static final long HDF5_FROM = 100_000;

    /** The columns before the parameters. */
    static final List<String> LABELS = List.of("index", "lambda_max", "lambda_min", "stable", "valid", "weight");

    private final JacobianFunction jacobian;
    private final LongToDoubleFunction weights;
    private final String perTime;
    private final List<String> addresses = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> scaleAddresses = new ArrayList<>();
    private final List<String> scaleUnits = new ArrayList<>();
    private final List<Integer> scaleProcesses = new ArrayList<>();

    private RunTables(JacobianFunction jacobian, LongToDoubleFunction weights) {
        this.jacobian = jacobian;
        this.weights = weights;
        ParameterSpace space = jacobian.space();
        this.perTime = "1/" + space.roles().model().units().time();
        for (Coordinate coordinate : space.coordinates()) {
            addresses.add(coordinate.address());
            units.add(coordinate.parameter().parameter().unit().orElse(""));
        }
        List<RateProcess> processes = jacobian.state().equations().processes();
        for (int process = 0; process < processes.size(); process++) {
            Optional<KineticParameter> scale = processes.get(process).reaction()
                    ? space.roles().scaleOf(processes.get(process).id())
                    : Optional.empty();
            if (scale.isPresent()) {
                scaleAddresses.add(scale.get().address());
                scaleUnits.add(scale.get().parameter().unit().orElse(""));
                scaleProcesses.add(process);
            }
        }
    }

    /**
     * The tables of a run.
     *
     * @param jacobian the function whose parameters were drawn
     * @return the tables
     */
    public static RunTables of(JacobianFunction jacobian) {
        return new RunTables(jacobian, set -> 1);
    }

    /**
     * The tables of a run whose sets do not all count alike.
     *
     * @param weight the weight of a set by its index
     * @return the tables
     */
    public RunTables weightedBy(LongToDoubleFunction weight) {
        return new RunTables(jacobian, weight);
    }

    /**
     * The addresses of everything that differs between members.
     *
     * @return the drawn parameters, then the scale parameters
     */
    public List<String> memberAddresses() {
        return joined(addresses, scaleAddresses);
    }

    /**
     * Everything that differs between members, for one of them.
     *
     * @param worker evaluates the laws
     * @param drawn the drawn values, shape [parameters]
     * @return the drawn values, then the scale parameters that give the reference fluxes, in the order of
     *     {@link #memberAddresses}
     */
    public double[] memberValues(JacobianFunction.Worker worker, double[] drawn) {
        worker.evaluate(drawn, 0, 1);
        double[] values = Arrays.copyOf(drawn, drawn.length + scaleProcesses.size());
        for (int k = 0; k < scaleProcesses.size(); k++) {
            values[drawn.length + k] = worker.scale(0, scaleProcesses.get(k));
        }
        return values;
    }

    /**
     * Writes every drawn set.
     *
     * @param folder the run folder
     * @param sets the drawn sets
     * @throws IOException if writing fails
     */
    public void writeSets(Path folder, DrawnSets sets) throws IOException {
        List<String> columns = joined(LABELS, addresses);
        List<String> columnUnits = joined(List.of("", perTime, perTime, "", "", ""), units);
        long count = sets.tally().sets();
        try (RowWriter writer = RowWriter.open(folder, "sets", count, List.of(), columns, columnUnits)) {
            for (long set = 0; set < count; set++) {
                DrawnSets.Row row = sets.read(set);
                writer.write("", numbers(row, new double[0], row.toArray()));
            }
        }
    }

    /**
     * Writes the valid sets in rank order.
     *
     * @param folder the run folder
     * @param ranked the valid sets
     * @param drawn how many sets were drawn, which decides the form of the file
     * @throws IOException if writing fails
     */
    public void writeMembers(Path folder, RankedSets ranked, long drawn) throws IOException {
        List<String> columns = joined(joined(LABELS, List.of("tau")), memberAddresses());
        List<String> columnUnits =
                joined(List.of("", perTime, perTime, "", "", "", perTime.substring(2)), joined(units, scaleUnits));
        JacobianFunction.Worker worker = jacobian.worker(1);
        try (RowWriter writer = RowWriter.open(folder, "members", drawn, List.of("member"), columns, columnUnits)) {
            for (int rank = 0; rank < ranked.size(); rank++) {
                DrawnSets.Row row = ranked.read(rank);
                double[] tau = {Spectrum.timeConstant(row.abscissa())};
                writer.write(ranked.memberId(rank), numbers(row, tau, memberValues(worker, row.toArray())));
            }
        }
    }

    private double[] numbers(DrawnSets.Row row, double[] more, double[] values) {
        double[] numbers = new double[LABELS.size() + more.length + values.length];
        numbers[0] = row.index();
        numbers[1] = row.abscissa();
        numbers[2] = row.smallestReal();
        numbers[3] = row.verdict().stable() ? 1 : 0;
        numbers[4] = row.verdict() == Verdict.VALID ? 1 : 0;
        numbers[5] = weights.applyAsDouble(row.index());
        System.arraycopy(more, 0, numbers, LABELS.size(), more.length);
        System.arraycopy(values, 0, numbers, LABELS.size() + more.length, values.length);
        return numbers;
    }

    /**
     * Writes what is to know of each parameter.
     *
     * @param folder the run folder
     * @throws IOException if writing fails
     */
    public void writeParameters(Path folder) throws IOException {
        List<String> columns = List.of(
                "parameter", "reactions", "species", "role", "unit", "sbo_term", "prior", "reference_value", "source");
        List<List<String>> rows = new ArrayList<>();
        ParameterSpace space = jacobian.space();
        for (KineticParameter parameter : space.roles().parameters()) {
            Optional<Coordinate> coordinate = space.coordinates().stream()
                    .filter(candidate -> candidate.address().equals(parameter.address()))
                    .findFirst();
            rows.add(List.of(
                    parameter.address(),
                    String.join(" ", parameter.reactions()),
                    parameter.species().orElse(""),
                    parameter.role().label(),
                    parameter.parameter().unit().orElse(""),
                    parameter.parameter().sboTerm().orElse(""),
                    coordinate.map(axis -> axis.prior().description()).orElse(""),
                    NumberOutput.toString(
                            jacobian.state().value(parameter.parameter().symbol()), true),
                    source(coordinate, space, parameter)));
        }
        AtomicFile.write(folder.resolve("parameters.csv"), out -> new TextTable(columns, rows).write(out));
    }

    private static String source(Optional<Coordinate> coordinate, ParameterSpace space, KineticParameter parameter) {
        if (coordinate.isEmpty()) {
            return space.kept().getOrDefault(parameter.address(), parameter.reason());
        }
        return coordinate.get().measured().isPresent() ? "measured" : "prior";
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> joined = new ArrayList<>(some);
        joined.addAll(others);
        return joined;
    }

    /** One row at a time, as CSV or HDF5. */
    private interface RowWriter extends AutoCloseable {

        void write(String label, double[] numbers) throws IOException;

        @Override
        void close() throws IOException;

        static RowWriter open(
                Path folder, String name, long rows, List<String> labels, List<String> columns, List<String> units)
                throws IOException {
            return rows >= HDF5_FROM
                    ? new Hdf5Rows(SetsHdf5Writer.of(folder.resolve(name + ".h5"), columns, units))
                    : new CsvRowsWriter(
                            NumberTableWriter.of(buffered(folder.resolve(name + ".csv")), labels, columns),
                            !labels.isEmpty());
        }

        private static OutputStream buffered(Path file) throws IOException {
            return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        }
    }

    private record CsvRowsWriter(NumberTableWriter writer, boolean labelled) implements RowWriter {

        @Override
        public void write(String label, double[] numbers) throws IOException {
            writer.write(labelled ? List.of(label) : List.of(), numbers);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /** In HDF5 the rank is the row, and with it the member's id. */
    private record Hdf5Rows(SetsHdf5Writer writer) implements RowWriter {

        @Override
        public void write(String label, double[] numbers) throws IOException {
            writer.write(numbers);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}
