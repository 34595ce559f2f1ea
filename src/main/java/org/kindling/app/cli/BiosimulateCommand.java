package org.kindling.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kindling.app.ArchiveLog;
import org.kindling.app.Kindling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code kindling biosimulate}, whose options and files are those of all BioSimulators. */
@Command(
        name = "biosimulate",
        description = "Run the SED-ML documents of a COMBINE archive by the conventions of BioSimulators.",
        versionProvider = KindlingVersion.class)
@SuppressWarnings("UnusedVariable") // picocli fills the fields, and acts on some of them itself
final class BiosimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-i", "--archive"},
            paramLabel = "FILE",
            required = true,
            description = "The COMBINE archive.")
    private Path archive = Path.of("");

    @Option(
            names = {"-o", "--out-dir"},
            paramLabel = "DIR",
            description = "The folder for reports, plots and log; what is there is replaced (default: this folder).")
    private Path folder = Path.of(".");

    @Option(
            names = {"-d", "--debug"},
            description = "Show the stack trace of a failure.")
    private boolean debug;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but failures.")
    private boolean quiet;

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws IOException {
        try (Interruption interruption = Interruption.ofThisThread()) {
            ArchiveEnvironment environment = new ArchiveEnvironment(System.getenv());
            boolean verbose = environment.verbose();
            ArchiveLog log = Kindling.runArchive(environment.options(archive), folder);
            interruption.finished();
            show(log, verbose);
            return log.complete() ? 0 : Failures.CHECK_FAILED;
        } catch (InterruptedException interrupted) {
            return Failures.interrupted(spec.commandLine(), "nothing was written");
        }
    }

    private void show(ArchiveLog log, boolean verbose) {
        log.failures().forEach(failure -> spec.commandLine().getErr().println("kindling: " + failure));
        if (quiet) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        for (ArchiveLog.Document document : log.documents()) {
            for (ArchiveLog.Task task : document.tasks()) {
                task.remarks().forEach(remark -> out.println(document.location() + ", " + task.id() + ": " + remark));
                if (verbose) {
                    out.println(document.location() + ", " + task.id() + ": "
                            + task.ending().status().name().toLowerCase(Locale.ROOT) + " after " + task.seconds()
                            + " s");
                }
            }
        }
        out.println("reports and log in " + folder);
    }
}
