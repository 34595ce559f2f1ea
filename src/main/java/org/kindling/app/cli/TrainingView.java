package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kindling.app.JsonText;
import org.kindling.app.TrainingSummary;
import org.kindling.generators.FreshSample;

/** Shows a finished training. */
final class TrainingView {

    /** Below this share of the valid sets, weights rest on few of them and say little of the prior. */
    private static final double FEW = 0.1;

    private final PrintWriter out;
    private final CommonOptions common;

    TrainingView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(TrainingSummary training) {
        FreshSample.Outcome fresh = training.record().fresh();
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", training.folder().toString());
            object.put("generator", training.generator().toString());
            object.put("jacobians", training.record().training().jacobians());
            object.put("fresh", fresh);
            object.put("failed", training.failed());
            object.put("seconds", training.manifest().seconds());
            out.println(JsonText.of(object));
        } else if (!common.quiet()) {
            print(
                    "trained    %,d Jacobians in %.1f s",
                    training.record().training().jacobians(),
                    training.manifest().seconds());
            print(
                    "valid      %,d of %,d fresh sets: incidence %.4f [%.4f, %.4f] of %s",
                    fresh.valid(),
                    fresh.sets(),
                    fresh.incidence().value(),
                    fresh.incidence().low(),
                    fresh.incidence().high(),
                    training.record().training().criterion().words());
            showWeights(fresh);
            print("folder     %s", training.folder());
        }
        out.flush();
    }

    private void showWeights(FreshSample.Outcome fresh) {
        if (fresh.weighted().isEmpty()) {
            print("worth      unknown: the generator has no density, so its sets have no weights");
            return;
        }
        FreshSample.Weighted weighted = fresh.weighted().get();
        print(
                "worth      %.1f independent valid sets of the prior (effective sample size)",
                weighted.effectiveSampleSize());
        print(
                "mass       %.4g of the prior is valid%s",
                weighted.mass(),
                weighted.effectiveSampleSize() < FEW * fresh.valid() ? ", by weights that rest on few sets" : "");
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
