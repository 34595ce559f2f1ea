package org.kindling.app.cytoscape;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cytoscape.work.ContainsTunables;
import org.cytoscape.work.Tunable;
import org.jspecify.annotations.Nullable;
import org.kindling.app.CompareOptions;
import org.kindling.app.CompareSummary;
import org.kindling.app.Kindling;
import org.kindling.copasi.ComparisonOptions;
import org.kindling.copasi.CopasiOptions;
import org.kindling.copasi.EngineKind;
import org.kindling.copasi.EngineOptions;
import org.kindling.copasi.Marks;
import org.kindling.copasi.WorkerLimits;
import org.kindling.network.InputException;

/** The command {@code kindling compare}. */
public final class CompareTask extends CommandTask {

    /** What is compared. */
    @Tunable(
            description = "Run folder or model",
            longDescription =
                    "A run folder or its manifest.json, or an SBML file; by default the file behind the current network.",
            exampleStringValue = "/home/user/ecoli-ensemble/manifest.json",
            params = "input=true",
            gravity = 1)
    public @Nullable File file;

    /** Which members of a run. */
    @Tunable(
            description = "Members of a run",
            longDescription = "Which members of a run: all, top:K or representative:K.",
            exampleStringValue = "top:10",
            gravity = 2)
    public String members = "all";

    /** The way to run COPASI. */
    @Tunable(
            description = "Engine: bindings, copasise or python",
            longDescription =
                    "How COPASI is run: by its Java bindings, the program CopasiSE, or a Python with python-copasi; by default the "
                            + "first that is found.",
            exampleStringValue = "python",
            gravity = 3)
    public String engine = "";

    /** Where the Java bindings are. */
    @Tunable(
            description = "Folder of COPASI's Java bindings",
            longDescription =
                    "The folder of COPASI's Java bindings; else the environment variable KINDLING_COPASI says it.",
            exampleStringValue = "/opt/copasi-java",
            groups = "Where COPASI is",
            gravity = 4)
    public String copasi = "";

    /** Where CopasiSE is. */
    @Tunable(
            description = "The program CopasiSE",
            longDescription = "The program CopasiSE; else KINDLING_COPASI_SE or the PATH says it.",
            exampleStringValue = "/opt/copasi/bin/CopasiSE",
            groups = "Where COPASI is",
            gravity = 5)
    public String copasiSe = "";

    /** Where a Python with COPASI is. */
    @Tunable(
            description = "A Python with python-copasi",
            longDescription = "A Python with python-copasi; else KINDLING_COPASI_PYTHON or the PATH says it.",
            exampleStringValue = "/home/user/venv/bin/python",
            groups = "Where COPASI is",
            gravity = 6)
    public String python = "";

    /** How long is simulated. */
    @Tunable(
            description = "Duration",
            longDescription = "How long is simulated; with a unit, or in that of the model. By default an hour.",
            exampleStringValue = "30min",
            gravity = 7)
    public String duration = "";

    /** Whether COPASI searches. */
    @Tunable(
            description = "Let COPASI search for steady states",
            longDescription = "Whether COPASI searches for steady states of its own, which takes most of the time.",
            exampleStringValue = "false",
            gravity = 8)
    public boolean search;

    /** Where the comparison goes. */
    @ContainsTunables
    public OutputTunables output = new OutputTunables();

    CompareTask(Host host) {
        super(host);
    }

    @Override
    Answer work(Reporter reporter) throws IOException, InterruptedException {
        Path subject = folder(ModelFile.of(host(), file));
        CompareOptions.Study standard = CompareOptions.Study.DEFAULT;
        CompareOptions options = new CompareOptions(
                subject,
                MemberChoice.of(members),
                kind(),
                new EngineOptions(given(copasi), given(copasiSe), given(python), System.getenv()),
                new CopasiOptions(Runtime.getRuntime().availableProcessors(), WorkerLimits.DEFAULT),
                new CompareOptions.Study(
                        standard.perturbation(),
                        standard.seed(),
                        CriterionTunables.span("duration", duration),
                        standard.points(),
                        standard.tolerances(),
                        search ? ComparisonOptions.Search.ASKED : ComparisonOptions.Search.LEFT_OUT),
                Marks.DEFAULT);
        reporter.say("Simulating with Kindling and COPASI");
        CompareSummary summary =
                Kindling.compare(options, output.options(output.folder(subject, "comparison"), this), reporter);
        return Answer.of(
                summary.report().members().size() + " members compared with "
                        + summary.report().engine() + ": "
                        + (summary.report().passed() ? "they agree" : "they do NOT agree") + "; written to "
                        + summary.folder(),
                summary.values());
    }

    private Optional<EngineKind> kind() {
        if (engine.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EngineKind.valueOf(engine.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            throw new InputException(
                    "argument engine",
                    "'" + engine + "' is no way to run COPASI",
                    "write bindings, copasise or python");
        }
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(path -> !path.isEmpty());
    }
}
