package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindling.analysis.CoefficientSpread;
import org.kindling.analysis.ControlEnsemble;
import org.kindling.analysis.ControlSpread;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.report.ControlPage;
import org.kindling.report.ControlReport;
import org.kindling.report.Fact;

/** The files of a folder of control coefficients. */
final class ControlFiles {

    /** Says what was done; every complete folder holds it. */
    static final String MARKER = "control.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ControlFiles() {}

    /** What is written. */
    record Content(ControlOptions options, OutputOptions output, ControlSubject subject, ControlEnsemble ensemble) {}

    static void write(Path folder, Content content) throws IOException {
        ControlEnsemble ensemble = content.ensemble();
        writeTable(folder.resolve("flux_control.csv"), ensemble.flux());
        writeTable(folder.resolve("concentration_control.csv"), ensemble.concentration());
        String page = ControlPage.of(new ControlReport(
                        content.subject().heading(), ensemble, content.options().focus(), provenance(content)))
                .html();
        AtomicFile.write(folder.resolve("control.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        AtomicFile.write(folder.resolve(MARKER), out -> {
            out.write(JSON.writeValueAsBytes(description(content)));
            out.write('\n');
        });
    }

    private static void writeTable(Path file, ControlSpread spread) throws IOException {
        try (NumberTableWriter writer = NumberTableWriter.of(
                new BufferedOutputStream(Files.newOutputStream(file)),
                List.of("response", "enzyme"),
                List.of("median", "q25", "q75", "sign_agreement"))) {
            for (int response = 0; response < spread.responses().size(); response++) {
                for (int process = 0; process < spread.processes().size(); process++) {
                    CoefficientSpread coefficient = spread.at(response, process);
                    writer.write(
                            List.of(
                                    spread.responses().get(response),
                                    spread.processes().get(process)),
                            coefficient.median(),
                            coefficient.lower(),
                            coefficient.upper(),
                            coefficient.signAgreement());
                }
            }
        }
    }

    private static List<Fact> provenance(Content content) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Kindling", Version.current()));
        facts.add(new Fact(
                "Command", "kindling " + String.join(" ", content.output().commandLine())));
        return facts;
    }

    private static Map<String, Object> description(Content content) {
        ControlEnsemble ensemble = content.ensemble();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kindling", Version.current());
        object.put("command", content.output().commandLine());
        object.put("subject", content.subject().name().toString());
        object.put("model", content.subject().heading().model());
        object.put("members", ensemble.members());
        Map<String, String> failed = new LinkedHashMap<>();
        ensemble.failed().forEach((id, status) -> failed.put(id, status.words()));
        object.put("failed", failed);
        object.put("fluxes", ensemble.flux().responses().size());
        object.put("concentrations", ensemble.concentration().responses().size());
        object.put("processes", ensemble.flux().processes().size());
        object.put("theorems", ensemble.theorems());
        object.put("tolerance", ControlEnsemble.TOLERANCE);
        object.put("consistent", ensemble.consistent());
        return object;
    }
}
