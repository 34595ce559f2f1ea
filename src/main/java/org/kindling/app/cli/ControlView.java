package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindling.analysis.CoefficientSpread;
import org.kindling.analysis.ControlEnsemble;
import org.kindling.analysis.ControlEnsemble.Theorem;
import org.kindling.analysis.ControlSpread;
import org.kindling.app.ControlSummary;
import org.kindling.app.JsonText;
import org.kindling.dynamics.ControlOutcome;

/** Shows control coefficients. */
final class ControlView {

    private static final int MOST = 10;

    private final PrintWriter out;
    private final CommonOptions common;

    ControlView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(ControlSummary summary, Optional<String> focus) {
        ControlEnsemble ensemble = summary.ensemble();
        if (common.json()) {
            out.println(JsonText.of(object(summary, focus)));
        } else if (!common.quiet()) {
            print("members    %,d with control coefficients", ensemble.members());
            showFailed(ensemble);
            print(
                    "theorems   %s: largest deviation %.1e",
                    ensemble.consistent() ? "hold" : "DO NOT HOLD", worst(ensemble));
            focus.ifPresentOrElse(id -> showControllersOf(ensemble.flux(), id), () -> showControllers(ensemble.flux()));
            print("folder     %s", summary.folder());
        }
        out.flush();
    }

    private void showFailed(ControlEnsemble ensemble) {
        if (!ensemble.failed().isEmpty()) {
            Map.Entry<String, ControlOutcome.Status> first =
                    ensemble.failed().entrySet().iterator().next();
            print(
                    "without    %,d: %s; of %s, %s",
                    ensemble.failed().size(),
                    ensemble.failed().keySet().stream().limit(MOST).collect(Collectors.joining(", ")),
                    first.getKey(),
                    first.getValue().words());
        }
    }

    private static double worst(ControlEnsemble ensemble) {
        return ensemble.theorems().stream().mapToDouble(Theorem::worst).max().orElse(0);
    }

    private void showControllers(ControlSpread flux) {
        print("strongest controllers of all fluxes, mean magnitude of the medians:");
        for (int process : flux.controllers().stream().limit(MOST).toList()) {
            print("  %-24s %6.3f", flux.processes().get(process), flux.strength(process));
        }
    }

    private void showControllersOf(ControlSpread flux, String id) {
        int response = flux.responses().indexOf(id);
        print("strongest controllers of the flux of %s: median, middle half, sign agreement", id);
        for (int process : strongest(flux, response)) {
            CoefficientSpread coefficient = flux.at(response, process);
            print(
                    "  %-24s %8.3f  %8.3f to %7.3f  %3.0f %%",
                    flux.processes().get(process),
                    coefficient.median(),
                    coefficient.lower(),
                    coefficient.upper(),
                    100 * coefficient.signAgreement());
        }
    }

    private static List<Integer> strongest(ControlSpread flux, int response) {
        return flux.controllersOf(response).stream().limit(MOST).toList();
    }

    private static Map<String, Object> object(ControlSummary summary, Optional<String> focus) {
        ControlEnsemble ensemble = summary.ensemble();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("folder", summary.folder().toString());
        object.put("members", ensemble.members());
        Map<String, String> failed = new LinkedHashMap<>();
        ensemble.failed().forEach((id, status) -> failed.put(id, status.words()));
        object.put("failed", failed);
        object.put("theorems", ensemble.theorems());
        object.put("consistent", ensemble.consistent());
        focus.ifPresent(id -> object.put("controllers", controllers(ensemble.flux(), id)));
        return object;
    }

    private static Map<String, CoefficientSpread> controllers(ControlSpread flux, String id) {
        int response = flux.responses().indexOf(id);
        Map<String, CoefficientSpread> controllers = new LinkedHashMap<>();
        strongest(flux, response)
                .forEach(process -> controllers.put(flux.processes().get(process), flux.at(response, process)));
        return controllers;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
