package org.kindling.ensemble;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.kindling.ensemble.SedMlExperiment.Change;
import org.kindling.ensemble.SedMlExperiment.Kind;
import org.kindling.ensemble.SedMlExperiment.Model;
import org.kindling.ensemble.SedMlExperiment.Quantity;
import org.kindling.ensemble.SedMlExperiment.Solver;
import org.kindling.ensemble.SedMlExperiment.TimeCourse;

/**
 * Writes a {@link SedMlExperiment} as SED-ML Level 1 Version 3.
 *
 * <p>Version 3 because its schema is valid and simulators know it best; in it simulations stand before models. Source:
 * Bergmann et al. 2018, <a href="https://doi.org/10.1515/jib-2017-0086">10.1515/jib-2017-0086</a>.
 */
public final class SedMlWriter {

    private static final String NAMESPACE = "http://sed-ml.org/sed-ml/level1/version3";
    private static final String MATHML = "http://www.w3.org/1998/Math/MathML";

    private static final String RELATIVE_TOLERANCE = "KISAO:0000209";
    private static final String ABSOLUTE_TOLERANCE = "KISAO:0000211";

    private static final String SIMULATION = "timeCourse";

    private final SedMlExperiment experiment;
    private final XmlText xml;

    private SedMlWriter(SedMlExperiment experiment, XmlText xml) {
        this.experiment = experiment;
        this.xml = xml;
    }

    /**
     * Writes the document.
     *
     * @param experiment what to simulate and show
     * @param out where it goes; stays open
     * @throws IOException if writing fails
     */
    public static void write(SedMlExperiment experiment, OutputStream out) throws IOException {
        try (XmlText xml = XmlText.of(out)) {
            new SedMlWriter(experiment, xml).writeDocument();
        }
    }

    private void writeDocument() throws IOException {
        String sbml = experiment.level().namespace();
        xml.open("sedML", "xmlns", NAMESPACE, "xmlns:sbml", sbml, "level", "1", "version", "3");
        writeSimulation(experiment.timeCourse());
        writeModels();
        writeTasks();
        writeDataGenerators();
        xml.open("listOfOutputs");
        writeReport();
        writePlot();
        xml.end();
        xml.end();
    }

    private void writeSimulation(TimeCourse course) throws IOException {
        xml.open("listOfSimulations");
        xml.open(
                "uniformTimeCourse",
                "id",
                SIMULATION,
                "initialTime",
                "0",
                "outputStartTime",
                number(course.start()),
                "outputEndTime",
                number(course.end()),
                "numberOfPoints",
                Integer.toString(course.intervals()));
        Solver solver = course.solver();
        xml.open("algorithm", "kisaoID", solver.algorithm().kisao());
        xml.open("listOfAlgorithmParameters");
        writeTolerance(RELATIVE_TOLERANCE, solver.relativeTolerance());
        writeTolerance(ABSOLUTE_TOLERANCE, solver.absoluteTolerance());
        xml.end();
        xml.end();
        xml.end();
        xml.end();
    }

    private void writeTolerance(String kisao, double value) throws IOException {
        xml.empty("algorithmParameter", "kisaoID", kisao, "value", number(value));
    }

    private static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    private void writeModels() throws IOException {
        String language = experiment.level().sedMlLanguage();
        xml.open("listOfModels");
        for (Model model : experiment.models()) {
            if (model.changes().isEmpty()) {
                xml.empty("model", "id", model.id(), "language", language, "source", model.source());
            } else {
                xml.open("model", "id", model.id(), "language", language, "source", model.source());
                writeChanges(model);
                xml.end();
            }
        }
        xml.end();
    }

    private void writeChanges(Model model) throws IOException {
        xml.open("listOfChanges");
        for (Change change : model.changes()) {
            String target = experiment.level().valuePath(change.kind(), change.change());
            xml.empty(
                    "changeAttribute",
                    "target",
                    target,
                    "newValue",
                    number(change.change().value()));
        }
        xml.end();
    }

