package org.kindling.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindling.ensemble.MemberSelection;
import org.kindling.ensemble.RunMembers;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.sbml.ExchangeModel;
import org.kindling.sbml.SbmlReader;

/**
 * Times simulations beside COPASI and libRoadRunner: the same members, the same perturbation, and the error of each beside
 * its time, since tolerances mean something else in each program. All times are processor time of one thread.
 */
public final class PeerBenchmark {

    private static final int INTERVALS = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String python;
    private final KineticModel model;
    private final List<Symbol> species;
    private final EmbeddedSimulator simulator;
    private final TimeGrid grid;
    private final List<Map<Symbol, Double>> sets = new ArrayList<>();
    private final PrintStream out;

    private PeerBenchmark(Path run, int members, double duration, Path folder, String python, PrintStream out)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.python = python;
        this.out = out;
        RunMembers ensemble = RunMembers.of(run);
        this.model = SbmlReader.read(ensemble.base()).kinetics();
        this.species = EmbeddedSimulator.changing(model).stream()
                .filter(symbol -> model.species(symbol.name()).isPresent())
                .toList();
        this.simulator = EmbeddedSimulator.of(model, species);
        this.grid = TimeGrid.even(0, duration, INTERVALS);
        Perturbation perturbation = Perturbation.of(model, Map.of());
        List<Symbol> symbols = ensemble.addresses().stream().map(Symbol::new).toList();
        List<Object> written = new ArrayList<>();
        ExchangeModel exchange = ExchangeModel.of(model);
        ensemble.each(new MemberSelection(MemberSelection.Kind.TOP, members), (id, values) -> {
            Map<Symbol, Double> state = perturbation
                    .draw(uniform -> Math.pow(2, 2 * uniform - 1), 1, sets.size())
                    .orElseThrow();
            Map<Symbol, Double> set = new HashMap<>(state);
            Map<String, Double> parameters = new LinkedHashMap<>();
            Map<String, Double> initial = new LinkedHashMap<>();
            for (int k = 0; k < values.length; k++) {
                set.put(symbols.get(k), values[k]);
                parameters.put(exchange.idOf(symbols.get(k)), values[k]);
            }
            state.forEach((symbol, value) -> initial.put(exchange.idOf(symbol), value));
            sets.add(set);
            written.add(Map.of("parameters", parameters, "initial", initial));
        });
        Files.writeString(folder.resolve("model.xml"), exchange.text());
        JSON.writeValue(
                folder.resolve("sets.json").toFile(),
                Map.of(
                        "duration", duration,
                        "intervals", INTERVALS,
                        "species", species.stream().map(exchange::idOf).toList(),
                        "sets", written));
    }

    /**
     * Runs the comparison.
     *
     * @param arguments a run folder, the number of members, the duration in the model's unit, a folder for what is handed over,
     *     and a Python that has libroadrunner and python-copasi
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            new PeerBenchmark(
                            Path.of(arguments[0]),
                            Integer.parseInt(arguments[1]),
                            Double.parseDouble(arguments[2]),
                            Path.of(arguments[3]),
                            arguments[4],
                            out)
                    .run();
        }
    }

    private void run() throws IOException, InterruptedException {
        double[][] reference = kindling(new Tolerances(1e-12, 1e-18)).values;
        out.printf(
                "%-11s %6s %6s %10s %10s %12s %12s%n",
                "engine", "rtol", "atol", "median ms", "mean ms", "median error", "worst error");
        show("cvode", 1e-12, 1e-15, peer("roadrunner", 1e-12, 1e-15), reference);
        for (int round = 0; round < 2; round++) {
            for (double relative : new double[] {1e-6, 1e-7, 1e-8, 1e-9, 1e-10}) {
                show(
                        "kindling",
                        relative,
                        relative * 1e-6,
                        kindling(new Tolerances(relative, relative * 1e-6)),
                        reference);
            }
            for (double[] pair : new double[][] {{1e-6, 1e-9}, {1e-9, 1e-9}, {1e-9, 1e-12}, {1e-10, 1e-12}}) {
                show("cvode", pair[0], pair[1], peer("roadrunner", pair[0], pair[1]), reference);
                show("lsoda", pair[0], pair[1], peer("copasi", pair[0], pair[1]), reference);
            }
        }
    }

    /** Times and values: shape [sets], and [sets][rows times species]. */
    private static final class Measured {

        private final double[] seconds;
        private final double[][] values;

        Measured(int sets) {
            this.seconds = new double[sets];
            this.values = new double[sets][];
        }
    }

    private Measured kindling(Tolerances tolerances) throws InterruptedException {
        Measured measured = new Measured(sets.size());
        for (int set = 0; set < sets.size(); set++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            TimeCourse course = simulator.simulate(new Experiment(sets.get(set), grid, tolerances));
            measured.seconds[set] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
            measured.values[set] = IntStream.range(0, course.size())
                    .mapToObj(course::row)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        return measured;
    }

    private Measured peer(String engine, double relative, double absolute) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        python,
                        "src/jmh/python/simulate_peer.py",
                        engine,
                        folder.toString(),
                        Double.toString(relative),
                        Double.toString(absolute))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(engine + " failed");
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(engine + ".bin")))
                .order(ByteOrder.LITTLE_ENDIAN);
        Measured measured = new Measured(sets.size());
        for (int set = 0; set < sets.size(); set++) {
            measured.seconds[set] = bytes.getDouble();
            double[] values = new double[grid.size() * species.size()];
            bytes.asDoubleBuffer().get(values);
            bytes.position(bytes.position() + Double.BYTES * values.length);
            measured.values[set] = values;
        }
        return measured;
    }

    private void show(String engine, double relative, double absolute, Measured measured, double[][] reference) {
        double[] errors = IntStream.range(0, sets.size())
                .mapToDouble(set -> error(measured.values[set], reference[set]))
                .sorted()
                .toArray();
        double[] seconds = measured.seconds.clone();
        Arrays.sort(seconds);
        out.printf(
                "%-11s %6.0e %6.0e %10.2f %10.2f %12.1e %12.1e%n",
                engine,
                relative,
                absolute,
                1e3 * seconds[seconds.length / 2],
                1e3 * Arrays.stream(seconds).average().orElse(Double.NaN),
                errors[errors.length / 2],
                errors[errors.length - 1]);
    }

    /** The largest deviation of a species beside its largest value. */
    private double error(double[] values, double[] reference) {
        double worst = values.length == reference.length ? 0 : Double.NaN;
        for (int quantity = 0; quantity < species.size(); quantity++) {
            double largest = 0;
            double deviation = 0;
            for (int k = quantity; k < reference.length; k += species.size()) {
                largest = Math.max(largest, Math.abs(reference[k]));
                deviation = Math.max(deviation, Math.abs(values[k] - reference[k]));
            }
            worst = largest > 0 ? Math.max(worst, deviation / largest) : worst;
        }
        return worst;
    }
}
