package org.kindling.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", run.folder().toString());
            object.put("counts", manifest.counts());
            object.put("incidence", manifest.incidence());
            object.put("jacobians", manifest.jacobians());
            object.put("seconds", manifest.seconds());
            out.println(json(object));
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

    static String json(Object object) {
        try {
            return new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(object);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("An answer has no JSON form.", failure);
        }
    }
}
