package org.kindling.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindling.analysis.CoefficientSpread;
import org.kindling.analysis.ControlEnsemble;
import org.kindling.analysis.ControlSpread;

/**
 * The control coefficients of an ensemble as one HTML page that needs nothing else. Immutable; the same coefficients give the
 * same bytes.
 */
public final class ControlPage {

    private static final int MOST_CONTROLLERS = 15;

    private final ControlReport report;

    private ControlPage(ControlReport report) {
        this.report = report;
    }

    /**
     * The page of a report.
     *
     * @param report what it shows
     * @return the page
     */
    public static ControlPage of(ControlReport report) {
        return new ControlPage(report);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        ControlEnsemble ensemble = report.ensemble();
        ControlSpread flux = ensemble.flux();
        Map<String, Object> content = new HashMap<>();
        content.put("report", report);
        content.put("consistent", ensemble.consistent());
        content.put("controllers", controllers(flux));
        report.focus().ifPresent(id -> {
            content.put("focus", id);
            content.put("focused", controllersOf(flux, flux.responses().indexOf(id)));
        });
        if (!flux.responses().isEmpty()) {
            content.put("flux", HeatMap.of(flux, "flux").figure());
        }
        if (!ensemble.concentration().responses().isEmpty()) {
            content.put(
                    "concentration",
                    HeatMap.of(ensemble.concentration(), "concentration").figure());
        }
        content.put(
                "theorems",
                ensemble.theorems().stream().map(ControlPage::theorem).toList());
        content.put(
                "failed",
                ensemble.failed().entrySet().stream()
                        .map(entry -> new Fact(entry.getKey(), entry.getValue().words()))
                        .toList());
        return Page.of("control.ftlh", content);
    }

    private static List<Map<String, String>> controllers(ControlSpread flux) {
        return flux.controllers().stream()
                .limit(MOST_CONTROLLERS)
                .map(process -> Map.of(
                        "id", flux.processes().get(process), "strength", NumberText.ofColumn(flux.strength(process))))
                .toList();
    }

    private static List<Map<String, String>> controllersOf(ControlSpread flux, int response) {
        return flux.controllersOf(response).stream()
                .limit(MOST_CONTROLLERS)
                .map(process -> controller(flux.processes().get(process), flux.at(response, process)))
                .toList();
    }

    private static Map<String, String> controller(String id, CoefficientSpread coefficient) {
        return Map.of(
                "id", id,
                "median", NumberText.ofColumn(coefficient.median()),
                "lower", NumberText.ofColumn(coefficient.lower()),
                "upper", NumberText.ofColumn(coefficient.upper()),
                "agreement", NumberText.ofPercentage(coefficient.signAgreement()));
    }

    private static Map<String, String> theorem(ControlEnsemble.Theorem theorem) {
        return Map.of("name", theorem.name(), "worst", NumberText.of(theorem.worst()), "member", theorem.member());
    }
}
