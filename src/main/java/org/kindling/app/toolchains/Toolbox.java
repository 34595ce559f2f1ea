package org.kindling.app.toolchains;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tools, one entry each, with what the command line does not say about them. */
final class Toolbox {

    /** Commands that are about this machine, or make these descriptions. */
    static final Set<String> NOT_DESCRIBED = Set.of("engines", "demo", "descriptors", "biosimulate");

    private static final Map<String, PathRole> STATE = Map.of(
            "concentrations", PathRole.TABLE,
            "fluxes", PathRole.TABLE);

    private static final Map<String, PathRole> MODEL = Map.of(
            "model", PathRole.MODEL,
            "concentrations", PathRole.TABLE,
            "fluxes", PathRole.TABLE,
            "roles", PathRole.SETTINGS,
            "measured", PathRole.TABLE);

    /** What else there may be to sets that are in no run folder. */
    private static final Map<String, PathRole> SETS = Map.of(
            "model", PathRole.MODEL,
            "names", PathRole.TABLE);

    private static final String ARCHIVE = "COMBINE archive of the models, the experiment and the tables.";
    private static final String TRAINING = "The folder of the training.";
    private static final String GENERATOR = "The generator, for `kindling generate`.";
    private static final String COURSE = "How the training went, one page with plots.";
    private static final String ROUNDS = "One row a round of the training.";

    /** Test data of Galaxy. */
    private static final String MODEL_FILE = "textbook_pathway.xml";

    private static final String RUN_FILE = "run.tar";

    private Toolbox() {}

    static List<ToolEntry> entries() {
        return List.of(
                info(),
                sample(),
                spectral(),
                renaissance(),
                rekindle(),
                adapt(),
                transfer(),
                generate(),
                export(),
                exportForSkimpy(),
                report(),
                rules(),
                control(),
                characterise(),
                comparePopulations(),
                simulate(),
                robustness(),
                bioreactor(),
                compare());
    }

    private static ToolEntry info() {
        return ToolEntry.of("info")
                .reading(MODEL)
                .reading("model", PathRole.RUN_OR_MODEL)
                .trying("model", MODEL_FILE);
    }

    private static ToolEntry sample() {
        return ToolEntry.of("sample")
                .reading(MODEL)
                .reading("sets-from", PathRole.SETS)
                .reading("names", PathRole.TABLE)
                .reading("within", PathRole.RULES)
                .asking("sets", "lambda-max", "tau-max", "members", "seed")
                .writing("run", "The run folder: all sets, the valid ones, members as SBML, and how they came about.")
                .with("report", FileForm.HTML, "The report, one page with plots.")
                .with("ensemble", FileForm.OMEX, ARCHIVE)
                .when("sets < 100000", "members", FileForm.CSV, "The valid sets in rank order, below 100,000 sets.")
                .when("sets < 100000", "sets", FileForm.CSV, "Every set drawn, below 100,000 sets.")
                .many("models", "members/*.xml", FileForm.SBML, "The chosen members as SBML.")
                .trying("model", MODEL_FILE, "sets", "50", "members", "top:2");
    }

    private static ToolEntry spectral() {
        return ToolEntry.of("train", "spectral")
                .reading(MODEL)
                .reading("amortise", PathRole.TABLE)
                .asking("mode", "lambda-max", "tau-max", "max-jacobians", "amortise")
                .writing("training", TRAINING)
                .with("generator", FileForm.GENERATOR, GENERATOR)
                .with("report", FileForm.HTML, COURSE)
                .with("training", FileForm.CSV, ROUNDS)
                .trying("model", MODEL_FILE, "max_jacobians", "60", "fresh", "20");
    }

    private static ToolEntry renaissance() {
        return ToolEntry.of("train", "renaissance")
                .reading(MODEL)
                .asking("lambda-max", "tau-max", "max-jacobians")
                .writing("training", TRAINING)
                .with("generator", FileForm.GENERATOR, GENERATOR)
                .with("report", FileForm.HTML, COURSE)
                .with("training", FileForm.CSV, ROUNDS)
                .trying("model", MODEL_FILE, "max_jacobians", "60", "fresh", "20");
    }

