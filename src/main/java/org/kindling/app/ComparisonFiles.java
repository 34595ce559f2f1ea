package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindling.copasi.ComparisonReport;
import org.kindling.copasi.CourseComparison;
import org.kindling.copasi.MemberComparison;
import org.kindling.copasi.RestComparison;
import org.kindling.copasi.SpeciesDeviation;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.ensemble.TextTable;
import org.kindling.network.KineticModel;
import org.kindling.report.ComparisonPage;
import org.kindling.report.Heading;

/** The files of a comparison. */
final class ComparisonFiles {

    /** The file by which a folder is known as a comparison. */
    static final String MARKER = "comparison.json";

    private static final List<String> COLUMNS = List.of(
            "member",
            "passed",
            "worst_species",
            "worst_deviation",
            "at_time",
            "likelier_wrong",
            "drift",
            "drift_species",
            "eigenvalue_full",
            "eigenvalue_reduced",
            "eigenvalue_by_copasi",
            "copasi_steady_state",
            "copasi_steady_state_deviation",
            "failure");

    private final ComparisonReport report;
    private final KineticModel model;

    private ComparisonFiles(ComparisonReport report, KineticModel model) {
        this.report = report;
        this.model = model;
    }

    static ComparisonFiles of(ComparisonReport report, KineticModel model) {
        return new ComparisonFiles(report, model);
    }

    void write(Path folder) throws IOException {
        List<List<String>> rows = report.members().stream().map(this::row).toList();
        AtomicFile.write(folder.resolve("members.csv"), out -> new TextTable(COLUMNS, rows).write(out));
        writeSpecies(folder.resolve("species.csv"));
        Heading heading = new Heading(
                "Comparison of " + model.id() + " with COPASI",
                model.id(),
                model.units().time(),
                "");
        String page = ComparisonPage.of(heading, report).html();
        AtomicFile.write(folder.resolve("compare.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        byte[] json =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(summary(report));
        AtomicFile.write(folder.resolve(MARKER), out -> out.write(json));
    }

    private List<String> row(MemberComparison member) {
        Optional<SpeciesDeviation> worst = member.course().map(CourseComparison::worst);
        Optional<RestComparison> rest = member.rest();
        List<String> row = new ArrayList<>();
        row.add(member.member());
        row.add(Boolean.toString(member.passes(report.options().marks())));
        row.add(worst.map(each -> each.quantity().name()).orElse(""));
        row.add(worst.map(each -> Double.toString(each.value())).orElse(""));
        row.add(worst.map(each -> Double.toString(each.time())).orElse(""));
        row.add(member.course().map(each -> each.suspect().words()).orElse(""));
        row.add(rest.map(each -> Double.toString(each.drift().value())).orElse(""));
        row.add(rest.map(each -> each.drift().quantity().name()).orElse(""));
        row.add(rest.map(each -> text(each.fullEigenvalue())).orElse(""));
        row.add(rest.map(each -> text(each.reducedEigenvalue())).orElse(""));
        row.add(rest.map(each -> text(each.ownEigenvalue())).orElse(""));
        row.add(rest.map(each -> each.search().words()).orElse(""));
        row.add(rest.map(each -> text(each.found())).orElse(""));
        row.add(member.failure());
        return row;
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }

    private void writeSpecies(Path file) throws IOException {
        AtomicFile.write(file, out -> {
            try (NumberTableWriter table =
                    NumberTableWriter.of(out, List.of("member", "species"), List.of("deviation", "at_time"))) {
                for (MemberComparison member : report.members()) {
                    for (SpeciesDeviation each :
                            member.course().map(CourseComparison::deviations).orElse(List.of())) {
                        table.write(List.of(member.member(), each.quantity().name()), each.value(), each.time());
                    }
                }
            }
        });
    }

    /** What programs read of a comparison; a number that there is not is left out. */
    static Map<String, Object> summary(ComparisonReport report) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("engine", report.engine());
        summary.put("members", report.members().size());
        put(summary, "worstRelativeDeviation", report.worstCourse());
        put(summary, "worstDrift", report.worstDrift());
        put(summary, "worstEigenvalueDeviation", report.worstEigenvalue());
        summary.put("steadyStatesFound", report.steadyStatesFound());
        summary.put(
                "failed",
                report.failed().stream()
                        .map(member -> Map.of("member", member.member(), "reason", member.failure()))
                        .toList());
        summary.put("passed", report.passed());
        return summary;
    }

    private static void put(Map<String, Object> summary, String name, OptionalDouble number) {
        if (number.isPresent()) {
            summary.put(name, number.getAsDouble());
        }
    }
}
