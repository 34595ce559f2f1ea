package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindling.analysis.ParameterDifference;
import org.kindling.analysis.ParameterSplit;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.parameters.KineticParameter;
import org.kindling.report.Fact;
import org.kindling.report.Heading;
import org.kindling.report.PopulationPage;
import org.kindling.report.PopulationReport;
import org.kindling.sampling.Population;

/** The files of a comparison of populations. */
final class PopulationComparisonFiles {

    /** Says what was done; every complete folder holds it. */
    static final String MARKER = "comparison.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private PopulationComparisonFiles() {}

    /** What is written. */
    record Content(
            OutputOptions output,
            ModelSetup setup,
            List<Manifest.FileEntry> inputs,
            Population first,
            Population second,
            Criterion criterion,
            PopulationComparisonSummary.Result result) {}

    static void write(Path folder, Content content) throws IOException {
        writeParameters(folder.resolve("parameters.csv"), content.result());
        writeGroups(folder.resolve("groups.csv"), content.result().split());
        String page = PopulationPage.of(report(content)).html();
        AtomicFile.write(folder.resolve("report.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        AtomicFile.write(folder.resolve(MARKER), out -> {
            out.write(JSON.writeValueAsBytes(description(content)));
            out.write('\n');
        });
    }

    private static void writeParameters(Path file, PopulationComparisonSummary.Result result) throws IOException {
        try (NumberTableWriter table = NumberTableWriter.of(
                Files.newOutputStream(file),
                List.of("parameter", "role", "reactions", "species"),
                List.of(
                        "rank",
                        "divergence",
                        "floor",
                        "first_mean_saturation",
                        "second_mean_saturation",
                        "first_mean_ln",
                        "second_mean_ln"))) {
            int rank = 0;
            for (ParameterDifference difference : result.comparison().ranking()) {
                rank++;
                KineticParameter parameter = difference.coordinate().parameter();
                table.write(
                        List.of(
                                parameter.address(),
                                parameter.role().label(),
                                String.join(" ", parameter.reactions()),
                                parameter.species().orElse("")),
                        rank,
                        difference.divergence(),
                        difference.floor(),
                        difference.first().saturation(),
                        difference.second().saturation(),
                        difference.first().logarithm(),
                        difference.second().logarithm());
            }
        }
    }

    private static void writeGroups(Path file, ParameterSplit split) throws IOException {
        try (NumberTableWriter table = NumberTableWriter.of(
                Files.newOutputStream(file),
                List.of("parameter"),
                List.of(
                        "group",
                        "lowest",
                        "highest",
                        "sets",
                        "valid",
                        "incidence",
                        "incidence_low",
                        "incidence_high",
                        "lambda_max_q25",
                        "lambda_max_median",
                        "lambda_max_median_low",
                        "lambda_max_median_high",
                        "lambda_max_q75"))) {
            for (int index = 0; index < split.groups().size(); index++) {
                ParameterSplit.Group group = split.groups().get(index);
                table.write(
                        List.of(split.coordinate().address()),
                        index + 1,
                        group.lowest(),
                        group.highest(),
                        group.incidence().sets(),
                        group.incidence().valid(),
                        group.incidence().share(),
                        group.incidence().interval().lower(),
                        group.incidence().interval().upper(),
                        group.abscissa().lower(),
                        group.abscissa().median(),
                        group.median().lower(),
                        group.median().upper(),
                        group.abscissa().upper());
            }
        }
    }

    private static PopulationReport report(Content content) {
        PopulationComparisonSummary.Result result = content.result();
        String model = content.setup().model().id();
        return new PopulationReport(
                new Heading("How populations of " + model + " differ", model, result.timeUnit(), ""),
                result.drawn().stream()
                        .map(drawn -> new Fact(drawn.name(), drawn.words()))
                        .toList(),
                new PopulationReport.Named(result.first(), content.first()),
                new PopulationReport.Named(result.second(), content.second()),
                content.criterion(),
                result.comparison(),
                result.split(),
                facts(content));
    }

    private static List<Fact> facts(Content content) {
        return List.of(
                new Fact("criterion", content.result().criterion()),
                new Fact("Kindling", Version.current()),
                new Fact(
                        "command",
                        "kindling " + String.join(" ", content.output().commandLine())));
    }

    private static Map<String, Object> description(Content content) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("software", RunDescription.software());
        object.put("commandLine", content.output().commandLine());
        object.put("model", RunDescription.model(content.setup()));
        object.put("inputs", content.inputs());
        object.putAll(content.result().description());
        return object;
    }
}
