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
import java.util.stream.Stream;
import org.kindling.analysis.TransferOutcome;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.generators.FreshSample;
import org.kindling.report.Fact;
import org.kindling.report.Heading;
import org.kindling.report.TransferPage;

/** The files of a transfer. */
final class TransferFiles {

    /** Says what was done; every complete folder holds it. */
    static final String MARKER = "transfer.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private TransferFiles() {}

    /** What is written. */
    record Content(
            TransferOptions options,
            OutputOptions output,
            ModelSetup setup,
            String criterion,
            List<Manifest.FileEntry> inputs,
            FreshSample.Incidence before,
            List<TransferOutcome> outcomes,
            double seconds) {

        Content {
            outcomes = List.copyOf(outcomes);
            inputs = List.copyOf(inputs);
        }
    }

    /** Writes the files; generators move there from the outcomes, which are removed. */
    static void write(Path folder, Path outcomes, Content content) throws IOException {
        try (NumberTableWriter table = NumberTableWriter.of(
                Files.newOutputStream(folder.resolve("transfer.csv")),
                List.of("start"),
                List.of("sets", "repeat", "chosen", "incidence", "low", "high", "kl", "jacobians"))) {
            for (TransferOutcome outcome : content.outcomes()) {
                table.write(
                        List.of(outcome.pretrained() ? "transferred" : "scratch"),
                        outcome.sets(),
                        outcome.repeat(),
                        outcome.chosen(),
                        outcome.incidence().value(),
                        outcome.incidence().low(),
                        outcome.incidence().high(),
                        outcome.divergence(),
                        (double) outcome.jacobians());
            }
        }
        String page = page(content).html();
        AtomicFile.write(folder.resolve("report.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        keepGenerators(folder, outcomes);
        AtomicFile.write(folder.resolve(MARKER), out -> out.write(JSON.writeValueAsBytes(description(content))));
    }

    private static void keepGenerators(Path folder, Path outcomes) throws IOException {
        Path generators = Files.createDirectories(folder.resolve("generators"));
        try (Stream<Path> files = Files.list(outcomes)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".kgen")) {
                    Files.move(file, generators.resolve(String.valueOf(file.getFileName())));
                } else {
                    Files.delete(file);
                }
            }
        }
        Files.delete(outcomes);
    }

    private static TransferPage page(Content content) {
        String model = content.setup().model().id();
        Heading heading = new Heading(
                "Transfer of a generator to " + model,
                model,
                content.setup().model().units().time(),
                "");
        List<Fact> facts = List.of(
                new Fact(
                        "generator",
                        String.valueOf(content.options().generator().getFileName())),
                new Fact("epochs", Integer.toString(content.options().effort().epochs())),
                new Fact(
                        "sets that choose among checkpoints",
                        Integer.toString(content.options().effort().judged())),
                new Fact(
                        "fresh sets that judge",
                        Integer.toString(content.options().effort().fresh())),
                new Fact("seed", Long.toString(content.options().seed())),
                new Fact("Kindling", Version.current()));
        return TransferPage.of(heading, content.criterion(), content.before(), content.outcomes(), facts);
    }

    private static Map<String, Object> description(Content content) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("software", RunDescription.software());
        object.put("commandLine", content.output().commandLine());
        object.put("model", RunDescription.model(content.setup()));
        object.put("inputs", content.inputs());
        object.put("criterion", content.criterion());
        object.put("epochs", content.options().effort().epochs());
        object.put("judged", content.options().effort().judged());
        object.put("fresh", content.options().effort().fresh());
        object.put("seed", content.options().seed());
        object.put("before", content.before());
        object.put("outcomes", content.outcomes());
        object.put("seconds", content.seconds());
        return object;
    }
}