    private void writeTasks() throws IOException {
        xml.open("listOfTasks");
        for (Model model : experiment.models()) {
            xml.empty("task", "id", task(model), "modelReference", model.id(), "simulationReference", SIMULATION);
        }
        xml.end();
    }

    private void writeDataGenerators() throws IOException {
        xml.open("listOfDataGenerators");
        for (Model model : experiment.models()) {
            writeTime(model);
            for (Quantity quantity : experiment.quantities()) {
                writeQuantity(model, quantity);
            }
        }
        xml.end();
    }

    private void writeTime(Model model) throws IOException {
        String variable = "t_" + model.id();
        xml.open("dataGenerator", "id", time(model), "name", "time of " + model.id());
        xml.open("listOfVariables");
        xml.empty("variable", "id", variable, "taskReference", task(model), "symbol", "urn:sedml:symbol:time");
        xml.end();
        xml.open("math", "xmlns", MATHML).text("ci", variable).end();
        xml.end();
    }

    private void writeQuantity(Model model, Quantity quantity) throws IOException {
        String variable = "x_" + model.id() + "_" + quantity.id();
        String volume = "volume_" + model.id() + "_" + quantity.id();
        Optional<String> compartment = quantity.amountIn();
        xml.open("dataGenerator", "id", data(model, quantity), "name", label(model, quantity));
        xml.open("listOfVariables");
        writeVariable(variable, model, experiment.level().path(quantity.kind(), quantity.id()));
        if (compartment.isPresent()) {
            writeVariable(volume, model, experiment.level().path(Kind.COMPARTMENT, compartment.get()));
        }
        xml.end();
        xml.open("math", "xmlns", MATHML);
        if (compartment.isPresent()) {
            xml.open("apply")
                    .empty("divide")
                    .text("ci", variable)
                    .text("ci", volume)
                    .end();
        } else {
            xml.text("ci", variable);
        }
        xml.end();
        xml.end();
    }

    private void writeVariable(String id, Model model, String target) throws IOException {
        xml.empty("variable", "id", id, "taskReference", task(model), "target", target);
    }

    /** The time of the first model serves for all: they share the time course. */
    private void writeReport() throws IOException {
        xml.open("report", "id", "courses", "name", "Time courses");
        xml.open("listOfDataSets");
        xml.empty(
                "dataSet",
                "id",
                "set_time",
                "label",
                "time",
                "dataReference",
                time(experiment.models().get(0)));
        for (Model model : experiment.models()) {
            for (Quantity quantity : experiment.quantities()) {
                String data = data(model, quantity);
                xml.empty("dataSet", "id", "set_" + data, "label", label(model, quantity), "dataReference", data);
            }
        }
        xml.end();
        xml.end();
    }

    private void writePlot() throws IOException {
        xml.open("plot2D", "id", "plot", "name", "Time courses");
        xml.open("listOfCurves");
        for (Model model : experiment.models()) {
            for (Quantity quantity : experiment.quantities()) {
                if (experiment.plotted().contains(quantity.id())) {
                    writeCurve(model, quantity);
                }
            }
        }
        xml.end();
        xml.end();
    }

    private void writeCurve(Model model, Quantity quantity) throws IOException {
        String data = data(model, quantity);
        xml.empty(
                "curve",
                "id",
                "curve_" + data,
                "name",
                label(model, quantity),
                "logX",
                "false",
                "logY",
                "false",
                "xDataReference",
                time(model),
                "yDataReference",
                data);
    }

    private static String task(Model model) {
        return "task_" + model.id();
    }

    private static String time(Model model) {
        return "time_" + model.id();
    }

    private static String data(Model model, Quantity quantity) {
        return "data_" + model.id() + "_" + quantity.id();
    }

    private String label(Model model, Quantity quantity) {
        return experiment.models().size() == 1 ? quantity.id() : model.id() + "." + quantity.id();
    }
}
