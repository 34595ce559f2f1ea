package org.kindling.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The report of a run as one HTML page that needs nothing else: no network, no script, no font. Immutable.
 *
 * <p>The same run gives the same bytes on every machine.
 */
public final class HtmlReport {

    /** A reader compares the first members; all are in the table beside the report. */
    private static final int MOST_MEMBERS = 50;

    private final RunReport report;

    private HtmlReport(RunReport report) {
        this.report = report;
    }

    /**
     * The page of a run.
     *
     * @param report what it shows
     * @return the page
     */
    public static HtmlReport of(RunReport report) {
        return new HtmlReport(report);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        return Page.of("report.ftlh", content());
    }

    private Map<String, Object> content() {
        SpectrumPlots spectra = SpectrumPlots.of(
                report.spectra(), report.outcome().criterion(), report.heading().timeUnit());
        ParameterRangePlot ranges = ParameterRangePlot.of(report.parameters());
        Map<String, Object> content = new HashMap<>();
        content.put("report", report);
        content.put("incidence", incidence());
        content.put("filters", filters());
        put(content, "slowest", spectra.slowestModes());
        put(content, "times", spectra.timeConstants());
        put(content, "fastest", spectra.fastestModes());
        put(content, "ranges", ranges.figure());
        content.put(
                "parameters", ranges.rows().stream().map(HtmlReport::parameter).toList());
        content.put(
                "members",
                report.members().stream()
                        .limit(MOST_MEMBERS)
                        .map(HtmlReport::member)
                        .toList());
        return content;
    }

    private static void put(Map<String, Object> content, String name, Optional<Figure> figure) {
        Consumer<Figure> add = shown -> content.put(name, shown);
        figure.ifPresent(add);
    }

    private Map<String, String> incidence() {
        Interval incidence = report.outcome().incidence();
        return Map.of(
                "value", NumberText.ofShare(incidence.value(), incidence),
                "low", NumberText.ofShare(incidence.low(), incidence),
                "high", NumberText.ofShare(incidence.high(), incidence));
    }

    private List<Map<String, String>> filters() {
        Outcome outcome = report.outcome();
        return List.of(
                filter("drawn", outcome.drawn()),
                filter("stable", outcome.stable()),
                filter("valid", outcome.valid()),
                filter("written", outcome.written()));
    }

    private Map<String, String> filter(String name, long count) {
        long drawn = report.outcome().drawn();
        return Map.of(
                "name", name,
                "count", NumberText.ofCount(count),
                "share", NumberText.ofRatio(count, drawn),
                "width", String.format(Locale.ROOT, "%.2f", drawn == 0 ? 0 : 100.0 * count / drawn));
    }

    private static Map<String, String> parameter(ParameterRange range) {
        ParameterRange.Name name = range.name();
        return Map.of(
                "id", name.id(),
                "reaction", name.reaction(),
                "species", name.species(),
                "unit", name.unit(),
                "before", range.before().map(HtmlReport::spread).orElse("–"),
                "after", range.after().map(HtmlReport::spread).orElse("–"),
                "distance", NumberText.ofDistance(range.distance()));
    }

    private static String spread(Spread spread) {
        return NumberText.of(Math.pow(10, spread.median())) + " (" + NumberText.of(Math.pow(10, spread.lowest()))
                + " to " + NumberText.of(Math.pow(10, spread.highest())) + ")";
    }

    private static Map<String, String> member(Member member) {
        return Map.of(
                "id", member.id(),
                "abscissa", NumberText.ofColumn(member.abscissa()),
                "tau", NumberText.ofColumn(member.tau()));
    }
}
