package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kindling.app.JsonText;
import org.kindling.app.RepeatedTrainingSummary;

/** Shows what a training came to with several seeds. */
final class RepeatedTrainingView {

    private final PrintWriter out;
    private final CommonOptions common;

    RepeatedTrainingView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(RepeatedTrainingSummary training) {
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", training.folder().toString());
            object.put("repeats", training.repeats());
            out.println(JsonText.of(object));
        } else if (!common.quiet()) {
            for (RepeatedTrainingSummary.Repeat repeat : training.repeats()) {
                print(
                        "seed %-5d incidence %.4f [%.4f, %.4f] of fresh sets, from epoch %d, effective rank %.3f",
                        repeat.seed(),
                        repeat.incidence().value(),
                        repeat.incidence().low(),
                        repeat.incidence().high(),
                        repeat.epoch(),
                        repeat.effectiveRank());
            }
            DoubleSummaryStatistics shares = training.repeats().stream()
                    .mapToDouble(repeat -> repeat.incidence().value())
                    .summaryStatistics();
            print("mean       %.4f, range %.4f to %.4f", shares.getAverage(), shares.getMin(), shares.getMax());
            print("folder     %s", training.folder());
        }
        out.flush();
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
