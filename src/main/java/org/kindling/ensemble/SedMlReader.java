package org.kindling.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.kindling.ensemble.ModelChange.Meaning;
import org.kindling.ensemble.TimeCourseTask.Column;
import org.kindling.ensemble.TimeCourseTask.Course;
import org.kindling.network.InputException;

/** Reads what a SED-ML document asks for from its tree. */
final class SedMlReader {

    static final String ROOT = "sedML";

    private static final String TASKS = "listOfTasks";
    private static final String PARAMETERS = "listOfAlgorithmParameters";

    private static final String REMEDY = "correct the SED-ML file";

    /** More rows than this do not fit into memory with the columns of a usual model. */
    private static final int MOST_INTERVALS = 10_000_000;

    private static final Pattern KISAO = Pattern.compile(".*?(\\d{7})");

    private static final String ODE_SOLVER = "KISAO:0000694";
    private static final String RELATIVE_TOLERANCE = "KISAO:0000209";
    private static final String ABSOLUTE_TOLERANCE = "KISAO:0000211";

    /** The usual stochastic and hybrid algorithms, whose results no differential equation gives. */
    private static final Set<String> STOCHASTIC = Set.of(
            "KISAO:0000027",
            "KISAO:0000029",
            "KISAO:0000039",
            "KISAO:0000048",
            "KISAO:0000241",
            "KISAO:0000561",
            "KISAO:0000562",
            "KISAO:0000566");

    private final String file;
    private final SedMlTree tree;
    private final SedMlGenerators generators;

    private SedMlReader(String file, Element root) {
        this.file = file;
        this.tree = SedMlTree.of(file, root);
        this.generators = new SedMlGenerators(file, tree);
    }

    /**
     * Reads a document.
     *
     * @param file its name
     * @param root its root element
     * @throws InputException if it is no SED-ML
     */
    static SedMlReader of(String file, Element root) {
        return new SedMlReader(file, root);
    }

    List<String> taskIds() {
        return List.copyOf(tree.all(TASKS).keySet());
    }

    List<SedMlOutput> outputs() {
        return new SedMlOutputs(tree).read();
    }

    DataGenerator generator(String id) {
        return generators.read(id);
    }

    /**
     * Returns a task, without what is reported of it.
     *
     * @throws InputException if there is none of that id, or it is no time course that can be run
     */
    TimeCourseTask task(String id) {
        Element task = tree.named(TASKS, id);
        if (!task.getName().equals("task")) {
            throw refusal(id, "a " + task.getName() + " is not supported", "write a task for each simulation");
        }
        Element simulation = tree.named("listOfSimulations", SedMlTree.text(task, "simulationReference"));
        if (!simulation.getName().equals("uniformTimeCourse")) {
            throw refusal(id, "a " + simulation.getName() + " is not supported", "simulate a uniformTimeCourse");
        }
        Course course = course(id, simulation);
        Model model = model(id, SedMlTree.text(task, "modelReference"), new LinkedHashSet<>());
        return new TimeCourseTask(id, model.source, model.changes, course, List.of());
    }

    /**
     * Returns the tasks that can be run, with what is reported of them.
     *
     * @param remarks gets a line for each of the others, and for each data generator that cannot be computed
     * @throws InputException if none can be run
     */
    List<TimeCourseTask> tasks(Set<String> remarks) {
        Set<String> uncomputed = new LinkedHashSet<>();
        SedMlColumns columns = new SedMlColumns(tree, generators, uncomputed);
        List<TimeCourseTask> tasks = new ArrayList<>();
        for (String id : taskIds()) {
            try {
                tasks.add(reported(task(id), columns));
            } catch (InputException refusal) {
                remarks.add(String.valueOf(refusal.getMessage()));
            }
        }
        if (tasks.isEmpty()) {
            String first =
                    remarks.stream().findFirst().map(why -> " (" + why + ")").orElse("");
            throw new InputException(
                    file,
                    "asks for no time course that can be run" + first,
                    "give one with a task that simulates a uniformTimeCourse");
        }
        remarks.addAll(uncomputed);
        return tasks;
    }

    private static TimeCourseTask reported(TimeCourseTask task, SedMlColumns columns) {
        List<Column> reported = columns.of(task.id());
        if (reported.isEmpty() && columns.isAny()) {
            throw refusal(task.id(), "nothing of it is reported by itself", "add a report of it");
        }
        return new TimeCourseTask(task.id(), task.source(), task.changes(), task.course(), reported);
    }

