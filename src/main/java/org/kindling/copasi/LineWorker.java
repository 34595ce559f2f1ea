package org.kindling.copasi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.dynamics.Spectrum;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/** A COPASI behind the line protocol: that of python-copasi, or of the Java bindings. */
final class LineWorker implements CopasiWorker {

    /** Relative step of COPASI's differences: of 1e-3 to 1e-12 it gives the smallest error of the slowest mode. */
    static final double DERIVATION_FACTOR = 1e-6;

    /** COPASI's own default. */
    static final double RESOLUTION = 1e-9;

    /** Steps between two recorded times; the time limit ends what needs more. */
    static final int MOST_STEPS = 1_000_000;

    private final WorkerProcess process;

    private LineWorker(WorkerProcess process) {
        this.process = process;
    }

    static LineWorker of(WorkerProcess process) {
        return new LineWorker(process);
    }

    /** The version of COPASI that answers. */
    String version() throws WorkerFailure, InterruptedException {
        return process.ask(WorkerProcess.request("version")).path("version").asText();
    }

    @Override
    public void load(String sbml) throws WorkerFailure, InterruptedException {
        process.ask(WorkerProcess.request("load").put("sbml", sbml));
    }

    @Override
    public RecordedCourse course(Map<String, Double> values, TimeGrid grid, Tolerances tolerances)
            throws WorkerFailure, InterruptedException {
        RecordedTimes times = RecordedTimes.of(grid);
        ObjectNode request = request("course", values)
                .put("relative", tolerances.relative())
                .put("absolute", tolerances.absolute())
                .put("steps", MOST_STEPS);
        Arrays.stream(times.afterStart()).forEach(request.putArray("times")::add);
        JsonNode answer = process.ask(request);
        List<String> ids = new ArrayList<>();
        answer.path("ids").forEach(id -> ids.add(id.asText()));
        List<double[]> rows = new ArrayList<>();
        answer.path("rows").forEach(row -> rows.add(numbers(row)));
        boolean complete = answer.path("complete").asBoolean();
        String reason = WorkerFailure.oneLine(answer.path("reason").asText());
        String failure = complete ? "" : reason.isEmpty() ? "COPASI's integrator gave up without a reason" : reason;
        return RecordedCourse.of(ids, times.onGrid(rows), failure);
    }

    @Override
    public CopasiSimulator.Spectra spectra(Map<String, Double> values) throws WorkerFailure, InterruptedException {
        JsonNode answer = process.ask(request("spectrum", values).put("factor", DERIVATION_FACTOR));
        return Jacobians.spectra(
                Jacobians.spectrum(numbers(answer.path("full").path("jacobian"))),
                Jacobians.spectrum(numbers(answer.path("reduced").path("jacobian"))),
                Optional.of(sorted(answer.path("reduced"))));
    }

    @Override
    public Rest steadyState(Map<String, Double> values) throws WorkerFailure, InterruptedException {
        JsonNode answer = process.ask(
                request("steady", values).put("resolution", RESOLUTION).put("factor", DERIVATION_FACTOR));
        Map<String, Double> reached = new HashMap<>();
        answer.path("values")
                .properties()
                .forEach(entry -> reached.put(entry.getKey(), entry.getValue().asDouble()));
        return new Rest(answer.path("found").asBoolean(), reached);
    }

    private static ObjectNode request(String what, Map<String, Double> values) {
        ObjectNode request = WorkerProcess.request(what);
        ObjectNode given = request.putObject("values");
        values.forEach(given::put);
        return request;
    }

    /** COPASI gives eigenvalues in the order of its solver. */
    private static Spectrum sorted(JsonNode node) {
        double[] real = numbers(node.path("real"));
        double[] imaginary = numbers(node.path("imaginary"));
        int[] order = IntStream.range(0, real.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -real[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        return Spectrum.of(
                Arrays.stream(order).mapToDouble(index -> real[index]).toArray(),
                Arrays.stream(order).mapToDouble(index -> imaginary[index]).toArray());
    }

    private static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(index -> array.get(index).asDouble())
                .toArray();
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void close() {
        process.close();
    }
}