    private static ToolEntry rekindle() {
        return ToolEntry.of("train", "rekindle")
                .reading("population", PathRole.POPULATION)
                .reading(SETS)
                .asking("lambda-max", "tau-max", "epochs", "repeats")
                .writing("training", TRAINING)
                .with("generator", FileForm.GENERATOR, GENERATOR)
                .when("repeats == 1", "report", FileForm.HTML, COURSE)
                .when("repeats == 1", "training", FileForm.CSV, ROUNDS)
                .perhaps("repeats", FileForm.CSV, "What training with each seed came to, if there were several.")
                .trying("population", RUN_FILE, "lambda_max", "-2.8", "epochs", "10", "judged", "20", "fresh", "20");
    }

    private static ToolEntry adapt() {
        return ToolEntry.of("adapt")
                .reading("generator", PathRole.GENERATOR)
                .reading("model", PathRole.MODEL)
                .reading(STATE)
                .asking("lambda-max", "tau-max", "max-jacobians", "concentrations", "fluxes")
                .writing("training", TRAINING)
                .with("generator", FileForm.GENERATOR, GENERATOR)
                .with("report", FileForm.HTML, COURSE)
                .with("training", FileForm.CSV, ROUNDS)
                .trying("generator", "spectral.kgen", "model", MODEL_FILE, "fresh", "20");
    }

    private static ToolEntry transfer() {
        return ToolEntry.of("transfer")
                .reading("generator", PathRole.GENERATOR)
                .reading("population", PathRole.POPULATION)
                .reading(SETS)
                .asking("lambda-max", "tau-max", "sets", "repeats")
                .writing("transfer", "The folder of the transfer.")
                .with("report", FileForm.HTML, "What the transfer gains, one page with plots.")
                .with("transfer", FileForm.CSV, "One row a training.")
                .many("generators", "generators/*.kgen", FileForm.GENERATOR, "The generators.")
                .trying(
                        "generator",
                        "rekindle.kgen",
                        "population",
                        RUN_FILE,
                        "lambda_max",
                        "-2.8",
                        "sets",
                        "10",
                        "repeats",
                        "1",
                        "epochs",
                        "1",
                        "judged",
                        "20",
                        "fresh",
                        "20");
    }

    private static ToolEntry generate() {
        return ToolEntry.of("generate")
                .reading("generator", PathRole.GENERATOR)
                .reading("model", PathRole.MODEL)
                .reading(STATE)
                .asking("sets", "screen", "members", "format", "concentrations", "fluxes", "seed")
                .writing("run", "The sets that were drawn; with --screen a run folder.")
                .when("screen", "report", FileForm.HTML, "The report, one page with plots.")
                .when("screen", "ensemble", FileForm.OMEX, ARCHIVE)
                .when("screen and sets < 100000", "members", FileForm.CSV, "The valid sets, below 100,000 sets.")
                .when("sets < 100000 and format != 'hdf5'", "sets", FileForm.CSV, "Every set, below 100,000 sets.")
                .many("models", "members/*.xml", FileForm.SBML, "The chosen members as SBML.")
                .trying("generator", "spectral.kgen", "sets", "20", "screen", "true");
    }

    private static ToolEntry export() {
        return ToolEntry.of("export")
                .reading("run", PathRole.RUN)
                .asking("members", "promote-parameters", "scale-stoichiometry")
                .fixing("as", "sbml")
                .writing("exported", "The folder with one SBML file a member.")
                .many("models", "*.xml", FileForm.SBML, "The members as SBML.")
                .trying("run", RUN_FILE);
    }

    private static ToolEntry exportForSkimpy() {
        return ToolEntry.of("export")
                .named("export-skimpy")
                .reading("run", PathRole.RUN)
                .asking("members")
                .fixing("as", "skimpy")
                .without("promote-parameters", "scale-stoichiometry")
                .writing("sets", FileForm.HDF5, "The parameter sets of the members, in SKiMpy's layout.")
                .trying("run", RUN_FILE);
    }

    private static ToolEntry report() {
        return ToolEntry.of("report")
                .reading("run", PathRole.RUN)
                .writing("report", FileForm.HTML, "The report, one page with plots.")
                .trying("run", RUN_FILE);
    }

    private static ToolEntry rules() {
        return ToolEntry.of("rules")
                .reading("population", PathRole.POPULATION)
                .reading(SETS)
                .reading("property", PathRole.COLUMN)
                .asking("lambda-max", "tau-max", "depth", "max-rules")
                .writing("rules", FileForm.JSON, "The rules, for `kindling sample --within`.")
                .trying("population", RUN_FILE, "lambda_max", "-2.8");
    }

