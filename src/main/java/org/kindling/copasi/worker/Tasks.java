package org.kindling.copasi.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the worker can be asked to do with a model. */
final class Tasks {

    private final CopasiClasses copasi;
    private final Map<String, ImportedModel> models = new HashMap<>();
    private String sbml = "";

    Tasks(CopasiClasses copasi) {
        this.copasi = copasi;
    }

    /** Fills in the answer to a request. */
    void answer(JsonNode request, ObjectNode reply) throws CopasiError, Refusal {
        switch (request.path("do").asText()) {
            case "version" -> reply.put("version", version());
            case "load" -> load(request, reply);
            case "drop" -> drop();
            case "course" -> course(request, reply);
            case "spectrum" -> spectrum(request, reply);
            case "steady" -> steady(request, reply);
            default -> throw new Refusal("there is no request " + request.path("do"));
        }
    }

    private String version() throws CopasiError {
        return copasi.call("CVersion", "getVERSION").call("getVersion").text();
    }

    private void load(JsonNode request, ObjectNode reply) throws CopasiError, Refusal {
        drop();
        sbml = request.path("sbml").asText();
        model("course").ids().forEach(reply.putArray("ids")::add);
    }

    private void drop() throws CopasiError {
        for (ImportedModel model : models.values()) {
            model.remove();
        }
        models.clear();
        sbml = "";
    }

    /** Tight tolerances of a time course leak into the steady-state task, so each has a data model of its own. */
    private ImportedModel model(String purpose) throws CopasiError, Refusal {
        if (sbml.isEmpty()) {
            throw new Refusal("no model is loaded");
        }
        ImportedModel known = models.get(purpose);
        if (known != null) {
            return known;
        }
        ImportedModel imported = ImportedModel.of(copasi, sbml);
        models.put(purpose, imported);
        return imported;
    }

    private ImportedModel prepared(String purpose, JsonNode request) throws CopasiError, Refusal {
        Map<String, Double> values = new HashMap<>();
        request.path("values")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
        ImportedModel model = model(purpose);
        model.set(values);
        return model;
    }

    private void course(JsonNode request, ObjectNode reply) throws CopasiError, Refusal {
        ImportedModel model = prepared("course", request);
        Foreign task = model.data().call("getTask", "Time-Course");
        task.call("setMethodType", copasi.constant("CTaskEnum", "Method_deterministic"));
        Foreign method = task.call("getMethod");
        set(method, "Relative Tolerance", request.path("relative").asDouble());
        set(method, "Absolute Tolerance", request.path("absolute").asDouble());
        method.call("getParameter", "Max Internal Steps")
                .call("setUIntValue", request.path("steps").asLong());
        List<String> times = new ArrayList<>();
        request.path("times").forEach(time -> times.add(Double.toString(time.asDouble())));
        Foreign problem = task.call("getProblem");
        problem.call("setTimeSeriesRequested", true);
        problem.call("setAutomaticStepSize", false);
        problem.call("setOutputStartTime", 0.0);
        problem.call("setValues", String.join(" ", times));
        problem.call("setUseValues", true);
        model.model().call("setInitialTime", 0.0);
        boolean complete = task.call("process", true).yes();
        reply.put("complete", complete);
        reply.put("reason", complete ? "" : task.call("getProcessError").text().strip());
        record(task.call("getTimeSeries"), model.data(), complete, reply);
    }

    private static void set(Foreign method, String parameter, double value) throws CopasiError {
        method.call("getParameter", parameter).call("setDblValue", value);
    }

    private static void record(Foreign series, Foreign data, boolean complete, ObjectNode reply) throws CopasiError {
        long columns = series.call("getNumVariables").count();
        ArrayNode ids = reply.putArray("ids");
        // The first column is the time, which carries the id of the model.
        for (long column = 1; column < columns; column++) {
            ids.add(series.call("getSBMLId", column, data).text());
        }
        // The last row of a course that failed is not to be trusted.
        long recorded = series.call("getRecordedSteps").count() - (complete ? 0 : 1);
        ArrayNode rows = reply.putArray("rows");
        for (long row = 0; row < recorded; row++) {
            ArrayNode values = rows.addArray();
            for (long column = 1; column < columns; column++) {
                values.add(series.call("getConcentrationData", row, column).number());
            }
        }
    }

    private void spectrum(JsonNode request, ObjectNode reply) throws CopasiError, Refusal {
        Foreign container = prepared("course", request).model().call("getMathContainer");
        container.call("applyInitialValues");
        double factor = request.path("factor").asDouble();
        eigenvalues(container, factor, false, reply.putObject("full"));
        eigenvalues(container, factor, true, reply.putObject("reduced"));
    }

    private void eigenvalues(Foreign container, double factor, boolean reduced, ObjectNode reply) throws CopasiError {
        // Deleted here, on this thread: COPASI is not safe from the finalizer's.
        Foreign jacobian = copasi.create("FloatMatrix");
        Foreign eigenvalues = copasi.create("CEigen");
        container.call("calculateJacobian", jacobian, factor, reduced);
        eigenvalues.call("calcEigenValues", jacobian);
        long order = jacobian.call("numRows").count();
        ArrayNode entries = reply.putArray("jacobian");
        for (long entry = 0; entry < order * order; entry++) {
            entries.add(jacobian.call("get", entry / order, entry % order).number());
        }
        numbers(eigenvalues.call("getR"), reply.putArray("real"));
        numbers(eigenvalues.call("getI"), reply.putArray("imaginary"));
        eigenvalues.call("delete");
        jacobian.call("delete");
    }

    private static void numbers(Foreign vector, ArrayNode numbers) throws CopasiError {
        long size = vector.call("size").count();
        for (long index = 0; index < size; index++) {
            numbers.add(vector.call("get", index).number());
        }
    }

    private void steady(JsonNode request, ObjectNode reply) throws CopasiError, Refusal {
        ImportedModel model = prepared("steady", request);
        Foreign task = model.data().call("getTask", "Steady-State");
        Foreign method = task.call("getMethod");
        set(method, "Resolution", request.path("resolution").asDouble());
        set(method, "Derivation Factor", request.path("factor").asDouble());
        task.call("process", true);
        boolean found = task.call("getResult").code() == copasi.constant("CSteadyStateMethod", "found");
        reply.put("found", found);
        ObjectNode values = reply.putObject("values");
        if (found) {
            model.concentrations().forEach(values::put);
        }
    }
}
