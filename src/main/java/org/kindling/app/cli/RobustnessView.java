package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kindling.app.JsonText;
import org.kindling.app.RobustnessSummary;

/** Shows a perturbation study. */
final class RobustnessView {

    private final PrintWriter out;
    private final CommonOptions common;

    RobustnessView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(RobustnessSummary summary) {
        if (common.json()) {
            out.println(JsonText.of(object(summary)));
        } else if (!common.quiet()) {
            print(
                    "perturbed  %,d %s, %,d times each, in %.1f s",
                    summary.members(),
                    summary.members() == 1 ? "model" : "members",
                    summary.perturbations(),
                    summary.seconds());
            for (RobustnessSummary.Returned returned : summary.returned()) {
                print(
                        "returned   %.4f [%.4f, %.4f] at %.4g %s",
                        returned.value(), returned.low(), returned.high(), returned.time(), summary.timeUnit());
            }
            summary.failures().forEach((reason, count) -> print("failed     %,d: %s", count, reason));
            print("folder     %s", summary.folder());
        }
        out.flush();
    }

    private static Map<String, Object> object(RobustnessSummary summary) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("folder", summary.folder().toString());
        object.put("members", summary.members());
        object.put("perturbations", summary.perturbations());
        object.put("timeUnit", summary.timeUnit());
        object.put(
                "times",
                summary.returned().stream()
                        .map(RobustnessSummary.Returned::time)
                        .toList());
        object.put("shareReturned", summary.returned());
        object.put("failed", summary.failed());
        object.put("failures", summary.failures());
        object.put("seconds", summary.seconds());
        return object;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