    private static ToolEntry control() {
        return steady("control")
                .asking("members", "of")
                .writing("control", "The folder of the study.")
                .with("flux_control", FileForm.CSV, "Flux control coefficients with their spread.")
                .with("concentration_control", FileForm.CSV, "Concentration control coefficients with their spread.")
                .with("control", FileForm.HTML, "The coefficients as one page with plots.")
                .trying("run_or_model", RUN_FILE);
    }

    private static ToolEntry steady(String command) {
        return ToolEntry.of(command)
                .reading("run|model", PathRole.RUN_OR_MODEL)
                .reading("concentrations", PathRole.TABLE);
    }

    private static ToolEntry characterise() {
        return ToolEntry.of("characterise")
                .reading(MODEL)
                .reading("states", PathRole.TABLE)
                .asking("states", "lambda-max", "tau-max")
                .writing("characterisation", "The folder of the study.")
                .with("report", FileForm.HTML, "How fast the states can be made, one page with maps.")
                .with("states", FileForm.CSV, "One row a state.")
                .with("holding", FileForm.CSV, "Which species and reactions hold the states where they are.")
                .with("ranges", FileForm.CSV, "The concentrations that the wanted speed allows.")
                .with("fastest_sets", FileForm.CSV, "The fastest set of each state.")
                .trying(
                        "model",
                        MODEL_FILE,
                        "lambda_max",
                        "-2.8",
                        "starts",
                        "2",
                        "generations",
                        "1",
                        "max_jacobians",
                        "40");
    }

    private static ToolEntry comparePopulations() {
        return ToolEntry.of("compare-populations")
                .reading(SETS)
                .reading("a", PathRole.POPULATION)
                .reading("b", PathRole.POPULATION)
                .asking("valid-only", "split-by")
                .writing("comparison", "The folder of the comparison.")
                .with("report", FileForm.HTML, "How the populations differ, one page with plots.")
                .with("parameters", FileForm.CSV, "One row a parameter, with its divergence.")
                .with("groups", FileForm.CSV, "The groups into which one population was split.")
                .trying("a", RUN_FILE, "b", RUN_FILE);
    }

    private static ToolEntry simulate() {
        return ToolEntry.of("simulate")
                .reading("subject", PathRole.EXPERIMENT)
                .asking("members", "end", "steps", "set", "columns", "fluxes")
                .writing("simulation", "The folder with the time courses.")
                .many("courses", "*.csv", FileForm.CSV, "The time courses; of a SED-ML file one table a task.")
                .perhaps("timecourse", FileForm.HTML, "The time courses as one page of plots.")
                .perhaps("simulation", FileForm.OMEX, "COMBINE archive with the model and the experiment.")
                .trying("subject", RUN_FILE, "end", "10");
    }

    private static ToolEntry robustness() {
        return steady("robustness")
                .asking("members", "perturbations", "as", "factors", "times")
                .writing("robustness", "The folder of the study.")
                .with("robustness", FileForm.HTML, "Who returns and when, one page with plots.")
                .with("robustness", FileForm.CSV, "One row a perturbation and time.")
                .with("times", FileForm.CSV, "How many had returned at each time.")
                .with("species", FileForm.CSV, "How many had returned, for each species.")
                .with("members", FileForm.CSV, "How many had returned, for each member.")
                .trying("run_or_model", RUN_FILE, "perturbations", "2");
    }

    private static ToolEntry bioreactor() {
        return ToolEntry.of("bioreactor")
                .reading("run|model", PathRole.RUN_OR_MODEL)
                .reading("setup", PathRole.SETTINGS)
                .reading("measured", PathRole.TABLE)
                .asking("setup", "measured", "members")
                .writing("bioreactor", "The folder of the study.")
                .with("bioreactor", FileForm.HTML, "The fermentations, one page with curves.")
                .with("courses", FileForm.CSV, "Biomass and medium over time.")
                .with("ranking", FileForm.CSV, "The members in the order of their distance from what was measured.")
                .trying("run_or_model", "monod_batch.xml", "setup", "batch.yaml", "measured", "measured.csv");
    }

    private static ToolEntry compare() {
        return ToolEntry.of("compare")
                .reading("run|model", PathRole.RUN_OR_MODEL)
                .asking("members", "duration", "tolerance", "engine", "no-search")
                .writing("comparison", "The folder of the comparison.")
                .with("compare", FileForm.HTML, "The comparison, one page with plots.")
                .with("members", FileForm.CSV, "One row a member.")
                .with("species", FileForm.CSV, "The worst deviation of each species.")
                .trying("run_or_model", RUN_FILE, "members", "1", "no_search", "true");
    }
}
