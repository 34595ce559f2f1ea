package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.kindling.app.JsonText;
import org.kindling.app.RunSummary;
import org.kindling.ensemble.Manifest;

/** Shows a finished run. */
final class RunView {

    private final PrintWriter out;
    private final CommonOptions common;

    RunView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(RunSummary run) {
        Manifest manifest = run.manifest();
        if (common.json()) {
            out.println(JsonText.of(run.values()));
        } else if (!common.quiet()) {
            Manifest.Counts counts = manifest.counts();
            Manifest.Incidence incidence = manifest.incidence();
            print("drawn      %,d sets in %.1f s", counts.drawn(), manifest.seconds());
            print("stable     %,d (%.4f)", counts.stable(), (double) counts.stable() / counts.drawn());
            print(
                    "valid      %,d: incidence %.4f [%.4f, %.4f] of %s",
                    counts.valid(),
                    incidence.value(),
                    incidence.low(),
                    incidence.high(),
                    manifest.spectra().criterion());
            incidence
                    .lift()
                    .ifPresent(lift -> print(
                            "lift       %.3f [%.3f, %.3f] over the population's %.4f",
                            lift.value(), lift.low(), lift.high(), lift.population()));
            print("written    %,d members as SBML", counts.written());
            print("folder     %s", run.folder());
        }
        out.flush();
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