    private Course course(String task, Element simulation) {
        double start = number(task, simulation, "initialTime");
        double outputStart = number(task, simulation, "outputStartTime");
        double end = number(task, simulation, "outputEndTime");
        // Until Version 3 the number of points was that of intervals too: the first row is not counted.
        String steps = simulation.getAttribute("numberOfSteps") == null ? "numberOfPoints" : "numberOfSteps";
        double intervals = number(task, simulation, steps);
        boolean isWhole = intervals >= 1 && intervals <= MOST_INTERVALS && intervals == Math.rint(intervals);
        if (!(start <= outputStart && outputStart < end) || !isWhole) {
            throw refusal(
                    task,
                    "a time course from " + start + " with " + intervals + " steps of output from " + outputStart
                            + " to " + end + " is not possible",
                    "let the times rise, with one to " + MOST_INTERVALS + " steps");
        }
        Optional<Element> algorithm = tree.child(simulation, "algorithm");
        String kisao = algorithm.map(SedMlReader::kisao).orElse(ODE_SOLVER);
        if (STOCHASTIC.contains(kisao)) {
            throw refusal(task, "its algorithm " + kisao + " is stochastic", "ask for a deterministic one");
        }
        return new Course(
                start,
                outputStart,
                end,
                (int) intervals,
                kisao,
                algorithm
                        .map(element -> tolerance(task, element, RELATIVE_TOLERANCE))
                        .orElse(OptionalDouble.empty()),
                algorithm
                        .map(element -> tolerance(task, element, ABSOLUTE_TOLERANCE))
                        .orElse(OptionalDouble.empty()),
                algorithm.map(this::unused).orElse(List.of()));
    }

    private List<String> unused(Element algorithm) {
        return tree.list(algorithm, PARAMETERS).stream()
                .map(SedMlReader::kisao)
                .filter(term -> !term.equals(RELATIVE_TOLERANCE) && !term.equals(ABSOLUTE_TOLERANCE))
                .toList();
    }

    private OptionalDouble tolerance(String task, Element algorithm, String term) {
        for (Element parameter : tree.list(algorithm, PARAMETERS)) {
            if (kisao(parameter).equals(term)) {
                double value = number(task, parameter, "value");
                if (!(value > 0)) {
                    throw refusal(task, "its tolerance " + value + " is not positive", REMEDY);
                }
                return OptionalDouble.of(value);
            }
        }
        return OptionalDouble.empty();
    }

    /** The term of an element, which documents write with a colon, an underscore, or as an address. */
    private static String kisao(Element element) {
        Matcher matcher = KISAO.matcher(SedMlTree.text(element, "kisaoID"));
        return matcher.matches() ? "KISAO:" + matcher.group(1) : SedMlTree.text(element, "kisaoID");
    }

    /** The file of a model and its changes; one that is made from another has the changes of that first. */
    private Model model(String task, String id, Set<String> seen) {
        if (!seen.add(id)) {
            throw refusal(task, "its model " + id + " is made from itself", REMEDY);
        }
        Element element = tree.named("listOfModels", id);
        String language = SedMlTree.text(element, "language");
        if (!language.isEmpty() && !language.contains("sbml") && !language.endsWith("xml")) {
            throw refusal(task, "its model is written in " + language, "give a model in SBML");
        }
        String source = SedMlTree.text(element, "source");
        String origin = source.startsWith("#") ? source.substring(1) : source;
        List<ModelChange> changes = new ArrayList<>();
        if (source.startsWith("#") || tree.has("listOfModels", origin)) {
            Model before = model(task, origin, seen);
            source = before.source;
            changes.addAll(before.changes);
        }
        for (Element change : tree.list(element, "listOfChanges")) {
            changes.add(change(task, change));
        }
        return new Model(source, changes);
    }

    private ModelChange change(String task, Element change) {
        if (!change.getName().equals("changeAttribute")) {
            throw refusal(task, "a " + change.getName() + " of its model is not supported", "use changeAttribute");
        }
        String path = SedMlTree.text(change, "target");
        Optional<SbmlTarget> target = SbmlTarget.of(path);
        Optional<Meaning> meaning = target.flatMap(SbmlTarget::meaning);
        if (meaning.isEmpty()) {
            throw refusal(
                    task,
                    "its model is changed at " + path + ", which is no value at the start",
                    "change values of parameters and sizes, initial concentrations or amounts");
        }
        return new ModelChange(target.orElseThrow().quantity(), meaning.get(), number(task, change, "newValue"));
    }

    private static double number(String task, Element element, String attribute) {
        return SedMlTree.number(SedMlTree.text(element, attribute))
                .orElseThrow(() -> refusal(
                        task,
                        "the " + attribute + " of its " + element.getName() + " is '"
                                + SedMlTree.text(element, attribute) + "', not a number",
                        REMEDY));
    }

    private static InputException refusal(String task, String problem, String remedy) {
        return new InputException("task " + task, problem, remedy);
    }

    /**
     * A model of the document.
     *
     * @param source where its file is
     * @param changes what is set in it
     */
    private record Model(String source, List<ModelChange> changes) {}
}
