package org.kindling.app.cytoscape;

import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.cytoscape.work.AbstractTaskFactory;
import org.cytoscape.work.TaskIterator;

/** A command as a service of Cytoscape: in its menu, its command language and CyREST. */
final class CommandFactory extends AbstractTaskFactory {

    private static final String MENU = "Apps.Kindling";

    private final Description description;
    private final Host host;
    private final Function<Host, CommandTask> task;

    private CommandFactory(Description description, Host host, Function<Host, CommandTask> task) {
        this.description = description;
        this.host = host;
        this.task = task;
    }

    /** What Cytoscape shows of a command; the example is a result as JSON. */
    private record Description(
            int place, String command, String title, String sentence, String more, String exampleJson) {}

    /** All commands, in the order of the menu. */
    static List<CommandFactory> all(Host host) {
        return List.of(
                new CommandFactory(INFO, host, InfoTask::new),
                new CommandFactory(SAMPLE, host, SampleTask::new),
                new CommandFactory(TRAIN, host, TrainTask::new),
                new CommandFactory(GENERATE, host, GenerateTask::new),
                new CommandFactory(ANNOTATE, host, AnnotateTask::new),
                new CommandFactory(SIMULATE, host, SimulateTask::new),
                new CommandFactory(EXPORT, host, ExportTask::new),
                new CommandFactory(COMPARE, host, CompareTask::new));
    }

    private static final Description INFO = new Description(
            1,
            "info",
            "Inspect a Model...",
            "Say what is in an SBML model, what can vary, and whether its state is steady and stable.",
            "Reads the model and computes the spectrum of its Jacobian at the reference state; nothing is written.",
            "{\"model\": \"ecoli\", \"species\": 45, \"reactions\": 88, \"lambdaMax\": -12.5, \"stable\": true}");

    private static final Description SAMPLE = new Description(
            2,
            "sample",
            "Sample an Ensemble...",
            "Draw parameter sets around the reference state of an SBML model, and keep those with the wanted dynamics.",
            "Writes a run folder with tables, a report, SBML files of chosen members and a COMBINE archive; nodes of the current network that "
                    + "belong to the model get columns.",
            "{\"folder\": \"/home/user/ecoli-ensemble\", \"counts\": {\"drawn\": 10000, \"stable\": 7128, \"valid\": 5884, "
                    + "\"written\": 10}, \"incidence\": {\"value\": 0.5884, \"low\": 0.5787, \"high\": 0.598}, \"jacobians\": 10000, "
                    + "\"seconds\": 4.2}");

    private static final Description TRAIN = new Description(
            3,
            "train",
            "Train a Generator...",
            "Train a generator that draws parameter sets with the wanted dynamics.",
            "A process of the distribution of Kindling trains; the property kindling.home or the variable KINDLING_HOME says where it is.",
            "{\"method\": \"spectral\", \"incidence\": {\"value\": 0.99, \"low\": 0.985, \"high\": 0.993}}");

    private static final Description GENERATE = new Description(
            4,
            "generate",
            "Generate from a Generator...",
            "Draw parameter sets from a trained generator.",
            "Computes the spectrum of every set and keeps the valid ones as a run folder, or writes the sets as drawn.",
            "{\"folder\": \"/home/user/generator-ensemble\", \"counts\": {\"drawn\": 1000, \"stable\": 998, \"valid\": 990, "
                    + "\"written\": 10}}");

    private static final Description ANNOTATE = new Description(
            5,
            "annotate",
            "Write Columns to the Node Table...",
            "Write what an ensemble says of reactions and species to the node table.",
            "Columns of the namespace kindling: medians and spreads of log10 constants, fluxes, concentrations, and flux and concentration "
                    + "control coefficients. Nodes are found by the columns 'sbml id', 'shared name' or 'name'.",
            "{\"nodes\": 132, \"members\": 100, \"reactions\": [{\"id\": \"PGI\", \"numbers\": {\"flux\": 3.1}, \"words\": {}}], "
                    + "\"species\": []}");

    private static final Description SIMULATE = new Description(
            6,
            "simulate",
            "Simulate Time Courses...",
            "Integrate a model, members of a run, or what a SED-ML file describes.",
            "Writes a folder with a table of each time course and a page of plots.",
            "{\"folder\": \"/home/user/ecoli-simulation\", \"engine\": \"Kindling\", \"complete\": true, \"members\": [], "
                    + "\"remarks\": []}");

    private static final Description EXPORT = new Description(
            7,
            "export",
            "Export Members...",
            "Write members of a run as SBML files, or as parameter sets for SKiMpy.",
            "SBML files keep the ids, annotations and notes of the model; the HDF5 file has the layout of SKiMpy.",
            "{\"output\": \"/home/user/ecoli-ensemble-members\", \"written\": 100, \"unscaledReactions\": []}");

    private static final Description COMPARE = new Description(
            8,
            "compare",
            "Compare with COPASI...",
            "Compare time courses and eigenvalues of a model, or of members of a run, with what COPASI computes.",
            "COPASI runs in processes of its own; it is found by arguments, environment variables or the PATH.",
            "{\"engine\": \"python-copasi\", \"members\": 10, \"worstRelativeDeviation\": 1e-7, \"passed\": true}");

    /** What the service says of itself. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("commandNamespace", "kindling");
        properties.setProperty("command", description.command());
        properties.setProperty("commandDescription", description.sentence());
        properties.setProperty("commandLongDescription", description.more());
        properties.setProperty("commandSupportsJSON", "true");
        properties.setProperty("commandExampleJSON", description.exampleJson());
        properties.setProperty("preferredMenu", MENU);
        properties.setProperty("title", description.title());
        properties.setProperty("inMenuBar", "true");
        properties.setProperty("menuGravity", Integer.toString(description.place()));
        return properties;
    }

    @Override
    public TaskIterator createTaskIterator() {
        return new TaskIterator(task.apply(host));
    }
}
